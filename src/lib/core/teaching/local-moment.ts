import type { Moment } from '../assignment/policy';
import { travelling } from './set-policy';

const MINUTE_MS = 60_000;
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/;

/**
 * The moment that somebody's wall clock means, as `2026-12-01T09:00`; undefined for none. Where a
 * clock is turned back it is the earlier of the two, and where it is turned forward, just after.
 *
 * @param offsetAt minutes east of UTC in force at a moment
 */
export function momentOfLocal(text: string, offsetAt: (at: number) => number): Moment | undefined {
	const [, year, month, day, hour, minute] = (LOCAL.exec(text) ?? []).map(Number);
	if (year === undefined || month === undefined) return undefined;
	const wall = Date.UTC(year, month - 1, day, hour, minute);
	const earlier = wall - offsetAt(wall - offsetAt(wall) * MINUTE_MS) * MINUTE_MS;
	return Number.isNaN(wall) ? undefined : travelling({ at: earlier, offset: offsetAt(earlier) });
}

/** A moment as the wall clock of its maker showed it: `2026-12-01T09:00`. */
export const localOfMoment = ({ at, offset }: Moment): string =>
	new Date(at + offset * MINUTE_MS).toISOString().slice(0, 16);
