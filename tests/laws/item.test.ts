import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { revisionOf } from '../../src/lib/core/bank/compile-bank';
import type { Item } from '../../src/lib/core/item/item';
import type { ChoiceItem } from '../../src/lib/core/item/kinds/choice/choice';
import type { ClozeItem } from '../../src/lib/core/item/kinds/cloze/cloze';
import type { FlashcardItem } from '../../src/lib/core/item/kinds/flashcard/flashcard';
import type { MultipleItem } from '../../src/lib/core/item/kinds/multiple/multiple';
import type { NumberItem } from '../../src/lib/core/item/kinds/number/number';
import type { TextItem } from '../../src/lib/core/item/kinds/text/text';
import type { TrueFalseItem } from '../../src/lib/core/item/kinds/true-false/true-false';
import { parseItem } from '../../src/lib/core/item/parse-item';
import { keyText, publicItem, remarkOn, scoreResponse } from '../../src/lib/core/item/registry';
import type { Response } from '../../src/lib/core/item/response';
import { seededRandom, shuffled } from '../../src/lib/core/random';
import { ratings } from './deeds';
import { law } from './law';

const ids = fc.stringMatching(/^[a-z0-9-]{1,3}$/);
const base = {
	id: 'i',
	explanation: 'e',
	evidence: [],
	claim: 'fact',
	difficulty: 'easy',
	excludes: []
} as const;

const choices: fc.Arbitrary<ChoiceItem> = fc
	.tuple(fc.uniqueArray(ids, { minLength: 2, maxLength: 5 }), fc.nat(), fc.string())
	.map(([names, key, stem]) => ({
		...base,
		kind: 'choice',
		stem,
		options: names.map((id) => ({ id, text: `the text of ${id}`, why: 'why' })),
		key: names[key % names.length] ?? ''
	}));

const flashcards: fc.Arbitrary<FlashcardItem> = fc
	.record({ front: fc.string(), back: fc.string(), reverse: fc.boolean() })
	.map((sides) => ({ ...base, kind: 'flashcard', ...sides }));

const trueFalses: fc.Arbitrary<TrueFalseItem> = fc
	.record({ stem: fc.string(), key: fc.boolean(), why: fc.string() })
	.map((fields) => ({ ...base, kind: 'true-false', ...fields }));

/** What is written in many scripts, and what no keyboard gives. */
const answers = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: fc.constantFrom(...'abce -ōé가각ㄱ\u1100が長ＡⅧ\u0301\u200b') }),
	fc.constantFrom('Chosei Mine', 'the denuclearisation', 'Lee Jae-myung', '17', 'seventeen years')
);
const typedKeys = fc.record({
	key: answers,
	accept: fc.array(answers, { maxLength: 4 }),
	confusions: fc.array(fc.record({ text: answers, why: fc.string() }), { maxLength: 3 }),
	redirects: fc.array(fc.record({ text: answers, hint: fc.string() }), { maxLength: 3 })
});
const texts: fc.Arbitrary<TextItem> = fc
	.tuple(fc.string(), typedKeys)
	.map(([stem, key]) => ({ ...base, kind: 'text', stem, ...key }));
const clozes: fc.Arbitrary<ClozeItem> = fc.tuple(fc.string(), typedKeys).map(([stem, key]) => {
	return { ...base, kind: 'cloze', stem: `x {c1} ${stem}`, gaps: [{ id: 'c1', ...key }] };
});
const multiples: fc.Arbitrary<MultipleItem> = fc
	.tuple(fc.uniqueArray(ids, { minLength: 2, maxLength: 7 }), fc.nat(), fc.string())
	.map(([names, count, stem]) => ({
		...base,
		kind: 'multiple',
		stem,
		options: names.map((id) => ({ id, text: `the text of ${id}`, why: 'why' })),
		keys: names.slice(0, 1 + (count % (names.length - 1)))
	}));
const numbers: fc.Arbitrary<NumberItem> = fc
	.record(
		{
			stem: fc.string(),
			key: fc.integer({ min: -3_000, max: 3_000 }),
			tolerance: fc.nat(5),
			range: fc.constant([-4_000, 4_000] as const),
			near: fc.nat(20),
			unit: fc.constantFrom('years', '%')
		},
		{ requiredKeys: ['stem', 'key', 'tolerance', 'range'] }
	)
	.map((fields) => ({ ...base, kind: 'number', ...fields }));

const typed = fc.oneof(texts, clozes);
const items: fc.Arbitrary<Item> = fc.oneof(
	choices,
	flashcards,
	trueFalses,
	typed,
	numbers,
	multiples
);

/** Responses of every kind; to a choice often one of its options, but not always. */
function responsesTo(item: Item): fc.Arbitrary<Response> {
	const own = 'options' in item ? item.options.map(({ id }) => id) : [];
	const key = keyText(item, '');
	const given = fc.oneof(answers, fc.constant(String(key)), fc.string({ maxLength: 400 }));
	return fc.oneof(
		fc.record({ kind: fc.constantFrom('text' as const, 'number' as const), text: given }),
		fc.record({
			kind: fc.constant('cloze' as const),
			gap: fc.constantFrom('c1', 'c2', ''),
			text: given
		}),
		fc.record({ kind: fc.constant('true-false' as const), answer: fc.boolean() }),
		fc.record({ kind: fc.constant('flashcard' as const), rating: ratings }),
		fc.record({
			kind: fc.constant('multiple' as const),
			options: fc.oneof(fc.shuffledSubarray(own), fc.array(fc.constantFrom('', ...own)))
		}),
		fc.record({
			kind: fc.constant('choice' as const),
			option: fc.oneof(ids, fc.string(), fc.constantFrom('__proto__', 'length', ...own))
		})
	);
}

