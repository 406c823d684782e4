import { standsIn } from '../../text';
import { isPrinted } from '../check-evidence';
import type { Asked, AskedOption, Said } from './asked';
import { classOf, NEVER_WRONG, NOT_IN_OPTIONS } from './lexicon';
import { findIf, findIn, type Finding, type Rule } from './rule';
import { foldedText, wordsOf } from './words';

const OPTIONS = ['options'];
const wrongOf = ({ options }: Asked) => options.filter(({ isKey }) => !isKey);
const rightOf = ({ options }: Asked) => options.filter(({ isKey }) => isKey);

/** A wrong answer that stands in what is cited for the right one. */
function wrongInEvidence(item: Asked): readonly Finding[] {
	const cited = item.evidence.flatMap(({ terms }) => terms);
	const wrong = [...wrongOf(item), ...item.gaps.flatMap(({ confusions }) => confusions)];
	return findIn(
		wrong,
		(text) =>
			item.keys.some((key) => isPrinted(text, key))
				? undefined
				: cited.find((term) => isPrinted(text, term)) && text,
		(text) => `the wrong answer “${text}” stands in the evidence that is cited`
	);
}

const NUMBERS: Readonly<Record<string, readonly [number, number]>> = {
	choice: [3, 4],
	multiple: [5, 7]
};

function optionCount(item: Asked): readonly Finding[] {
	const [least, most] = NUMBERS[item.kind] ?? [0, Infinity];
	const { length } = item.options;
	const keys = rightOf(item).length;
	return [
		...findIf(
			length < least || length > most,
			OPTIONS,
			`there are ${length} options, not ${least} to ${most}`
		),
		...findIf(
			item.kind === 'multiple' && (keys < 2 || keys > 4),
			OPTIONS,
			`${keys} options are right, not 2 to 4`
		)
	];
}

const ABOVE =
	/\b(?:all|none|both|neither|any) of (?:these|them|the above)\b|\bthe above\b|^both\b|^\(?[A-D]\)? and \(?[A-D]\)?$/i;

const ofTheAbove = ({ options }: Asked) =>
	findIn(
		options,
		(text) => ABOVE.exec(text)?.[0],
		(what) => `“${what}” speaks of other options`
	);

function mixed(path: readonly string[], texts: readonly Said[]): readonly Finding[] {
	const classes = new Set(texts.map(({ text }) => classOf(text)));
	const names = [...classes].map((each) => each ?? 'something else');
	return findIf(classes.size > 1, path, `these are not of one kind: ${names.join(', ')}`);
}

const homogeneous = ({ options, pairs, spares }: Asked) => [
	...mixed(OPTIONS, options),
	...mixed(
		['pairs'],
		pairs.map(({ premise }) => premise)
	),
	...mixed(['pairs'], [...pairs.map(({ response }) => response), ...spares])
];

const SPAN = /^(\d+)\D{1,4}(\d+)\b/;
const spanOf = (text: string) => SPAN.exec(text)?.slice(1).map(Number);

function meets(text: string, other: string): boolean {
	const [one, two] = [spanOf(text), spanOf(other)];
	const [least = 0, most = 0] = one ?? [];
	const [from = 0, to = 0] = two ?? [];
	return one !== undefined && two !== undefined && least <= to && from <= most;
}

function overlapping({ options }: Asked): readonly Finding[] {
	return options.flatMap(({ path, text }, at) => {
		const other = options.find(
			({ text: before }, n) =>
				n !== at &&
				((n < at && (foldedText(before) === foldedText(text) || meets(before, text))) ||
					(foldedText(before) !== foldedText(text) &&
						standsIn(foldedText(text), foldedText(before))))
		);
		return other
			? [{ path, message: `“${text}” is the same as, or a part of, “${other.text}”` }]
			: [];
	});
}

const isNumbered = (texts: readonly string[]) => texts.every((text) => /^\d/.test(text));

