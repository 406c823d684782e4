import { describe, expect, it } from 'vitest';
import { MAX_INTERVAL, type CardState } from '../log/fold-card';
import { seededRandom } from '../random';
import { outcomesOf, type OutcomeOptions, type Outcomes } from './outcomes';
import { AGAIN, EASY, GOOD, HARD, RATINGS } from './rating';
import { createScheduler, type Scheduler } from './scheduler';

const scheduler = createScheduler();
const DAY = 20_000;

/** A review card that is due today. */
const reviewed = (fields: Partial<CardState> = {}): CardState => ({
	memory: { stability: 10, difficulty: 5 },
	phase: 'review',
	step: 0,
	due: { day: DAY },
	reps: 3,
	lapses: 0,
	lastDay: DAY - 10,
	lastAt: 0,
	lastId: 'a.3',
	...fields
});

const inSteps = (phase: 'learning' | 'relearning', step: number): CardState =>
	reviewed({ phase, step, due: { at: 0 }, lastDay: DAY });

/** Delay in seconds, as `60s`, or interval in days, as `3d`, of each rating. */
const comebacks = (outcomes: Outcomes) =>
	RATINGS.map((rating) => {
		const outcome = outcomes[rating];
		return outcome.interval !== undefined ? `${outcome.interval}d` : `${outcome.delay}s`;
	});

const of = (state: CardState | undefined, options: Partial<OutcomeOptions> = {}) =>
	comebacks(outcomesOf(state, DAY, { scheduler, ...options }));

/** A scheduler whose intervals are given for each rating. */
const withIntervals = (...days: readonly [number, number, number, number]): Scheduler => ({
	...scheduler,
	next: (_, __, rating) => ({ stability: rating, difficulty: 5 }),
	interval: ({ stability }) => days[stability - 1] ?? NaN
});

const days = (wanted: readonly [number, number, number, number]) =>
	of(reviewed(), { scheduler: withIntervals(...wanted), relearningSteps: [] });

describe('the outcomes', () => {
	it('of a new card are its learning steps, and days with Easy', () => {
		expect(of(undefined)).toEqual(['60s', '330s', '600s', '8d']);
	});

	it('of the last learning step lead out with Good', () => {
		expect(of(inSteps('learning', 1))).toEqual([
			'60s',
			'600s',
			expect.stringMatching(/d$/),
			expect.stringMatching(/d$/)
		]);
	});

	it('of a review card are days, with Again a relearning step', () => {
		const [again, ...others] = of(reviewed());
		expect(again).toBe('600s');
		expect(others.every((each) => each.endsWith('d'))).toBe(true);
	});

	it('of a relearning step repeat it or lead out', () => {
		expect(of(inSteps('relearning', 0)).slice(0, 2)).toEqual(['600s', '900s']);
		expect(of(inSteps('relearning', 0))[2]).toMatch(/d$/);
	});

	it('are all days when there are no steps', () => {
		const none = { learningSteps: [], relearningSteps: [] };
		for (const state of [undefined, reviewed(), inSteps('learning', 0)]) {
			expect(of(state, none).every((each) => each.endsWith('d'))).toBe(true);
		}
	});

	it('take the steps they are given', () => {
		expect(of(undefined, { learningSteps: [30, 90] }).slice(0, 3)).toEqual(['30s', '60s', '90s']);
		expect(of(reviewed(), { relearningSteps: [120] })[0]).toBe('120s');
		expect(of(inSteps('relearning', 0), { relearningSteps: [120, 240] })[2]).toBe('240s');
	});

	it('carry the memory each rating would leave', () => {
		const outcomes = outcomesOf(reviewed(), DAY, { scheduler });
		for (const rating of RATINGS) {
			const wanted = scheduler.next({ stability: 10, difficulty: 5 }, 10, rating);
			expect(outcomes[rating].memory).toEqual(wanted);
		}
	});

	it('count no day as elapsed when the clock went back', () => {
		const outcomes = outcomesOf(reviewed({ lastDay: DAY + 5 }), DAY, { scheduler });
		const wanted = scheduler.next({ stability: 10, difficulty: 5 }, 0, GOOD);
		expect(outcomes[GOOD].memory).toEqual(wanted);
	});
});

describe('days', () => {
	it('rise from rating to rating by one at least', () => {
		expect(days([1, 1, 1, 1])).toEqual(['1d', '2d', '3d', '4d']);
		expect(days([5, 5, 6, 6])).toEqual(['5d', '6d', '7d', '8d']);
	});

	it('of the lowest rating are no more than the next one wishes', () => {
		expect(days([9, 4, 20, 40])).toEqual(['4d', '5d', '20d', '40d']);
	});

	it('are left alone where they rise by themselves', () => {
		expect(days([1, 7, 12, 30])).toEqual(['1d', '7d', '12d', '30d']);
	});

	it('end at a hundred years', () => {
		expect(days([36_499, 36_500, 36_500, 36_500])).toEqual([
			'36499d',
			...Array<string>(3).fill(`${MAX_INTERVAL}d`)
		]);
	});

	it('do not order ratings that end in steps', () => {
		const wish = withIntervals(9, 9, 9, 3);
		expect(of(undefined, { scheduler: wish })[3]).toBe('3d');
	});
});

describe('fuzz', () => {
	const fuzzed = (seed: string, state: CardState | undefined = reviewed()) =>
		outcomesOf(state, DAY, { scheduler, random: seededRandom(seed) });

	it('is the same for the same seed and draws one number', () => {
		expect(fuzzed('b/i#|a.3')).toEqual(fuzzed('b/i#|a.3'));
		let drawn = 0;
		outcomesOf(reviewed(), DAY, { scheduler, random: () => (drawn++, 0.5) });
		expect(drawn).toBe(1);
	});

	it('spreads intervals over seeds and leaves memory alone', () => {
		const all = Array.from({ length: 200 }, (_, n) => fuzzed(`seed ${n}`));
		const good = new Set(all.map((each) => comebacks(each)[2]));
		expect(good.size).toBeGreaterThan(3);
		const plain = outcomesOf(reviewed(), DAY, { scheduler });
		expect(all.every((each) => each[GOOD].memory.stability === plain[GOOD].memory.stability)).toBe(
			true
		);
	});

	it('keeps ratings apart and in order', () => {
		for (let n = 0; n < 200; n++) {
			const outcomes = fuzzed(`seed ${n}`, reviewed({ memory: { stability: 3, difficulty: 9 } }));
			const [hard, good, easy] = [HARD, GOOD, EASY].map((rating) => {
				const outcome = outcomes[rating as 2 | 3 | 4];
				return outcome.interval !== undefined ? outcome.interval : NaN;
			});
			expect(hard).toBeLessThan(good ?? NaN);
			expect(good).toBeLessThan(easy ?? NaN);
		}
	});

	it('does not touch learning steps', () => {
		expect(comebacks(fuzzed('x', inSteps('learning', 0)))[AGAIN - 1]).toBe('60s');
		expect(comebacks(fuzzed('y', inSteps('learning', 0)))[HARD - 1]).toBe('330s');
	});

	it('never goes beyond a hundred years', () => {
		const old = reviewed({ memory: { stability: 36_500, difficulty: 1 }, lastDay: DAY - 30_000 });
		for (let n = 0; n < 50; n++) {
			for (const comeback of comebacks(fuzzed(`old ${n}`, old)).slice(1)) {
				expect(Number.parseInt(comeback)).toBeLessThanOrEqual(MAX_INTERVAL);
			}
		}
	});
});
