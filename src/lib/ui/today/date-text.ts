const DAY_MS = 86_400_000;

type Form = 'long' | 'weekday' | 'short' | 'narrow';

const FORMS: Readonly<Record<Form, Intl.DateTimeFormatOptions>> = {
	long: { weekday: 'long', month: 'long', day: 'numeric' },
	weekday: { weekday: 'long' },
	short: { weekday: 'short' },
	narrow: { weekday: 'narrow' }
};

/** A study day as a date with its weekday, or as its weekday alone. */
export const dateText = (day: number, lang: string, form: Form = 'long'): string =>
	new Intl.DateTimeFormat(lang, { timeZone: 'UTC', ...FORMS[form] }).format(day * DAY_MS);
