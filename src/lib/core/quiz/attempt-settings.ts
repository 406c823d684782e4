import type { Fold } from '../log/fold';

const MINUTE_MS = 60_000;

/** The setting that takes the time limit off one attempt; it is on device and backup alike. */
export const untimedKey = (attempt: string): string => `untimed:${attempt}`;

/** The setting that names the items of one attempt to come back to before handing in. */
export const laterKey = (attempt: string): string => `later:${attempt}`;

/**
 * Milliseconds for a whole attempt; undefined without a limit, or when it was taken off.
 *
 * @param minutes the limit it began with
 */
export function limitOf(
	{ settings }: Fold,
	attempt: string,
	minutes: number | undefined
): number | undefined {
	const isOff = settings.live.get(untimedKey(attempt)) === true;
	return isOff || minutes === undefined ? undefined : minutes * MINUTE_MS;
}

/** The items of an attempt to come back to; none where what is stored is damaged. */
export function laterOf({ settings }: Fold, attempt: string): readonly string[] {
	const value = settings.live.get(laterKey(attempt));
	return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The list with an item that was not in it, or without one that was. */
export const toggled = (items: readonly string[], item: string): readonly string[] =>
	items.includes(item) ? items.filter((each) => each !== item) : [...items, item];
