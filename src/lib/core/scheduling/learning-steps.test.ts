import { describe, expect, it } from 'vitest';
import { LEARNING_STEPS, nextStep, RELEARNING_STEPS } from './learning-steps';
import { AGAIN, EASY, GOOD, HARD, RATINGS } from './rating';

describe('the learning steps', () => {
	it('are a minute and ten, and ten after a lapse', () => {
		expect(LEARNING_STEPS).toEqual([60, 600]);
		expect(RELEARNING_STEPS).toEqual([600]);
	});

	it('lead from the first to the second and out', () => {
		expect(nextStep(LEARNING_STEPS, 0, GOOD)).toEqual({ delay: 600, step: 1 });
		expect(nextStep(LEARNING_STEPS, 1, GOOD)).toBeUndefined();
	});

	it('begin again with Again', () => {
		expect(nextStep(LEARNING_STEPS, 0, AGAIN)).toEqual({ delay: 60, step: 0 });
		expect(nextStep([60, 600, 3600], 2, AGAIN)).toEqual({ delay: 60, step: 0 });
	});

	it('wait halfway to the second with Hard on the first', () => {
		expect(nextStep(LEARNING_STEPS, 0, HARD)).toEqual({ delay: 330, step: 0 });
	});

	it('repeat a later one with Hard', () => {
		expect(nextStep([60, 600, 3600], 1, HARD)).toEqual({ delay: 600, step: 1 });
		expect(nextStep([60, 600, 3600], 2, HARD)).toEqual({ delay: 3600, step: 2 });
	});

	it('wait half as long again with Hard on an only one, but a day longer at most', () => {
		expect(nextStep([600], 0, HARD)).toEqual({ delay: 900, step: 0 });
		expect(nextStep([172_800], 0, HARD)).toEqual({ delay: 259_200, step: 0 });
		expect(nextStep([259_200], 0, HARD)).toEqual({ delay: 345_600, step: 0 });
	});

	it('are left with Easy from anywhere', () => {
		expect([0, 1].map((step) => nextStep(LEARNING_STEPS, step, EASY))).toEqual([
			undefined,
			undefined
		]);
	});

	it('are left with any rating where there are none', () => {
		expect(RATINGS.map((rating) => nextStep([], 0, rating))).toEqual(Array(4).fill(undefined));
	});

	it('are taken for the last one when a card stands beyond them', () => {
		expect(nextStep([60, 600], 7, HARD)).toEqual({ delay: 600, step: 1 });
		expect(nextStep([60, 600], 7, GOOD)).toBeUndefined();
		expect(nextStep([600], 3, HARD)).toEqual({ delay: 900, step: 0 });
	});
});