const answered = items.chain((item) => fc.tuple(fc.constant(item), responsesTo(item)));

const turned = (item: Item, seed: string): Item =>
	'options' in item ? { ...item, options: shuffled(item.options, seededRandom(seed)) } : item;

describe('a score', () => {
	law(
		'is within 0..1 or invalid, for any response to any item',
		fc.property(answered, ([item, response]) => {
			const score = scoreResponse(response, item);
			expect(score === 'invalid' || (score >= 0 && score <= 1)).toBe(true);
			if (response.kind !== item.kind) expect(score).toBe('invalid');
		})
	);

	law(
		'goes with what is said of it: asked again is invalid, almost is right, a reason is for wrong',
		fc.property(answered, ([item, response]) => {
			const [score, remark] = [scoreResponse(response, item), remarkOn(response, item)];
			if (remark?.is === 'ask-again') expect(score).toBe('invalid');
			if (remark?.is === 'almost') expect(score).toBe(1);
		})
	);

	law(
		'is full for the key of a typed item and for each variant, as long as they can be read',
		fc.property(typed, (item) => {
			const { key, accept } = item.kind === 'cloze' ? item.gaps[0] : item;
			for (const text of [key, ...accept]) {
				const response =
					item.kind === 'cloze'
						? ({ kind: 'cloze', gap: 'c1', text } as const)
						: ({ kind: 'text', text } as const);
				expect([1, 'invalid']).toContain(scoreResponse(response, item));
			}
		})
	);

	law(
		'does not depend on the order of options, nor does anything a learner may see',
		fc.property(answered, fc.string(), ([item, response], seed) => {
			const other = turned(item, seed);
			expect(scoreResponse(response, other)).toBe(scoreResponse(response, item));
			expect(publicItem(other, '')).toEqual(publicItem(item, ''));
			expect(revisionOf(other, (text) => text)).toBe(revisionOf(item, (text) => text));
		})
	);

	law(
		'is full for exactly one of the options that are shown',
		fc.property(choices, (item) => {
			const shown = publicItem(item, '');
			if (shown.kind !== 'choice') throw new Error('a choice is shown as one');
			const scores = shown.options.map(({ id }) =>
				scoreResponse({ kind: 'choice', option: id }, item)
			);
			expect(scores.filter((score) => score === 1)).toHaveLength(1);
			expect(scores.filter((score) => score === 0)).toHaveLength(scores.length - 1);
		})
	);
});

describe('what may be seen before the answer', () => {
	law(
		'is the same to the byte whichever option is the key',
		fc.property(choices, fc.nat(), (item, at) => {
			const key = item.options[at % item.options.length]?.id ?? '';
			const seen = JSON.stringify(publicItem({ ...item, key }, ''));
			expect(seen).toBe(JSON.stringify(publicItem(item, '')));
		})
	);
});

const evidence = { source: 's', paragraph: 1, terms: ['t'] };
const valid: Readonly<Record<string, unknown>> = {
	...{ id: 'a', explanation: 'e', evidence: [evidence], claim: 'fact', difficulty: 'easy' },
	...{ fact: 'f', excludes: ['b'], background: 'b', derived: 'd' },
	...{ front: 'F', back: 'B', reverse: true, stem: 'S {c1}', key: 'K', why: 'w' },
	...{ accept: ['L'], range: [1, 2], unit: 'u', tolerance: 0 },
	pairs: ['p', 'q', 'r'].map((id) => ({ id, premise: id, response: `to ${id}` })),
	spares: [{ id: 's', text: 'S', why: 'w' }],
	steps: ['p', 'q', 'r', 's'].map((id) => ({ id, text: id })),
	options: [
		{ id: 'x', text: 'X', key: true, why: 'w' },
		{ id: 'y', text: 'Y' }
	]
};

/** Objects with the fields of an item, each missing, right or any JSON. */
const almostItems = fc.record(
	{
		kind: fc.oneof(
			{
				weight: 9,
				arbitrary: fc.constantFrom(
					'choice',
					'multiple',
					'flashcard',
					'true-false',
					'text',
					'number',
					'cloze',
					'match',
					'order',
					'essay'
				)
			},
			fc.jsonValue(),
			fc.dictionary(fc.constantFrom('toString', 'valueOf', 'a'), fc.jsonValue())
		),
		...Object.fromEntries(
			Object.entries(valid).map(([name, value]) => [
				name,
				fc.oneof({ weight: 9, arbitrary: fc.constant(value) }, fc.jsonValue())
			])
		)
	},
	{ requiredKeys: [] }
);

describe('parseItem', () => {
	law(
		'never throws on any JSON, and either has an item or says what is wrong and where',
		fc.property(fc.oneof(fc.jsonValue(), almostItems), (value) => {
			const before = JSON.stringify(value);
			const result = parseItem(value);
			if (result.ok) {
				expect(result.value.id).toMatch(/^[a-z0-9-]{1,64}$/);
			} else {
				expect(result.error.length).toBeGreaterThan(0);
				expect(result.error.every(({ message, path }) => message !== '' && path)).toBe(true);
			}
			expect(JSON.stringify(value)).toBe(before);
		})
	);
});
