import { standsIn } from '../../text';
import type { Asked, AskedGap } from './asked';
import { classOf, ONE_ORDER } from './lexicon';
import { findIf, type Finding, type Rule } from './rule';
import { areDistinct, foldedText, isFunctionWord, wordsOf } from './words';

const MOST_KEY_WORDS = 4;
const keyPath = ({ path }: AskedGap) => [...path, 'key'];

const longKeys = ({ gaps }: Asked) =>
	gaps.flatMap((gap) => {
		const count = wordsOf(gap.key).length;
		return findIf(
			count > MOST_KEY_WORDS,
			keyPath(gap),
			`the key has ${count} words, more than ${MOST_KEY_WORDS}`
		);
	});

const HANGUL = /\p{Script=Hangul}/u;
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isName = (key: string) => key.split(/\s+/).every((word) => /^\p{Lu}/u.test(word));

/** Forms of a name that a learner may well type. */
function missingForms({ key, accept }: AskedGap): readonly string[] {
	const forms = accept.map(foldedText);
	const [first = '', ...rest] = key.split(/\s+/);
	const other = foldedText([...rest, first].join(' '));
	const parts = key.split(/\s+/).map(foldedText);
	const isPerson = classOf(key) === 'person';
	return [
		...(accept.some((form) => HANGUL.test(form)) ? [] : ['in Korean script']),
		...(accept.some((form) => JAPANESE.test(form)) ? [] : ['in Japanese script']),
		...(isPerson && !ONE_ORDER.has(key) && !forms.includes(other) ? ['in the other order'] : []),
		...(isPerson && !parts.some((part) => forms.includes(part)) ? ['the family name alone'] : [])
	];
}

const nameVariants = ({ gaps }: Asked) =>
	gaps.flatMap((gap) => {
		const missing = isName(gap.key) ? missingForms(gap) : [];
		return findIf(
			missing.length > 0,
			[...gap.path, 'accept'],
			`“${gap.key}” is not accepted ${missing.join(', ')}`
		);
	});

const withoutUnit = ({ number, stem }: Asked) =>
	findIf(
		number !== undefined && number.unit === undefined && /\bhow many\b/i.test(stem.text),
		[],
		'the stem asks how many, and no unit stands beside the box'
	);

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const ORDINAL_ASKED =
	/\bwhich (?:anniversary|century|meeting|summit|visit|time|place|rank)\b|\bin which century\b/i;

function isOrdinal({ number, stem, evidence, derived }: Asked): boolean {
	const key = number?.key ?? NaN;
	const printed = new RegExp(
		`\\b(?:${key}(?:st|nd|rd|th)|${ORDINALS[key - 1] ?? `${key}th`})\\b`,
		'i'
	);
	const counted = /\bhow many\b/i.test(stem.text);
	return (
		ORDINAL_ASKED.test(stem.text) ||
		/\bordinal\b/i.test(derived ?? '') ||
		(!counted && evidence.some(({ terms }) => terms.some((term) => printed.test(term))))
	);
}

function inexact(item: Asked): readonly Finding[] {
	const { number, stem } = item;
	if (!number || (number.tolerance === 0 && number.near === undefined)) return [];
	const isYear =
		/\bwhich year\b/i.test(stem.text) ||
		(number.key >= 1800 && number.key <= 2100 && number.unit === undefined);
	const what = isYear ? 'a year' : 'an ordinal';
	return findIf(
		isYear || isOrdinal(item),
		[],
		`${what} is right or wrong: it has no tolerance and nothing is near`
	);
}

function gapPlace({ kind, gaps, stem }: Asked): readonly Finding[] {
	if (kind !== 'cloze') return [];
	const around = foldedText(
		stem.text
			.replace(/\{c\d+\}/g, '|')
			.split('|')
			.join(' … ')
	);
	return gaps.flatMap((gap) => [
		...findIf(stem.text.startsWith(gap.mark ?? '{'), stem.path, 'the stem begins with a gap'),
		...findIf(
			standsIn(foldedText(gap.key), around),
			keyPath(gap),
			`“${gap.key}” stands elsewhere in the stem`
		),
		...findIf(isFunctionWord(gap.key), keyPath(gap), `“${gap.key}” carries no meaning`)
	]);
}

