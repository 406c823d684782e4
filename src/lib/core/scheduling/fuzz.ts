/** Share of the days in each stretch by which an interval may move, to either side. */
const STRETCHES = [
	{ from: 2.5, to: 7, share: 0.15 },
	{ from: 7, to: 20, share: 0.1 },
	{ from: 20, to: Infinity, share: 0.05 }
] as const;

const SHORTEST = 2.5;

/** Days an interval may move to either side; 0 below two and a half days. */
function reach(interval: number): number {
	if (interval < SHORTEST) return 0;
	return STRETCHES.reduce(
		(sum, { from, to, share }) => sum + share * Math.max(0, Math.min(interval, to) - from),
		1
	);
}

/**
 * Moves an interval a little, as Anki does, so that cards learnt together do not stay together.
 *
 * @param interval days, may be fractional
 * @param factor in [0, 1): where in the range the result lies
 * @returns whole days within min..max
 */
export function fuzzedInterval(interval: number, min: number, max: number, factor: number): number {
	const within = Math.min(Math.max(interval, min), max);
	const delta = reach(within);
	const clamped = (days: number) => Math.min(max, Math.max(min, Math.round(days)));
	const lower = clamped(within - delta);
	let upper = clamped(within + delta);
	if (upper === lower && upper > 2 && upper < max) upper = lower + 1;
	return Math.floor(lower + factor * (1 + upper - lower));
}
