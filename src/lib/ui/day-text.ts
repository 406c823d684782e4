const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(lang: string, hasYear: boolean): Intl.DateTimeFormat {
	const name = `${lang} ${hasYear}`;
	let format = formats.get(name);
	if (!format) {
		const year = hasYear ? ({ year: 'numeric' } as const) : {};
		format = new Intl.DateTimeFormat(lang, {
			...{ timeZone: 'UTC', month: 'long', day: 'numeric' },
			...year
		});
		formats.set(name, format);
	}
	return format;
}

/** Days either side of today whose year goes without saying. */
const NEAR = 180;

/** A study day as a date, with its year where that does not go without saying. */
export const dayText = (day: number, lang: string, today: number): string =>
	formatOf(lang, Math.abs(day - today) > NEAR).format(day * DAY_MS);
