import type { Comeback } from '../log/entry';
import { MAX_INTERVAL, type CardState } from '../log/fold-card';
import type { Random } from '../random';
import { fuzzedInterval } from './fuzz';
import { LEARNING_STEPS, nextStep, RELEARNING_STEPS, type Steps } from './learning-steps';
import { AGAIN, EASY, GOOD, HARD, type Rating } from './rating';
import type { Memory, Scheduler } from './scheduler';

/** What a rating would do to a card. */
export type Outcome = Comeback & { readonly memory: Memory };

export type Outcomes = Readonly<Record<Rating, Outcome>>;

export interface OutcomeOptions {
	readonly scheduler: Scheduler;
	readonly learningSteps?: Steps;
	readonly relearningSteps?: Steps;
	/** One number is drawn; without it intervals are not fuzzed. */
	readonly random?: Random;
}

type ByRating<T> = Readonly<Record<Rating, T>>;

const byRating = <T>(make: (rating: Rating) => T): ByRating<T> => ({
	1: make(AGAIN),
	2: make(HARD),
	3: make(GOOD),
	4: make(EASY)
});

function stepsFor(state: CardState | undefined, options: OutcomeOptions): Steps {
	const learning = state === undefined || state.phase === 'learning';
	return learning
		? (options.learningSteps ?? LEARNING_STEPS)
		: (options.relearningSteps ?? RELEARNING_STEPS);
}

/** Of a review card only Again leads into the steps. */
const entersSteps = (state: CardState | undefined, rating: Rating) =>
	state?.phase !== 'review' || rating === AGAIN;

/** Which ratings must not share an interval: those that end in days, in rising order. */
function orderedIntervals(raw: ByRating<number>, inDays: readonly Rating[], move: Move) {
	const out = { ...raw };
	let least = 1;
	for (const [at, rating] of inDays.entries()) {
		const above = inDays[at + 1];
		// The lowest never exceeds the next one's own wish.
		const wish = at === 0 && above !== undefined ? Math.min(raw[rating], raw[above]) : raw[rating];
		out[rating] = move(Math.max(wish, least), least);
		least = out[rating] + 1;
	}
	return out;
}

type Move = (interval: number, min: number) => number;

function mover(random: Random | undefined): Move {
	if (!random) return (interval) => interval;
	const factor = random();
	return (interval, min) => fuzzedInterval(interval, min, MAX_INTERVAL, factor);
}

/**
 * All four outcomes, worked out before the buttons show; answering picks one.
 *
 * @param state undefined for a new card
 * @param day the study day of the answer
 */
export function outcomesOf(
	state: CardState | undefined,
	day: number,
	options: OutcomeOptions
): Outcomes {
	const { scheduler } = options;
	const elapsed = state ? Math.max(0, day - state.lastDay) : 0;
	const steps = stepsFor(state, options);
	const step = state?.phase === 'review' ? 0 : (state?.step ?? 0);

	const memories = byRating((rating) => scheduler.next(state?.memory, elapsed, rating));
	const delays = byRating((rating) =>
		entersSteps(state, rating) ? nextStep(steps, step, rating) : undefined
	);
	const inDays = ([AGAIN, HARD, GOOD, EASY] as const).filter((rating) => !delays[rating]);
	const raw = byRating((rating) => scheduler.interval(memories[rating]));
	const intervals = orderedIntervals(raw, inDays, mover(options.random));

	return byRating((rating) => ({
		memory: memories[rating],
		...(delays[rating] ?? { interval: Math.min(MAX_INTERVAL, intervals[rating]) })
	}));
}
