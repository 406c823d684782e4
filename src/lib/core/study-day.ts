const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Hour of the local clock at which a study day begins unless the learner sets another. */
export const DEFAULT_ROLLOVER_HOUR = 4;

/**
 * The study day of a moment: the local calendar day of (at + offset − rollover), as a count of
 * days since 1 January 1970.
 *
 * @param at UTC milliseconds
 * @param offset minutes east of UTC in force at that moment
 * @param rolloverHour hour at which a study day begins, 0..23
 */
export function studyDay(at: number, offset: number, rolloverHour: number): number {
	return Math.floor((at + offset * MINUTE_MS - rolloverHour * HOUR_MS) / DAY_MS);
}

/** UTC milliseconds at which a study day begins under the given offset and rollover. */
export function studyDayStart(day: number, offset: number, rolloverHour: number): number {
	return day * DAY_MS - offset * MINUTE_MS + rolloverHour * HOUR_MS;
}
