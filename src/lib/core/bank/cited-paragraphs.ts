import { standsIn } from '../text';
import type { CitedParagraph, CompiledItem, ListedSource } from './bank';

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
 * The paragraphs of an article that items cite, in ascending order; those that none cites are left
 * out.
 */
export const citedParagraphs = (
	{ id, paragraphs }: ListedSource,
	items: readonly CompiledItem[]
): readonly CitedParagraph[] =>
	paragraphs
		.map(({ n }) => n)
		.sort((a, b) => a - b)
		.flatMap((n) => citedParagraph(id, n, items) ?? []);
