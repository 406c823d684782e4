import type { Evidence, Item } from '../item/item';
import { foldAnswer } from '../item/fold-answer';
import { parserOf } from '../item/parse-item';
import { problem, type Diagnostic } from '../result';
import { plainText, standsIn } from '../text';
import type { ListedSource } from './bank';

/** The terms listed for a paragraph, or what is wrong with the pointer to it. */
function paragraphTerms(
	evidence: Evidence,
	sources: readonly ListedSource[]
): readonly string[] | Diagnostic {
	const source = sources.find((candidate) => candidate.id === evidence.source);
	if (!source) {
		const known = sources.map((candidate) => candidate.id).join(', ');
		return problem(
			'unknown-source',
			['source'],
			`no source “${evidence.source}”`,
			`one of ${known}`
		);
	}
	const paragraph = source.paragraphs.find((candidate) => candidate.n === evidence.paragraph);
	return (
		paragraph?.terms ??
		problem(
			'unknown-paragraph',
			['paragraph'],
			`“${source.id}” has no paragraph ${evidence.paragraph}`,
			`it has ${source.paragraphs.length}`
		)
	);
}

function strayTerms(evidence: Evidence, terms: readonly string[]): readonly Diagnostic[] {
	return evidence.terms.flatMap((term, at) =>
		terms.some((listed) => standsIn(term, listed))
			? []
			: [
					problem(
						'stray-evidence',
						['terms', at],
						`“${term}” is not listed for ${evidence.source}, paragraph ${evidence.paragraph}`,
						'cite the right paragraph, or add the term in sources.yaml if it stands there'
					)
				]
	);
}

/** Every evidence pointer names a paragraph that exists and terms that stand in it. */
export function checkPointers(
	pointers: readonly Evidence[],
	sources: readonly ListedSource[]
): readonly Diagnostic[] {
	return pointers.flatMap((evidence, at) => {
		const found = paragraphTerms(evidence, sources);
		const problems = 'code' in found ? [found] : strayTerms(evidence, found);
		return problems.map((each) => ({ ...each, path: ['evidence', at, ...each.path] }));
	});
}

const folded = (text: string) => foldAnswer(text).join(' ');

/** Whether a form stands in a term: the articles are printed in American spelling, the banks are not. */
export const isPrinted = (form: string, term: string) =>
	standsIn(form, term) || standsIn(folded(form), folded(term));

/** Each key that is not in the cited terms must have its inference told. */
function keyProblems(item: Item): readonly Diagnostic[] {
	if (item.derived !== undefined) return [];
	const cited = item.evidence.flatMap((evidence) => evidence.terms);
	const keys = parserOf(item.kind).evident(item);
	return keys.flatMap((variants) => {
		const forms = variants.map(plainText);
		if (cited.some((term) => forms.some((form) => isPrinted(form, term)))) return [];
		return [
			problem(
				'key-without-evidence',
				['evidence'],
				`the key “${forms[0] ?? ''}” stands in none of the cited terms`,
				'cite the term that carries it, or add “derived:” with the inference in words'
			)
		];
	});
}

/** What is wrong with an item's evidence, with paths inside the item. */
export const checkEvidence = (
	item: Item,
	sources: readonly ListedSource[]
): readonly Diagnostic[] => [...checkPointers(item.evidence, sources), ...keyProblems(item)];
