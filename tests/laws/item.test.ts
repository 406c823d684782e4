import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { revisionOf } from '../../src/lib/core/bank/compile-bank';
import type { Item } from '../../src/lib/core/item/item';
import type { ChoiceItem } from '../../src/lib/core/item/kinds/choice/choice';
import type { FlashcardItem } from '../../src/lib/core/item/kinds/flashcard/flashcard';
import { parseItem } from '../../src/lib/core/item/parse-item';
import { publicItem, scoreResponse } from '../../src/lib/core/item/registry';
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

const items: fc.Arbitrary<Item> = fc.oneof(choices, flashcards);

/** Responses of every kind; to a choice often one of its options, but not always. */
function responsesTo(item: Item): fc.Arbitrary<Response> {
	const own = item.kind === 'choice' ? item.options.map(({ id }) => id) : [];
	return fc.oneof(
		fc.record({ kind: fc.constant('flashcard' as const), rating: ratings }),
		fc.record({
			kind: fc.constant('choice' as const),
			option: fc.oneof(ids, fc.string(), fc.constantFrom('__proto__', 'length', ...own))
		})
	);
}

const answered = items.chain((item) => fc.tuple(fc.constant(item), responsesTo(item)));

const turned = (item: Item, seed: string): Item =>
	item.kind === 'choice' ? { ...item, options: shuffled(item.options, seededRandom(seed)) } : item;

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
	...{ front: 'F', back: 'B', reverse: true, stem: 'S' },
	options: [
		{ id: 'x', text: 'X', key: true, why: 'w' },
		{ id: 'y', text: 'Y' }
	]
};

/** Objects with the fields of an item, each missing, right or any JSON. */
const almostItems = fc.record(
	{
		kind: fc.oneof(
			{ weight: 9, arbitrary: fc.constantFrom('choice', 'flashcard', 'essay') },
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
