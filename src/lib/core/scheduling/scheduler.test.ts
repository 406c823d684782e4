import { describe, expect, it } from 'vitest';
import { AGAIN, EASY, GOOD, HARD, RATINGS } from './rating';
import { createScheduler, DEFAULT_PARAMETERS, migrateParameters } from './scheduler';

const scheduler = createScheduler();
const withParameter = (at: number, value: number) =>
	DEFAULT_PARAMETERS.map((each, index) => (index === at ? value : each));

describe('a scheduler', () => {
	it('gives back the interval at which recall falls to the desired retention', () => {
		const memory = { stability: 12.4, difficulty: 5 };
		expect(scheduler.interval(memory)).toBe(12);
		expect(scheduler.retrievability(memory, 12.4)).toBeCloseTo(0.9, 7);
	});

	it('never gives less than a day, nor more than the maximum', () => {
		expect(scheduler.interval({ stability: 0.01, difficulty: 5 })).toBe(1);
		expect(scheduler.interval({ stability: 36_500, difficulty: 5 })).toBe(36_500);
		const short = createScheduler({ maximumInterval: 100 });
		expect(short.interval({ stability: 5_000, difficulty: 5 })).toBe(100);
	});

	it('asks sooner when more is to be remembered', () => {
		const memory = { stability: 100, difficulty: 5 };
		const at = (desiredRetention: number) => createScheduler({ desiredRetention }).interval(memory);
		expect(at(0.97)).toBeLessThan(at(0.9));
		expect(at(0.9)).toBeLessThan(at(0.8));
	});

	it('leaves the memory it was given alone', () => {
		const memory = Object.freeze({ stability: 10, difficulty: 5 });
		for (const rating of RATINGS) scheduler.next(memory, 10, rating);
		expect(memory).toEqual({ stability: 10, difficulty: 5 });
	});

	it('loses stability with Again and gains more the better the rating', () => {
		const memory = { stability: 10, difficulty: 5 };
		const after = RATINGS.map((rating) => scheduler.next(memory, 10, rating).stability);
		expect(after).toEqual([...after].sort((a, b) => a - b));
		expect(after[0]).toBeLessThan(10);
		expect(after[1]).toBeGreaterThan(10);
	});

	it('does not lower stability on a same-day success', () => {
		const memory = { stability: 500, difficulty: 5 };
		for (const rating of [HARD, GOOD, EASY] as const) {
			expect(scheduler.next(memory, 0, rating).stability).toBeGreaterThanOrEqual(500);
		}
		expect(scheduler.next(memory, 0, AGAIN).stability).toBeLessThan(500);
	});

	it('gains nothing on the same day when told to leave such reviews out', () => {
		const memory = { stability: 20, difficulty: 5 };
		const longTerm = createScheduler({ shortTerm: false });
		expect(scheduler.next(memory, 0, EASY).stability).toBeGreaterThan(20);
		expect(longTerm.next(memory, 0, EASY).stability).toBe(20);
		expect(longTerm.next(memory, 20, EASY)).toEqual(scheduler.next(memory, 20, EASY));
	});

	it('is bounded: stability in 0.001..36500, difficulty in 1..10', () => {
		const [least, most] = [createScheduler({ parameters: withParameter(0, 0.001) }), scheduler];
		let memory = least.next(undefined, 0, AGAIN);
		for (let n = 0; n < 30; n++) memory = least.next(memory, 0, AGAIN);
		expect(memory.stability).toBeGreaterThanOrEqual(0.001);
		expect(memory.difficulty).toBeLessThanOrEqual(10);
		for (let n = 0; n < 30; n++) memory = most.next(memory, 36_500, EASY);
		expect(memory.stability).toBeLessThanOrEqual(36_500);
		expect(memory.difficulty).toBeGreaterThanOrEqual(1);
	});

	it('refuses days that run backwards', () => {
		expect(() => scheduler.next({ stability: 1, difficulty: 5 }, -1, GOOD)).toThrow();
	});
});

describe('what ts-fsrs does otherwise', () => {
	it('honours a first stability below 0.1, as the reference does', () => {
		const { stability } = createScheduler({ parameters: withParameter(0, 0.029) }).next(
			undefined,
			0,
			AGAIN
		);
		expect(stability).toBe(0.029);
	});

	it('honours a same-day exponent of 0, to which older parameters migrate', () => {
		const memory = { stability: 20, difficulty: 5 };
		const same = (w19: number) =>
			createScheduler({ parameters: withParameter(19, w19) }).next(memory, 0, AGAIN).stability;
		const factor = Math.exp(0.5425 * (1 - 3 + 0.0912));
		expect(same(0)).toBeCloseTo(20 * factor, 6);
		expect(same(0.01)).toBeLessThan(same(0));
	});
});

describe('migrateParameters', () => {
	it('keeps the 21 numbers of FSRS-6', () => {
		expect(migrateParameters(DEFAULT_PARAMETERS)).toBe(DEFAULT_PARAMETERS);
		expect(DEFAULT_PARAMETERS).toHaveLength(21);
	});

	it('gives the 19 numbers of FSRS-5 no same-day exponent and the old decay', () => {
		const old = DEFAULT_PARAMETERS.slice(0, 19);
		expect(migrateParameters(old)).toEqual([...old, 0, 0.5]);
	});

	it.each([0, 16, 18, 20, 22])('refuses %d numbers', (length) => {
		expect(() => migrateParameters(Array<number>(length).fill(1))).toThrow(RangeError);
	});

	it('refuses what is no finite number', () => {
		expect(() => migrateParameters(withParameter(3, NaN))).toThrow(RangeError);
		expect(() => migrateParameters(withParameter(3, Infinity))).toThrow(RangeError);
	});
});
