import { expect, it } from 'vitest';
import { AGAIN, GOOD, HARD } from '../scheduling/rating';
import { ratingFromScore } from './rating-from-score';

it.each([
	[0, AGAIN],
	[0.49, AGAIN],
	[0.5, HARD],
	[0.99, HARD],
	[1, GOOD]
])('rates a score of %d as %d', (score, rating) => {
	expect(ratingFromScore(score)).toBe(rating);
});