function matchShape({ kind, pairs, spares }: Asked): readonly Finding[] {
	if (kind !== 'match') return [];
	const responses = [...pairs.map(({ response }) => response), ...spares];
	return [
		...findIf(
			pairs.length < 3 || pairs.length > 7,
			['pairs'],
			`there are ${pairs.length} pairs, not 3 to 7`
		),
		...findIf(spares.length === 0, ['pairs'], 'without a spare response the last pair is a gift'),
		...findIf(
			!areDistinct(responses.map(({ text }) => text)),
			['pairs'],
			'two responses are the same'
		),
		...findIf(
			!areDistinct(pairs.map(({ premise }) => premise.text)),
			['pairs'],
			'two premises are the same'
		)
	];
}

const DIRECTION = /\b(?:earliest|latest|first|last|oldest|newest|smallest|largest)\b/i;

function orderShape({ kind, steps, stem }: Asked): readonly Finding[] {
	if (kind !== 'order') return [];
	return [
		...findIf(
			steps.length < 4 || steps.length > 6,
			['steps'],
			`there are ${steps.length} steps, not 4 to 6`
		),
		...findIf(!areDistinct(steps.map(({ text }) => text)), ['steps'], 'two steps are the same'),
		...findIf(!DIRECTION.test(stem.text), stem.path, 'the stem does not say which end comes first')
	];
}

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const NUMBER = new RegExp(`\\b(?:${NUMBER_WORDS.join('|')}|\\d+)\\b`, 'gi');
const ASKED = new RegExp(
	`\\b(?:which|what|choose|name|select|mark)\\s+(?:the\\s+)?(${NUMBER_WORDS.join('|')}|\\d+)\\b`,
	'i'
);
const valueOf = (word: string) =>
	Math.max(NUMBER_WORDS.indexOf(word.toLowerCase()), parseInt(word) || 0);

function howMany({ kind, stem, options }: Asked): readonly Finding[] {
	if (kind !== 'multiple') return [];
	const keys = options.filter(({ isKey }) => isKey).length;
	const asked = ASKED.exec(stem.text)?.[1];
	const said = asked === undefined ? (stem.text.match(NUMBER) ?? []) : [asked];
	return findIf(
		!said.some((word) => valueOf(word) === keys),
		stem.path,
		`${keys} options are right, and the stem says ${asked ?? 'no such number'}`
	);
}

export const kindRules: readonly Rule[] = [
	{
		number: 30,
		code: 'long-key',
		title: 'A typed key has at most four words.',
		level: 'error',
		hint: 'ask for something shorter, or make it a choice',
		item: longKeys
	},
	{
		number: 31,
		code: 'name-variants',
		title:
			"A name to be typed is accepted in Korean and Japanese script; a person's also in the other order and by the family name.",
		level: 'warning',
		hint: 'add the form to “accept:”',
		item: nameVariants
	},
	{
		number: 32,
		code: 'repeated-answer',
		title: 'What is accepted is no confusion and no redirect of the same item.',
		level: 'error',
		hint: 'leave one out',
		elsewhere: ['repeated-answer']
	},
	{
		number: 33,
		code: 'no-unit',
		title: 'Where the stem asks *how many*, the unit stands beside the box.',
		level: 'warning',
		hint: 'add “unit:”',
		item: withoutUnit
	},
	{
		number: 34,
		code: 'inexact',
		title: 'A year and an ordinal have no `tolerance` and no `near`.',
		level: 'error',
		hint: 'leave “tolerance:” and “near:” out',
		item: inexact
	},
	{
		number: 35,
		code: 'gap-place',
		title:
			'A gap takes a word that carries meaning, is never the first word, and its key stands nowhere else in the stem.',
		level: 'error',
		hint: 'move the gap, or reword the stem',
		item: gapPlace
	},
	{
		number: 36,
		code: 'match-shape',
		title: 'A match has 3 to 7 pairs, distinct on both sides, and at least one spare response.',
		level: 'error',
		hint: 'add a pair or a spare response, or leave some out',
		item: matchShape
	},
	{
		number: 37,
		code: 'order-shape',
		title: 'An order has 4 to 6 distinct steps, and the stem says which end comes first.',
		level: 'error',
		hint: 'write “earliest first”, and 4 to 6 steps',
		item: orderShape
	},
	{
		number: 38,
		code: 'how-many-keys',
		title: 'With several right options the stem says how many, as a word.',
		level: 'error',
		hint: 'write “Which three …” where three are right',
		item: howMany
	}
];
