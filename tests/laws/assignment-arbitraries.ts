import fc from 'fast-check';
import type { Bytes } from '../../src/lib/core/assignment/bytes';
import { readName } from '../../src/lib/core/assignment/names';
import type { Policy } from '../../src/lib/core/assignment/policy';
import type { AssignableItem } from '../../src/lib/core/assignment/public-document';
import type { SheetResponse } from '../../src/lib/core/assignment/responses';
import type { SheetBody } from '../../src/lib/core/assignment/sheet-codec';

export const bytesOf = (length: number): fc.Arbitrary<Bytes> =>
	fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Uint8Array.from(bytes));

/** What is written in many scripts, and what no keyboard gives; no half characters. */
const writing = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.string({
		unit: fc.constantFrom(...'abz -0ōé가\u1100長Ａ\u0301\u200b\u202e*[]{}\\😀'),
		maxLength: 40
	})
);

/** The byte order mark and the separator of texts do not survive; the writer leaves them out. */
export const texts = writing.map((text) => text.replaceAll('\ufeff', '').replaceAll('\u001f', ''));

export const wildNames = fc.oneof(
	writing,
	fc.string({ unit: 'grapheme', maxLength: 80 }),
	fc.string({
		unit: fc.constantFrom(...'김a\u0301\u0308\u200d\u202e\u2066葛\u{e0100}\ufe0f\n\t 👩')
	}),
	fc.string({ minLength: 200, maxLength: 400 })
);

export const names = wildNames.map((name) => {
	const read = readName(name);
	return read.ok ? read.value : '김민서';
});

const moment = (step: number) =>
	fc.record({
		at: fc.integer({ min: 0, max: Math.floor(Date.UTC(2400, 0) / step) }).map((at) => at * step),
		offset: fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15)
	});

export const policies: fc.Arbitrary<Omit<Policy, 'keyMode'>> = fc.record(
	{
		opens: moment(60_000),
		due: moment(60_000),
		attempts: fc.nat(99),
		counts: fc.constantFrom('first', 'best', 'last'),
		minutes: fc.nat(1440),
		passMark: fc.nat(100),
		shuffle: fc.boolean(),
		feedback: fc.constantFrom('each', 'end', 'release'),
		certainty: fc.boolean(),
		lang: fc.constantFrom('en', 'ko', 'ja', 'zh-Hant-TW')
	},
	{ requiredKeys: ['attempts', 'counts', 'shuffle', 'feedback', 'certainty', 'lang'] }
);

const ids = fc.stringMatching(/^[a-z0-9-]{1,6}$/);
const entries = (least: number, most: number) =>
	fc.uniqueArray(
		fc.record({ id: ids, text: texts, why: texts }, { requiredKeys: ['id', 'text'] }),
		{ minLength: least, maxLength: most, selector: ({ id }) => id }
	);

const base = fc.record(
	{
		id: ids,
		explanation: texts,
		background: texts,
		derived: texts,
		claim: fc.constantFrom('fact' as const, 'quote' as const, 'opinion' as const),
		difficulty: fc.constantFrom('easy' as const, 'medium' as const, 'hard' as const),
		evidence: fc.constant([{ source: 's', paragraph: 1, terms: ['t'] }]),
		excludes: fc.array(ids, { maxLength: 2 }),
		fact: ids
	},
	{
		requiredKeys: ['id', 'explanation', 'claim', 'difficulty', 'evidence', 'excludes']
	}
);

const typed = fc.record({
	key: texts,
	accept: fc.array(texts, { maxLength: 3 }),
	confusions: fc.array(fc.record({ text: texts, why: texts }), { maxLength: 2 }),
	redirects: fc.array(fc.record({ text: texts, hint: texts }), { maxLength: 2 })
});

const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

const numberKeys = fc.record(
	{
		key: numbers,
		tolerance: numbers,
		near: numbers,
		range: fc.tuple(numbers, numbers)
	},
	{ requiredKeys: ['key', 'tolerance', 'range'] }
);

const withBase = <T>(own: fc.Arbitrary<T>) =>
	fc.tuple(base, texts, own).map(([fields, stem, more]) => ({ ...fields, stem, ...more }));

/** Two items that differ in their keys alone, and what those hang on. */
export type ItemPair = readonly [AssignableItem, AssignableItem];

const choices = withBase(fc.record({ options: entries(2, 6) })).chain((item) =>
	fc
		.tuple(
			fc.nat(),
			fc.nat(),
			fc.shuffledSubarray(item.options, { minLength: item.options.length })
		)
		.map(([one, two, turned]): ItemPair => {
			const key = (at: number) => item.options[at % item.options.length]?.id ?? '';
			const first = { ...item, kind: 'choice', key: key(one) } as const;
			// The author's order is as secret as the key.
			return [first, { ...first, options: turned, key: key(two) }];
		})
);

