import type { Comeback } from '$lib/core/log/entry';
import type { Outcomes } from '$lib/core/scheduling/outcomes';
import { RATINGS } from '$lib/core/scheduling/rating';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

type Unit = 'second' | 'minute' | 'hour' | 'day';
type Length = 'long' | 'short';

/** Kept, because making one costs a slow phone several milliseconds in the middle of an answer. */
const formats = new Map<string, Intl.NumberFormat>();

function unitText(value: number, unit: Unit, lang: string, length: Length) {
	const name = `${lang} ${unit} ${length}`;
	let format = formats.get(name);
	if (!format) {
		format = new Intl.NumberFormat(lang, {
			style: 'unit',
			unit,
			unitDisplay: length,
			maximumFractionDigits: 1
		});
		formats.set(name, format);
	}
	const text = format.format(value);
	// Japanese is written without the space that goes with other languages' units.
	return lang === 'ja' ? text.replace(/\s/gu, '') : text;
}

/**
 * A span of seconds in words: whole seconds below two minutes, whole minutes below an hour and a
 * half, then hours.
 */
export function secondsText(seconds: number, lang: string, length: Length = 'long'): string {
	const whole = Math.round(seconds);
	if (whole < 2 * MINUTE_S && whole !== MINUTE_S) return unitText(whole, 'second', lang, length);
	const minutes = Math.round(whole / MINUTE_S);
	if (whole < 1.5 * HOUR_S) return unitText(minutes, 'minute', lang, length);
	return unitText(whole / HOUR_S, 'hour', lang, length);
}

export const daysText = (days: number, lang: string, length: Length = 'long'): string =>
	unitText(days, 'day', lang, length);

/** When a card comes back, in words of a language. */
export const comebackText = (comeback: Comeback, lang: string, length: Length = 'long'): string =>
	comeback.interval !== undefined
		? daysText(comeback.interval, lang, length)
		: secondsText(comeback.delay, lang, length);

/** When a card would come back for each rating, Again first. */
export const outcomesText = (outcomes: Outcomes, lang: string): readonly string[] =>
	RATINGS.map((rating) => comebackText(outcomes[rating], lang));
