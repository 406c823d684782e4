import { standsIn } from '../text';
import type { BankContent, CitedParagraph, CompiledItem, ListedSource } from './bank';

/** Each term once; one that stands in a longer one says nothing more. */
function distinctTerms(terms: readonly string[]): readonly string[] {
	const once = [...new Set(terms)];
	return once.filter((term, at) =>
		once.every((other, place) => {
			if (place === at || !standsIn(term, other)) return true;
			// Alike but for capitals or quotes: the first one stays.
			return standsIn(other, term) && at < place;
		})
	);
}

function citedParagraph(
	source: string,
	n: number,
	items: readonly CompiledItem[]
): CitedParagraph | undefined {
	const citing = items.flatMap(({ item }) => {
		const pointers = item.evidence.filter((each) => each.source === source && each.paragraph === n);
		return pointers.length > 0
			? [{ id: item.id, terms: pointers.flatMap(({ terms }) => terms) }]
			: [];
	});
	if (citing.length === 0) return undefined;
	return {
		n,
		terms: distinctTerms(citing.flatMap(({ terms }) => terms)),
		items: citing.map(({ id }) => id)
	};
}

/**
 * What a bank cites of each article: its paragraphs in ascending order, those without an item left
 * out. An article that nothing cites has an empty list.
 */
export const citedParagraphs = (
	sources: readonly ListedSource[],
	items: readonly CompiledItem[]
): BankContent['cited'] =>
	Object.fromEntries(
		sources.map(({ id, paragraphs }) => [
			id,
			paragraphs
				.map(({ n }) => n)
				.sort((a, b) => a - b)
				.flatMap((n) => citedParagraph(id, n, items) ?? [])
		])
	);
