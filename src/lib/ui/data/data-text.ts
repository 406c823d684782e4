/** The last moment a calendar knows, in milliseconds from 1970. */
const LAST_MS = 8.64e15;
const MINUTE_MS = 60_000;
const KILO = 1000;

/** A moment where it was, with the hour; a dash for one that no calendar has. */
export function momentText(at: number, offset: number, lang: string): string {
	const local = at + offset * MINUTE_MS;
	if (!(Math.abs(local) <= LAST_MS)) return '–';
	const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(lang, style).format(local);
}

export function sizeText(bytes: number, lang: string): string {
	const isLarge = bytes >= KILO * KILO;
	const unit = isLarge ? 'megabyte' : 'kilobyte';
	const value = Math.max(bytes, 100) / (isLarge ? KILO * KILO : KILO);
	const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
	return new Intl.NumberFormat(lang, style).format(value);
}

export const countText = (count: number, lang: string): string =>
	new Intl.NumberFormat(lang).format(count);

/** Enough of a learner's id to tell a handful of them apart. */
export const codeOf = (id: string): string => id.slice(0, 4).toUpperCase();
