import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { revisionOf } from '../../src/lib/core/bank/compile-bank';
import type { MatchItem } from '../../src/lib/core/item/kinds/match/match';
import { followers, type OrderItem } from '../../src/lib/core/item/kinds/order/order';
import { keyText, publicItem, remarkOn, scoreResponse } from '../../src/lib/core/item/registry';
import type { Response } from '../../src/lib/core/item/response';
import { seededRandom, shuffled } from '../../src/lib/core/random';
import { law } from './law';

const base = {
	id: 'i',
	explanation: 'e',
	evidence: [],
	claim: 'fact',
	difficulty: 'easy',
	excludes: []
} as const;

const ids = fc.stringMatching(/^[a-z0-9-]{1,3}$/);
const someIds = (minLength: number, maxLength: number) =>
	fc.uniqueArray(ids, { minLength, maxLength });
const mixed = <T>(values: readonly T[], seed: string) => shuffled(values, seededRandom(seed));

const matches: fc.Arbitrary<MatchItem> = fc
	.tuple(someIds(3, 7), someIds(1, 3), fc.string())
	.map(([names, spares, stem]) => ({
		...base,
		kind: 'match',
		stem,
		premises: names.map((id) => ({ id, text: `the text of ${id}` })),
		responses: [
			...names.map((id) => ({ id: `to-${id}`, text: `what belongs to ${id}` })),
			...spares.map((id) => ({ id: `spare-${id}`, text: `the spare ${id}`, why: 'why' }))
		],
		key: Object.fromEntries(names.map((id) => [id, `to-${id}`]))
	}));

const orders: fc.Arbitrary<OrderItem> = fc
	.tuple(someIds(4, 6), fc.string())
	.map(([names, stem]) => ({
		...base,
		kind: 'order',
		stem,
		steps: names.map((id) => ({ id, text: `the text of ${id}` }))
	}));

/** A whole match, of any responses. */
const wholeMatch = ({ premises, responses }: MatchItem, seed: string) => {
	const given = mixed(responses, seed);
	return premises.map(({ id }, at) => [id, given[at]?.id ?? ''] as const);
};

const matchesGiven = fc
	.tuple(matches, fc.string())
	.map(([item, seed]) => ({ item, pairs: wholeMatch(item, seed) }));
const scoreOfMatch = (item: MatchItem, pairs: unknown) =>
	scoreResponse({ kind: 'match', pairs } as Response, item);
const scoreOfOrder = (item: OrderItem, steps: unknown) =>
	scoreResponse({ kind: 'order', steps } as Response, item);
const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

/** What no page gives: any JSON, and lists of ids that are almost right. */
const hostile = (own: readonly string[]) => {
	const known = fc.constantFrom('__proto__', 'constructor', '', ...own);
	return fc.oneof(
		fc.jsonValue(),
		fc.array(known, { maxLength: 8 }),
		fc.array(fc.array(known, { maxLength: 3 }), { maxLength: 8 })
	);
};

describe('a score of what is matched or put in order', () => {
	law(
		'is within 0..1 or invalid for any JSON, and nothing throws',
		fc.property(
			fc.oneof(matches, orders).chain((item) => {
				const own = item.kind === 'match' ? [...item.premises, ...item.responses] : item.steps;
				return fc.tuple(fc.constant(item), hostile(idsOf(own)), fc.object());
			}),
			([item, given, more]) => {
				const response = { ...more, kind: item.kind, pairs: given, steps: given } as Response;
				const score = scoreResponse(response, item);
				expect(score === 'invalid' || (score >= 0 && score <= 1)).toBe(true);
				const remark = remarkOn(response, item);
				if (remark?.is === 'ask-again') expect(score).toBe('invalid');
			}
		)
	);

	law(
		'does not depend on the order in which anything is shown or given',
		fc.property(matchesGiven, fc.string(), ({ item, pairs }, seed) => {
			const other = {
				...item,
				premises: mixed(item.premises, seed),
				responses: mixed(item.responses, seed)
			};
			expect(scoreOfMatch(other, mixed(pairs, seed))).toBe(scoreOfMatch(item, pairs));
			expect(publicItem(other, '')).toEqual(publicItem(item, ''));
			expect(revisionOf(other, (text) => text)).toBe(revisionOf(item, (text) => text));
		})
	);

	law(
		'of a whole match counts its right pairs; without one of them, or with one doubled, it is invalid',
		fc.property(matchesGiven, fc.nat(), ({ item, pairs }, nat) => {
			const right = pairs.filter(([premise, given]) => item.key[premise] === given).length;
			expect(scoreOfMatch(item, pairs)).toBe(right / pairs.length);
			const at = nat % pairs.length;
			const others = pairs.filter((_, place) => place !== at);
			expect(scoreOfMatch(item, others)).toBe('invalid');
			const [again = ['', ''] as const] = others;
			expect(scoreOfMatch(item, [...others, [pairs[at]?.[0], again[1]]])).toBe('invalid');
			expect(scoreOfMatch(item, [...others, [again[0], pairs[at]?.[1]]])).toBe('invalid');
			const open = { is: 'ask-again', again: { why: 'incomplete', open: 1 } };
			expect(remarkOn({ kind: 'match', pairs: others }, item)).toEqual(open);
		})
	);

	law(
		'of all steps is full for the key alone',
		fc.property(orders, fc.string(), (item, seed) => {
			const key = idsOf(item.steps);
			const given = mixed(key, seed);
			expect(scoreOfOrder(item, key)).toBe(1);
			expect(scoreOfOrder(item, [...key].reverse())).toBe(0);
			const score = scoreOfOrder(item, given);
			expect(score).toBe(followers(given, key).size / (key.length - 1));
			expect(score === 1).toBe(given.join() === key.join());
			expect(scoreOfOrder(item, given.slice(1))).toBe('invalid');
			expect(scoreOfOrder(item, [...given.slice(1), given[1]])).toBe('invalid');
		})
	);
});

describe('what is shown of them before the answer', () => {
	law(
		'is the same to the byte whichever response is whose',
		fc.property(matches, fc.string(), (item, seed) => {
			const all = mixed(item.responses, seed);
			const key = Object.fromEntries(item.premises.map(({ id }, at) => [id, all[at]?.id ?? '']));
			const seen = JSON.stringify(publicItem({ ...item, key }, ''));
			expect(seen).toBe(JSON.stringify(publicItem(item, '')));
		})
	);

	law(
		'has the steps by id without a seed, and with one less than half of the right neighbours',
		fc.property(orders, fc.string(), fc.string(), (item, seed, other) => {
			const shown = (of: OrderItem, by?: string) => {
				const question = publicItem(of, '', by);
				return question.kind === 'order' ? idsOf(question.steps) : [];
			};
			const key = idsOf(item.steps);
			expect(shown({ ...item, steps: mixed(item.steps, other) })).toEqual(shown(item));
			const first = shown(item, seed);
			expect([...first].sort()).toEqual([...key].sort());
			expect(2 * followers(first, key).size).toBeLessThan(key.length - 1);
			expect(shown(item, seed)).toEqual(first);
		})
	);

	law(
		'holds no reason, and the key in words holds every text of the key',
		fc.property(fc.oneof(matches, orders), (item) => {
			expect(JSON.stringify(publicItem(item, '', 's'))).not.toContain('"why":');
			const words = keyText(item, '');
			const texts = item.kind === 'match' ? item.premises : item.steps;
			for (const { text } of texts) expect(words).toContain(text);
		})
	);
});
