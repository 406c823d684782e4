import { describe, expect, it } from 'vitest';
import type { Kind } from '../item/item';
import type { CardState } from '../log/fold-card';
import { guessChance, knownShare } from './known';

const answered = (kind: Kind, lastDay: number, changes: Partial<CardState> = {}) => ({
	kind,
	state: {
		...{ memory: { stability: 9, difficulty: 5 }, phase: 'review', step: 0, due: { day: 9 } },
		...{ reps: 1, lapses: 0, lastDay, lastAt: 0, lastId: 'a.1' },
		...changes
	} as CardState
});
const fresh = { kind: 'choice', state: undefined } as const;

/** Forgets a tenth a day. Tomorrow is day 10. */
const scheduler = { retrievability: (_: unknown, days: number) => Math.max(0, 1 - days / 10) };
const share = (...cards: Parameters<typeof knownShare>[0]) =>
	knownShare(cards, 9, scheduler)?.share;

describe('the chance of a right guess', () => {
	it('is one of the options, one of two, or none', () => {
		expect(guessChance('choice')).toBe(1 / 4);
		expect(guessChance('choice', 5)).toBe(1 / 5);
		expect(guessChance('true-false')).toBe(1 / 2);
		expect(guessChance('text')).toBe(0);
		expect(guessChance('order')).toBe(0);
	});
});

describe('what is known', () => {
	it('is what is left of recall without guesses', () => {
		expect(share(answered('text', 8))).toBeCloseTo(0.8);
		expect(share(answered('choice', 8))).toBeCloseTo((0.8 - 0.25) / 0.75);
		expect(share(answered('true-false', 8))).toBeCloseTo(0.6);
	});

	it('is all when all is remembered, and never below nothing', () => {
		expect(share(answered('choice', 10))).toBe(1);
		expect(share(answered('true-false', 0))).toBe(0);
	});

	it('is the mean of the cards that were asked', () => {
		expect(share(answered('text', 10), answered('text', 5), fresh)).toBeCloseTo(0.75);
		expect(knownShare([fresh, answered('text', 10)], 9, scheduler)?.asked).toBe(1);
	});

	it('is not spoken of before anything was asked', () => {
		expect(knownShare([fresh], 10, scheduler)).toBeUndefined();
		expect(knownShare([], 10, scheduler)).toBeUndefined();
	});

	it('is nothing of a card that was answered wrong last, and something of one in a later step', () => {
		expect(share(answered('choice', 10, { phase: 'learning' }))).toBe(0);
		expect(share(answered('choice', 10, { phase: 'relearning' }), answered('text', 10))).toBe(0.5);
		expect(share(answered('text', 9, { phase: 'learning', step: 1 }))).toBeCloseTo(0.9);
	});

	it('has no negative time where the clock went back', () => {
		expect(share(answered('text', 14))).toBe(1);
	});
});
