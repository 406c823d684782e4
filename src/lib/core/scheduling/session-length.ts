/** How long a sitting is to be before it offers to stop. */
export interface SessionLength {
	readonly unit: 'minutes' | 'cards';
	/** Whole, 1..999. */
	readonly count: number;
}

/** What is offered, as it is stored; "all" has no end of its own. */
export const OFFERED_LENGTHS = ['all', '5m', '10m', '20c'] as const;

const MINUTE_MS = 60_000;
const WRITTEN = /^([1-9]\d{0,2})([mc])$/;

/** Reads a length as it is stored, such as `5m` or `20c`; undefined for "all" and what is none. */
export function parseSessionLength(stored: unknown): SessionLength | undefined {
	const [, count, unit] = (typeof stored === 'string' && WRITTEN.exec(stored)) || [];
	return count === undefined
		? undefined
		: { unit: unit === 'm' ? 'minutes' : 'cards', count: Number(count) };
}

/** A stopwatch: what it has counted, and since when it is running. */
export interface Stopwatch {
	/** Milliseconds counted up to the last stop. */
	readonly counted: number;
	/** By a clock that only grows; undefined while it stands. */
	readonly since: number | undefined;
}

export const STOPPED: Stopwatch = { counted: 0, since: undefined };

/** Milliseconds that a stopwatch shows. Law: never negative, whatever the clock does. */
export const timeOn = ({ counted, since }: Stopwatch, elapsed: number): number =>
	counted + (since === undefined ? 0 : Math.max(0, elapsed - since));

/** Lets a stopwatch run; one that runs goes on as it is. */
export const started = (watch: Stopwatch, elapsed: number): Stopwatch =>
	watch.since === undefined ? { ...watch, since: elapsed } : watch;

/** Stops a stopwatch and keeps what it shows. */
export const stopped = (watch: Stopwatch, elapsed: number): Stopwatch => ({
	counted: timeOn(watch, elapsed),
	since: undefined
});

/** How far a sitting has come. */
export interface LengthProgress {
	readonly unit: SessionLength['unit'];
	/** Cards or milliseconds; never more than `total`, never negative. */
	readonly done: number;
	readonly total: number;
	/** Cards or begun minutes that are left. */
	readonly left: number;
	readonly isReached: boolean;
}

/**
 * How far a sitting has come towards its length.
 *
 * @param cards answered in it
 * @param ms spent in it
 */
export function progressTo(
	{ unit, count }: SessionLength,
	cards: number,
	ms: number
): LengthProgress {
	const [spent, each] = unit === 'minutes' ? [ms, MINUTE_MS] : [cards, 1];
	const total = count * each;
	const done = Math.min(total, Math.max(0, spent));
	const left = Math.ceil((total - done) / each);
	return { unit, done, total, left, isReached: done === total };
}
