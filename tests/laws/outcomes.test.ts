import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { stampEntries } from '../../src/lib/core/log/append';
import type { Comeback } from '../../src/lib/core/log/entry';
import { stateOf } from '../../src/lib/core/log/fold';
import { readsAsPractice, type CardState } from '../../src/lib/core/log/fold-card';
import { extendFold, foldLog } from '../../src/lib/core/log/fold-log';
import { seededRandom } from '../../src/lib/core/random';
import { outcomesOf, type Outcome } from '../../src/lib/core/scheduling/outcomes';
import { RATINGS } from '../../src/lib/core/scheduling/rating';
import { createScheduler, DEFAULT_PARAMETERS } from '../../src/lib/core/scheduling/scheduler';
import { studyDay } from '../../src/lib/core/study-day';
import { moments, ratings } from './deeds';
import { reviewDraft } from './drafts';
import { histories, logOf } from './histories';
import { law } from './law';

const CARD = 'b/x#';

/** Schedulers with other parameters, retention and maximum than the default ones. */
const schedulers = fc
	.record({
		scale: fc.array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), {
			minLength: 21,
			maxLength: 21
		}),
		desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
		shortTerm: fc.boolean()
	})
	.map(({ scale, ...options }) =>
		createScheduler({
			...options,
			parameters: DEFAULT_PARAMETERS.map((each, at) => each * (scale[at] ?? 1))
		})
	);

const steps = fc.array(fc.integer({ min: 1, max: 4_000 }), { maxLength: 3 });

function comebackOf(outcome: Outcome): Comeback {
	if (outcome.interval !== undefined) return { interval: outcome.interval };
	return { delay: outcome.delay, step: outcome.step };
}

/** What a state says of the comeback, in the words of an outcome. */
function outcomeOf(state: CardState): object {
	const { memory, due, step } = state;
	if ('day' in due) return { memory, interval: due.day - state.lastDay };
	return { memory, delay: (due.at - state.lastAt) / 1_000, step };
}

describe('what a button shows', () => {
	law(
		'is what the fold of the stored review comes to',
		fc.property(
			...([histories, moments, ratings, schedulers, steps, steps, fc.string()] as const),
			(acts, moment, rating, scheduler, learningSteps, relearningSteps, seed) => {
				const fold = foldLog(logOf(acts), () => scheduler);
				const before = stateOf(fold, CARD);
				const day = studyDay(moment.at, moment.offset, 4);
				fc.pre(!readsAsPractice(before, day));
				const random = seededRandom(seed);
				const options = { scheduler, learningSteps, relearningSteps, random };
				const shown = outcomesOf(before, day, options)[rating];

				const draft = reviewDraft(moment, 'now', CARD, rating, comebackOf(shown));
				const head = { device: 'zz', count: 0, t: fold.last?.t ?? 0 };
				for (const entry of stampEntries(head, [draft]).entries) {
					extendFold(fold, entry);
				}
				expect(outcomeOf(stateOf(fold, CARD) as CardState)).toEqual(shown);
			}
		)
	);

	law(
		'is in whole days within a hundred years, rising from rating to rating below that',
		fc.property(
			...([histories, moments, schedulers, steps, steps, fc.option(fc.string())] as const),
			(acts, moment, scheduler, learningSteps, relearningSteps, seed) => {
				const state = stateOf(
					foldLog(logOf(acts), () => scheduler),
					CARD
				);
				const options = { scheduler, learningSteps, relearningSteps };
				const shown = outcomesOf(
					state,
					studyDay(moment.at, moment.offset, 4),
					seed === null ? options : { ...options, random: seededRandom(seed) }
				);
				let last = 0;
				for (const rating of RATINGS) {
					const outcome = shown[rating];
					if (outcome.interval === undefined) continue;
					const { interval } = outcome;
					expect(Number.isInteger(interval) && interval >= 1 && interval <= 36_500).toBe(true);
					expect(interval > last || interval === 36_500).toBe(true);
					last = interval;
				}
			}
		)
	);
});
