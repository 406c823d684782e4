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
	/** Buttons under a self-rated card. */
	readonly ratingButtons: 2 | 4;
}

type Check<T> = (value: unknown) => value is T;

const numberWithin =
	(min: number, max: number, whole = true): Check<number> =>
	(value): value is number =>
		typeof value === 'number' &&
		value >= min &&
		value <= max &&
		(!whole || Number.isInteger(value));

const MAX_PER_DAY = 9_999;

const checks: { readonly [K in keyof Settings]: Check<Settings[K]> } = {
	newPerDay: numberWithin(0, MAX_PER_DAY),
	reviewsPerDay: numberWithin(0, MAX_PER_DAY),
	desiredRetention: numberWithin(0.7, 0.99, false),
	rolloverHour: numberWithin(0, 23),
	ratingButtons: (value): value is 2 | 4 => value === 2 || value === 4
};

const DEFAULT_SETTINGS: Settings = {
	newPerDay: DEFAULT_LIMITS.new,
	reviewsPerDay: DEFAULT_LIMITS.reviews,
	desiredRetention: DEFAULT_RETENTION,
	rolloverHour: DEFAULT_ROLLOVER_HOUR,
	ratingButtons: 2
};

/** The settings in force; a value that cannot be one reads as the default. */
export function settingsOf(values: ReadonlyMap<string, unknown>): Settings {
	const read = <K extends keyof Settings>(key: K): Settings[K] => {
		const value = values.get(key);
		return checks[key](value) ? value : DEFAULT_SETTINGS[key];
	};
	return {
		newPerDay: read('newPerDay'),
		reviewsPerDay: read('reviewsPerDay'),
		desiredRetention: read('desiredRetention'),
		rolloverHour: read('rolloverHour'),
		ratingButtons: read('ratingButtons')
	};
}
