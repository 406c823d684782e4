import { expect, it } from 'vitest';
import { AGAIN, GOOD, HARD } from '../scheduling/rating';
import {
	CERTAINTIES,
	certaintyOf,
	isMisconception,
	judge,
	ratingFromScore
} from './rating-from-score';

it.each([
	[0, AGAIN],
	[0.49, AGAIN],
	[0.5, HARD],
	[0.99, HARD],
	[1, GOOD]
])('rates a score of %d as %d', (score, rating) => {
	expect(ratingFromScore(score)).toBe(rating);
});

it.each([
	[1, 'sure', GOOD, false],
	[1, 'unsure', HARD, false],
	[1, 'guess', AGAIN, true],
	[0.5, 'sure', HARD, false],
	[0.5, 'unsure', HARD, false],
	[0.5, 'guess', AGAIN, true],
	[0, 'sure', AGAIN, false],
	[0, 'guess', AGAIN, false],
	[1, undefined, GOOD, false]
] as const)('rates %d when %s as %d, a lucky guess: %s', (score, certainty, rating, guess) => {
	expect(judge(score, certainty)).toEqual({ rating, guess });
});

it('calls only what was wrong and sure a misconception', () => {
	const all = CERTAINTIES.map((certainty) =>
		[0, 1].map((score) => isMisconception(score, certainty))
	);
	expect(all).toEqual([
		[true, false],
		[false, false],
		[false, false]
	]);
});

it('knows no other certainty', () => {
	expect([certaintyOf('sure'), certaintyOf('perhaps'), certaintyOf(undefined)]).toEqual([
		'sure',
		undefined,
		undefined
	]);
});