const multiples = withBase(fc.record({ options: entries(2, 6) })).chain((item) => {
	const all = item.options.map(({ id }) => id);
	return fc.integer({ min: 1, max: all.length }).chain((length) => {
		const keys = fc.shuffledSubarray(all, { minLength: length, maxLength: length });
		return fc.tuple(keys, keys).map(([one, two]): ItemPair => {
			const first = { ...item, kind: 'multiple', keys: one } as const;
			return [first, { ...first, keys: two }];
		});
	});
});

const matches = withBase(fc.record({ premises: entries(1, 4), responses: entries(4, 6) })).chain(
	(item) => {
		const premises = item.premises.map(({ id, text }) => ({ id, text }));
		const keys = fc
			.shuffledSubarray(item.responses, {
				minLength: premises.length,
				maxLength: premises.length
			})
			.map((right) => Object.fromEntries(premises.map(({ id }, at) => [id, right[at]?.id ?? ''])));
		return fc.tuple(keys, keys).map(([one, two]): ItemPair => {
			const first = { ...item, premises, kind: 'match', key: one } as const;
			return [first, { ...first, key: two }];
		});
	}
);

const orders = withBase(fc.record({ steps: entries(2, 6) })).chain((item) => {
	const steps = item.steps.map(({ id, text }) => ({ id, text }));
	return fc.shuffledSubarray(steps, { minLength: steps.length }).map((turned): ItemPair => {
		return [
			{ ...item, steps, kind: 'order' },
			{ ...item, steps: turned, kind: 'order' }
		];
	});
});

/** The other gap stands in the stem; the one that is asked is changed. */
const clozes = withBase(fc.record({ one: typed, two: typed, other: typed })).map(
	(item): ItemPair => {
		const { one, two, other, ...rest } = item;
		const stem = `In {c1} on {c2}. ${item.stem}`;
		const of = (asked: typeof one): AssignableItem => ({
			...rest,
			kind: 'cloze',
			stem,
			gaps: [
				{ id: 'c1', ...other },
				{ id: 'c2', ...asked }
			]
		});
		return [of(one), of(two)];
	}
);

/** Items of every kind, in pairs that differ in nothing that may be seen before the answer. */
export const itemPairs: { readonly [K in AssignableItem['kind']]: fc.Arbitrary<ItemPair> } = {
	choice: choices,
	multiple: multiples,
	match: matches,
	order: orders,
	cloze: clozes,
	'true-false': withBase(fc.record({ key: fc.boolean(), why: texts, other: texts })).map(
		({ other, ...item }): ItemPair => [
			{ ...item, kind: 'true-false' },
			{ ...item, kind: 'true-false', key: !item.key, why: other }
		]
	),
	text: withBase(fc.tuple(typed, typed)).map(({ 0: one, 1: two, ...item }): ItemPair => [
		{ ...item, ...one, kind: 'text' },
		{ ...item, ...two, kind: 'text' }
	]),
	number: withBase(fc.tuple(numberKeys, numberKeys, fc.option(texts, { nil: undefined }))).map(
		({ 0: one, 1: two, 2: unit, ...item }): ItemPair => {
			const shown = { ...item, ...(unit === undefined ? {} : { unit }), kind: 'number' } as const;
			return [
				{ ...shown, ...one },
				{ ...shown, ...two }
			];
		}
	)
};

export const items: fc.Arbitrary<AssignableItem> = fc
	.oneof(...Object.values(itemPairs))
	.map(([item]) => item);

const positions = fc.nat(63);
const sheetResponses: fc.Arbitrary<SheetResponse> = fc.oneof(
	fc.constant(null),
	fc.boolean(),
	positions,
	texts,
	fc.array(fc.option(positions), { maxLength: 6 })
);

export const sheetBodies: fc.Arbitrary<SheetBody> = fc
	.integer({ min: 1, max: 30 })
	.chain((length) => {
		const all = { minLength: length, maxLength: length };
		return fc.record(
			{
				attempt: bytesOf(8),
				number: fc.nat(9_999),
				classNumber: fc.nat(9_999),
				name: names,
				started: moment(1_000),
				lasted: fc.integer({ min: -9_999, max: 99_999 }).map((seconds) => seconds * 1_000),
				answers: fc.array(sheetResponses, all),
				spent: fc.array(
					fc.nat(99_999).map((tenths) => tenths * 100),
					all
				),
				certainty: fc.array(fc.option(fc.nat(9)), all),
				borrowed: fc.boolean()
			},
			{
				requiredKeys: [
					...(['attempt', 'number', 'name', 'started', 'lasted', 'answers'] as const),
					...(['spent', 'borrowed'] as const)
				]
			}
		);
	});
