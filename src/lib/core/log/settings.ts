import { hasShape, isListOf, isText } from '../guard';
import type { CatchUp, TestDay } from '../scheduling/day-limits';
import {
	isSteps,
	LEARNING_STEPS,
	RELEARNING_STEPS,
	type Steps
} from '../scheduling/learning-steps';
import { DEFAULT_RETENTION } from '../scheduling/scheduler';
import { DEFAULT_LIMITS } from '../scheduling/study-queue';
import { DEFAULT_ROLLOVER_HOUR } from '../study-day';

/** What a learner may set. Each is a `setting` entry under the same name. */
export interface Settings {
	/** New cards a study day, 0..9999. */
	readonly newPerDay: number;
	/** Reviews a study day, 0..9999. */
	readonly reviewsPerDay: number;
	/** Wanted probability of recall when a card comes back, 0.70..0.99. */
	readonly desiredRetention: number;
	/** Hour of the local clock at which a study day begins, 0..23. */
	readonly rolloverHour: number;
	/** Delays of a new card until it is learnt, in seconds; of answers given from now on. */
	readonly learningSteps: Steps;
	/** The same after a lapse. */
	readonly relearningSteps: Steps;
	/** Buttons under a self-rated card. */
	readonly ratingButtons: 2 | 4;
	/** Answers a study day, 0..9999; 0 is no goal. */
	readonly goal: number;
	/** The test that is ahead, or was last. */
	readonly test: TestDay | null;
	/** The plan after a break. */
	readonly catchUp: CatchUp | null;
}

type Check<T> = (value: unknown) => value is T;

const numberWithin =
	(min: number, max: number, whole = true): Check<number> =>
	(value): value is number =>
		typeof value === 'number' &&
		value >= min &&
		value <= max &&
		(!whole || Number.isInteger(value));

/** Cards a study day that a limit may allow. */
export const MAX_PER_DAY = 9_999;

/** Bounds of the desired retention: below, too much is forgotten; above, cards hardly ever rest. */
export const LEAST_RETENTION = 0.7;
export const MOST_RETENTION = 0.99;

/** Study days that a date can show. */
const isDay = numberWithin(0, 10 ** 8);

const checks: { readonly [K in keyof Settings]: Check<Settings[K]> } = {
	newPerDay: numberWithin(0, MAX_PER_DAY),
	reviewsPerDay: numberWithin(0, MAX_PER_DAY),
	desiredRetention: numberWithin(LEAST_RETENTION, MOST_RETENTION, false),
	rolloverHour: numberWithin(0, 23),
	learningSteps: isSteps,
	relearningSteps: isSteps,
	ratingButtons: (value): value is 2 | 4 => value === 2 || value === 4,
	goal: numberWithin(0, MAX_PER_DAY),
	test: hasShape({ day: isDay, topics: isListOf(isText) }) as Check<TestDay>,
	catchUp: hasShape({
		...{ from: isDay, until: isDay },
		perDay: numberWithin(1, MAX_PER_DAY)
	}) as Check<CatchUp>
};

const DEFAULT_SETTINGS: Settings = {
	newPerDay: DEFAULT_LIMITS.new,
	reviewsPerDay: DEFAULT_LIMITS.reviews,
	desiredRetention: DEFAULT_RETENTION,
	rolloverHour: DEFAULT_ROLLOVER_HOUR,
	learningSteps: LEARNING_STEPS,
	relearningSteps: RELEARNING_STEPS,
	ratingButtons: 2,
	goal: 20,
	test: null,
	catchUp: null
};

/** The settings in force; a value that cannot be one reads as the default. */
export function settingsOf(values: ReadonlyMap<string, unknown>): Settings {
	const read = Object.entries(checks).map(([key, isOne]) => {
		const value = values.get(key);
		return [key, isOne(value) ? value : DEFAULT_SETTINGS[key as keyof Settings]];
	});
	return Object.fromEntries(read) as unknown as Settings;
}
