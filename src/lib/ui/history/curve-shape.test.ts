import { describe, expect, it } from 'vitest';
import type { ForgettingCurve } from '$lib/core/statistics/forgetting-curve';
import { curveShape } from './curve-shape';

const curve: ForgettingCurve = {
	points: [
		{ day: 10, recall: 1 },
		{ day: 15, recall: 0.75 },
		{ day: 15, recall: 1 },
		{ day: 20, recall: 0.9 }
	],
	reviews: [
		{ day: 10, recall: 1, wrong: false },
		{ day: 15, recall: 0.75, wrong: true }
	],
	today: { day: 16, recall: 0.98 },
	due: { day: 18, recall: 0.94 },
	memory: { stability: 5, difficulty: 5 },
	end: 20
};

describe('the shape of a forgetting curve', () => {
	it('fills the picture, from the first review to the end and down to a whole tenth', () => {
		const { past, ahead, today, due } = curveShape(curve, 0.9);
		expect(past).toBe('M0 0L50 83.33L50 0L60 6.67');
		expect(ahead).toBe('M60 6.67L100 33.33');
		expect([today, due]).toEqual([60, 80]);
	});

	it('has a dot for each review, right or wrong', () => {
		expect(curveShape(curve, 0.9).dots).toEqual([
			{ path: 'M0 0h0', wrong: false },
			{ path: 'M50 83.33h0', wrong: true }
		]);
	});

	it('names the top, the bottom and what is wanted, unless they would meet', () => {
		const shares = (retention: number) =>
			curveShape(curve, retention).ticks.map(({ share }) => share);
		expect(shares(0.9)).toEqual([1, 0.7, 0.9]);
		expect(shares(0.97)).toEqual([0.7, 0.97]);
		expect(shares(0.72)).toEqual([1, 0.7, 0.72].filter((share) => share !== 0.7));
	});
});
