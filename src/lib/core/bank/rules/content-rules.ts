import { standsIn } from '../../text';
import { isPrinted } from '../check-evidence';
import type { Asked } from './asked';
import { classOf, MISPRINTS, OUTSIDE } from './lexicon';
import { findIf, type AskedBank, type Finding, type Rule } from './rule';

const EVIDENCE = ['evidence'];

/** Of several keys each has to be found, not one of them; of a pair either side. */
function keysWithoutEvidence(item: Asked): readonly Finding[] {
	const { kind, keys, gaps, pairs, derived, evidence } = item;
	if (derived !== undefined) return [];
	const cited = evidence.flatMap(({ terms }) => terms);
	const isCited = (...forms: readonly string[]) =>
		forms.some((form) => cited.some((term) => isPrinted(form, term)));
	const variantsOf = (key: string) => gaps.find((gap) => gap.key === key)?.accept ?? [];
	const several = kind === 'multiple' || gaps.length > 1 ? keys : [];
	const missing = [
		...several.filter((key) => !isCited(key, ...variantsOf(key))),
		...pairs
			.filter(({ premise, response }) => !isCited(premise.text, response.text))
			.map(({ premise }) => premise.text)
	];
	return missing.map((key) => {
		return { path: EVIDENCE, message: `the key “${key}” stands in none of the cited terms` };
	});
}

const ATTRIBUTED =
	/\b(?:according to|in the view of|articles?|reports?|commentary|explainer|brief|says?|describes?|quoted)\b/i;
const EVENT = /\b(?:summit|talks|meeting|visit|statement|remark)\b/i;
const HEDGED =
	/\b(?:may|might|could|would|can|expect\w*|likely|possibl[ey]|possibilit\w+|potential\w*|hope[sd]?|predict\w*|believed?|probabl[ey]|(?:need|have) to|in the view of|if)\b/i;

function unattributed({ claim, stem, truth }: Asked): readonly Finding[] {
	const isView = claim === 'opinion' || claim === 'forecast';
	return [
		...findIf(
			isView && !ATTRIBUTED.test(stem.text) && !EVENT.test(stem.text),
			stem.path,
			`this is an ${claim === 'opinion' ? 'opinion' : 'expectation'}, and the stem does not say whose`
		),
		...findIf(
			// A false statement may be false for having lost the hedge.
			claim === 'forecast' && truth !== false && !HEDGED.test(stem.text),
			stem.path,
			'this is a forecast, and the stem has no may, might, could or expect'
		)
	];
}

const NAME = /^\p{Lu}/u;
const YEAR = /\b\d{4}\b/;

/** The years in a key, and its words if it is a name: each is capital, or short. */
function checkable(key: string): readonly string[] {
	const words = key.split(/\s+/);
	const isName = words.every((word) => NAME.test(word) || word.length < 4);
	return isName && words.length > 1 ? words : words.filter((word) => YEAR.test(word));
}

function outsideKeys(item: Asked, { sources }: AskedBank): readonly Finding[] {
	const { keys, gaps, kind, pairs, steps } = item;
	const printed = sources.flatMap(({ paragraphs }) => paragraphs.flatMap(({ terms }) => terms));
	const columns = pairs.flatMap(({ premise, response }) => [premise, response]);
	const variants = gaps.flatMap(({ accept }) => accept);
	const answers = [...keys, ...variants, ...[...columns, ...steps].map(({ text }) => text)];
	const denied = answers.flatMap((text) => {
		const found = OUTSIDE.map((pattern) => pattern.exec(text)?.[0]).find(
			(each) => each !== undefined
		);
		if (found === undefined) return [];
		return [{ path: [], message: `“${found}” stands in no article, so it cannot be asked for` }];
	});
	if (kind === 'flashcard' || denied.length > 0) return denied;
	const isInTerms = (word: string) => printed.some((term) => isPrinted(word, term));
	return keys.flatMap((key) =>
		// An article may leave out a part of a person's name.
		(classOf(key) === 'person' && key.split(' ').some(isInTerms) ? [] : checkable(key))
			.filter((word) => !isInTerms(word))
			.map((word) => ({
				path: [],
				message: `“${word}” of the key stands in no term of the articles`
			}))
	);
}