/** The first text that should stand before the one above it. */
function outOfOrder<T extends string | number>(values: readonly T[]): number {
	return values.findIndex((value, at) => at > 0 && value < (values[at - 1] ?? value));
}

/** With or without their leading articles: both are alphabetical. */
function optionOrder({ options }: Asked): readonly Finding[] {
	const texts = options.map(({ text }) => text);
	const at = isNumbered(texts)
		? outOfOrder(texts.map((text) => parseFloat(text.replace(/,/g, ''))))
		: Math.min(
				outOfOrder(texts.map(foldedText)),
				outOfOrder(texts.map((text) => wordsOf(text).join(' ')))
			);
	return findIf(at > 0, OPTIONS, `“${texts[at]}” stands after “${texts[at - 1]}”`);
}

const unreasoned = (options: readonly AskedOption[]) =>
	options.flatMap(({ path, text, isKey, why }) =>
		findIf(!isKey && why === undefined, path, `“${text}” has no “why”`)
	);

function neverWrong(item: Asked): readonly Finding[] {
	return [...wrongOf(item), ...item.spares].flatMap(({ path, text }) => {
		const rule = NEVER_WRONG.find(
			({ option, where }) => option.test(text) && where.test(item.stem.text)
		);
		return findIf(
			rule !== undefined,
			path,
			`“${text}” is no wrong answer here: it was a matter of this event too`
		);
	});
}

const unfairWords = ({ options, spares }: Asked) =>
	findIn(
		[...options, ...spares],
		(text) => NOT_IN_OPTIONS.exec(text)?.[0],
		(what) => `“${what}” is a harsh word for somebody`
	);

export const optionRules: readonly Rule[] = [
	{
		number: 4,
		code: 'wrong-in-evidence',
		title: 'No wrong answer stands in the evidence that is cited for the right one.',
		level: 'warning',
		hint: 'take another wrong answer, or accept it and say why it is wrong all the same',
		item: wrongInEvidence
	},
	{
		number: 17,
		code: 'option-count',
		title:
			'A choice has 3 or 4 options; with several right ones there are 5 to 7 options and 2 to 4 keys.',
		level: 'error',
		hint: 'add or leave out options',
		item: optionCount
	},
	{
		number: 18,
		code: 'of-the-above',
		title: 'No option speaks of the others: no *all of the above*, *none of these*, *both*.',
		level: 'error',
		hint: 'write an option that stands by itself',
		item: ofTheAbove
	},
	{
		number: 19,
		code: 'mixed-options',
		title:
			'Options, and the columns of a match, are of one kind: all people, or cities, countries, years, numbers.',
		level: 'error',
		hint: 'take wrong options of the kind the key is of; a name that is missing belongs into lexicon.ts',
		item: homogeneous
	},
	{
		number: 24,
		code: 'overlapping-options',
		title: 'Options are distinct, and none is a part of another.',
		level: 'error',
		hint: 'word one of them so that they exclude each other',
		item: overlapping
	},
	{
		number: 25,
		code: 'option-order',
		title: 'Options stand in alphabetical order, numbers in ascending order.',
		level: 'error',
		hint: 'sort them by their text',
		item: optionOrder
	},
	{
		number: 28,
		code: 'no-reason',
		title: 'Every wrong option, and every spare response, has a `why`.',
		level: 'error',
		hint: 'add “why:” with what tempts and what is wrong with it',
		item: ({ options, spares }) => unreasoned([...options, ...spares])
	},
	{
		number: 44,
		code: 'never-wrong',
		title:
			'What belongs to every list of the articles is no wrong option: never artificial intelligence.',
		level: 'error',
		hint: "take space technology or unmanned systems for a summit, or another event's field",
		item: neverWrong
	},
	{
		number: 49,
		code: 'harsh-option',
		title: 'No option uses a harsh word for a living person.',
		level: 'error',
		hint: 'leave it out, or attribute it in the explanation',
		item: unfairWords
	}
];
