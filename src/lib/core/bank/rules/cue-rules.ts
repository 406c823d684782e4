import type { Asked, AskedOption, Said } from './asked';
import { findIf, type Finding, type Rule } from './rule';
import { contentWords, foldedText, sharedCount, wordsOf } from './words';

const OPTIONS = ['options'];
const lengths = (some: readonly Said[]) => some.map(({ text }) => [...text].length);
const mean = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

const HEDGES =
	/\b(?:discuss\w*|agree\w*|stress\w*|emphasi[sz]\w*|consider\w*|may|might|could|would|will|shall|can|likely|possibly|perhaps|on|about)\b/g;
const withoutHedges = (text: string) =>
	foldedText(text).replace(HEDGES, '').replace(/\s+/g, ' ').trim();

function hedgeApart({ options }: Asked): readonly Finding[] {
	const bare = options.map(({ text }) => withoutHedges(text));
	return options.flatMap(({ path, text }, at) => {
		const first = bare.indexOf(bare[at] ?? '');
		const other = options[first]?.text ?? '';
		return findIf(
			first < at && foldedText(other) !== foldedText(text),
			path,
			`“${text}” differs from “${other}” in a hedge alone`
		);
	});
}

/** The words with which all texts begin. */
function commonStart(texts: readonly string[]): readonly string[] {
	const [first = [], ...others] = texts.map((text) => foldedText(text).split(' '));
	const end = first.findIndex((word, at) => others.some((other) => other[at] !== word));
	return end < 0 ? first : first.slice(0, end);
}

function commonPrefix({ options }: Asked): readonly Finding[] {
	const shared = options.length > 1 ? commonStart(options.map(({ text }) => text)) : [];
	return findIf(shared.length > 2, OPTIONS, `every option begins with “${shared.join(' ')}”`);
}

/** Two or three letters of a short name are nothing that the eye goes by. */
const LEAST_DIFFERENCE = 4;

const standsOut = (long: number, short: number) =>
	long > 1.15 * short && long - short >= LEAST_DIFFERENCE;

function choiceLengths(right: readonly AskedOption[], wrong: readonly AskedOption[]) {
	const [key = 0] = lengths(right);
	const others = lengths(wrong);
	const all = [key, ...others];
	return [
		...findIf(
			Math.max(...all) > 2 * Math.min(...all),
			OPTIONS,
			'the longest option is more than twice as long as the shortest'
		),
		...findIf(
			standsOut(key, Math.max(...others)),
			OPTIONS,
			'the key is more than 15 % longer than the longest wrong option'
		),
		...findIf(
			standsOut(Math.min(...others), key),
			OPTIONS,
			'the key is more than 15 % shorter than the shortest wrong option'
		)
	];
}

function optionLengths(item: Asked): readonly Finding[] {
	const [right, wrong] = [
		item.options.filter(({ isKey }) => isKey),
		item.options.filter(({ isKey }) => !isKey)
	];
	if (right.length === 0 || wrong.length === 0) return [];
	if (item.kind === 'choice') return choiceLengths(right, wrong);
	const ratio = mean(lengths(right)) / mean(lengths(wrong));
	return findIf(
		ratio < 0.65 || ratio > 1.5,
		OPTIONS,
		`on average the keys are ${ratio.toFixed(2)} times as long as the wrong options`
	);
}

const FORMS: readonly (readonly [what: string, has: RegExp, matters: RegExp])[] = [
	['a capital letter at the beginning', /^\p{Lu}/u, /^\p{L}/u],
	['a full stop', /\p{Ll}\.$/u, /^/],
	['an article at the beginning', /^(?:the|an?) /i, /^/]
];

function oddForms(options: readonly Said[]): readonly Finding[] {
	return FORMS.flatMap(([what, has, matters]) => {
		const some = options.filter(({ text }) => matters.test(text));
		const having = some.filter(({ text }) => has.test(text)).length;
		return findIf(
			having > 0 && having < some.length,
			OPTIONS,
			`some options have ${what}, others do not`
		);
	});
}

const BEFORE_ANSWER = /(?<![/\p{L}])(an?)\s*(?:\{c\d+\}|[….:]*$)/iu;

function grammaticalCue({ stem, options, kind }: Asked): readonly Finding[] {
	const article = kind === 'flashcard' ? undefined : BEFORE_ANSWER.exec(stem.text)?.[1];
	const message = `“${article}” before the answer tells how it begins`;
	const hint = 'let another word stand before the answer, or write “a/an”';
	return [
		...(article === undefined ? [] : [{ path: stem.path, message, hint }]),
		...oddForms(options)
	];
}

/** The word as it is written, for the folded one is nothing to show. */
const written = (word: string, text: string) =>
	wordsOf(text).find((each) => contentWords(each).has(word)) ?? word;

function clang({ stem, options }: Asked): readonly Finding[] {
	const words = options.map(({ text }) => contentWords(text));
	return [...contentWords(stem.text)].flatMap((word) => {
		const having = options.filter((_, at) => words[at]?.has(word));
		const [only] = having;
		if (!only || having.length > 1) return [];
		const message = `of the stem's words “${written(word, only.text)}” comes back in this option alone`;
		return [{ path: only.path, message }];
	});
}

function convergence(item: Asked): readonly Finding[] {
	if (item.kind !== 'choice') return [];
	const words = item.options.map(({ text }) => contentWords(text));
	const overlap = (at: number) =>
		words.reduce(
			(sum, other, n) => (n === at ? sum : sum + sharedCount(words[at] ?? other, other)),
			0
		);
	const key = item.options.findIndex(({ isKey }) => isKey);
	const others = item.options.flatMap((_, at) => (at === key ? [] : [overlap(at)]));
	return findIf(
		key >= 0 && overlap(key) > Math.max(...others),
		OPTIONS,
		'the key shares more words with the other options than any of them does'
	);
}

/** What gives a key away to somebody who knows nothing. */
export const cueRules: readonly Rule[] = [
	{
		number: 8,
		code: 'hedge-apart',
		title: 'No two options differ in a hedge alone, such as *discussed* and *agreed*.',
		level: 'warning',
		hint: 'ask for something that a reader of the article can tell apart',
		item: hedgeApart
	},
	{
		number: 15,
		code: 'common-prefix',
		title: 'Options share no more than two words at their beginning.',
		level: 'warning',
		hint: 'move what they share into the stem',
		item: commonPrefix
	},
	{
		number: 20,
		code: 'option-length',
		title:
			'The longest option has at most twice the length of the shortest; a key is at most 15 % longer or shorter than every wrong option; of several keys the mean is 0.65 to 1.5 times that of the wrong options.',
		level: 'error',
		hint: 'shorten the long one, or give the others as much detail',
		item: optionLengths
	},
	{
		number: 21,
		code: 'grammatical-cue',
		title:
			'Options agree in capitals, full stops and articles; no *a* or *an* stands right before the answer.',
		level: 'error',
		hint: 'give every option the same form',
		item: grammaticalCue
	},
	{
		number: 22,
		code: 'clang',
		title: 'No word of more than four letters is shared by the stem and one option alone.',
		level: 'error',
		hint: 'use another word in the stem or in the option',
		item: clang
	},
	{
		number: 23,
		code: 'convergence',
		title: 'The key does not share more words with the other options than each of them does.',
		level: 'warning',
		hint: 'let the wrong options resemble one another as much as the key',
		item: convergence
	}
];