function misprinted({ kind, evidence }: Asked): readonly Finding[] {
	if (kind !== 'cloze') return [];
	return evidence.flatMap(({ source, terms }, at) => {
		const found = MISPRINTS.find(
			({ source: of, words }) =>
				of === source &&
				terms.some((term) => standsIn(words, term) || (term.includes(' ') && standsIn(term, words)))
		);
		return findIf(
			found !== undefined,
			['evidence', at],
			`the article has a slip of the pen at “${found?.words}”`
		);
	});
}

const yearsIn = (text: string) => text.match(/\b(?:1[89]|20)\d\d\b/g) ?? [];

function outsideExplanation(
	{ explanation, evidence }: Asked,
	{ sources }: AskedBank
): readonly Finding[] {
	const cited = new Set(evidence.map(({ source }) => source));
	const printed = sources
		.filter(({ id }) => cited.has(id))
		.flatMap(({ paragraphs }) => paragraphs.flatMap(({ terms }) => terms));
	const names = OUTSIDE.flatMap((pattern) => pattern.exec(explanation.text)?.[0] ?? []);
	return [...new Set([...yearsIn(explanation.text), ...names])]
		.filter((what) => !printed.some((term) => standsIn(what, term)))
		.map((what) => ({
			path: explanation.path,
			message: `“${what}” does not stand in the cited article`
		}));
}

const LEAST_LETTERS = 40;
const MOST_LETTERS = 300;

function explanationLength({ explanation: { path, text } }: Asked): readonly Finding[] {
	const { length } = [...text];
	return findIf(
		length < LEAST_LETTERS || length > MOST_LETTERS,
		path,
		`the explanation has ${length} characters, not ${LEAST_LETTERS} to ${MOST_LETTERS}`
	);
}

export const contentRules: readonly Rule[] = [
	{
		number: 1,
		code: 'evidence',
		title: 'Every item cites a paragraph that exists and terms that stand in it.',
		level: 'error',
		hint: 'cite the right paragraph',
		elsewhere: [
			'unknown-source',
			'unknown-paragraph',
			'stray-evidence',
			'term-not-in-article',
			'missing-paragraph',
			'unknown-article'
		]
	},
	{
		number: 2,
		code: 'no-fact',
		title: 'Every item rests on one fact and names its group.',
		level: 'error',
		hint: 'add “fact:”, shared with the items that ask for the same',
		item: ({ fact }) => findIf(fact === undefined, [], 'the item names no fact')
	},
	{
		number: 3,
		code: 'key-without-evidence',
		title: 'Every key stands in the cited terms, or `derived` gives the inference.',
		level: 'error',
		hint: 'cite the term that carries it, or add “derived:” with the inference in words',
		elsewhere: ['key-without-evidence'],
		item: keysWithoutEvidence
	},
	{
		number: 5,
		code: 'unattributed',
		title:
			'An opinion or a forecast is tied to its article or event; a forecast keeps its *may*, *could* or *expect*.',
		level: 'error',
		hint: 'write “according to the …”, and keep the hedge',
		item: unattributed
	},
	{
		number: 6,
		code: 'outside-key',
		title:
			'No key needs knowledge from outside the articles: no year or name that none of them prints.',
		level: 'error',
		hint: 'ask for what stands in an article; the rest may go into “background:”',
		item: outsideKeys
	},
	{
		number: 7,
		code: 'copied',
		title: 'No more than six words running are shared with an article, quotations aside.',
		level: 'error',
		hint: 'say it in other words',
		elsewhere: ['copied']
	},
	{
		number: 39,
		code: 'explanation-length',
		title: 'An explanation has 40 to 300 characters.',
		level: 'error',
		hint: 'give the reason for the key, and why the commonest mistake fails',
		item: explanationLength
	},
	{
		number: 40,
		code: 'outside-explanation',
		title:
			'A year or name that the cited articles do not print stands in `background`, not in the explanation.',
		level: 'warning',
		hint: 'move it to “background:”',
		item: outsideExplanation
	},
	{
		number: 50,
		code: 'misprint',
		title: 'No cloze is made from a passage with a slip of the pen.',
		level: 'warning',
		hint: 'cite other words of the paragraph, or ask in another kind',
		item: misprinted
	}
];
