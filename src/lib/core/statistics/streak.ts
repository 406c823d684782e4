/** Days of which one may be missed. */
const WEEK = 7;

/** What a day of the last week was; `open` is today as long as nothing was answered. */
export type DayMark = 'studied' | 'rest' | 'none' | 'open';

export interface Streak {
	/** Study days with answers in a row. */
	readonly days: number;
	/** The last seven study days, today last. */
	readonly week: readonly { readonly day: number; readonly is: DayMark }[];
}

/** Whether anything was answered on a study day. */
type Studied = { has(day: number): boolean };

/**
 * The last day that counts. A traveller who has crossed the date line may have answered on what
 * is tomorrow here; a clock that was years ahead does not count.
 */
const lastDay = (studied: Studied, today: number): number =>
	studied.has(today + 1) ? today + 1 : today;

/** Goes back from the last day, over one missed day in any seven. */
function walkBack(studied: Studied, today: number): { days: number; first: number } {
	let [days, first, missed] = [0, Infinity, Infinity];
	for (let day = lastDay(studied, today); ; day--) {
		if (studied.has(day)) {
			days += 1;
			first = day;
		} else if (day < today) {
			if (missed - day < WEEK) return { days, first };
			missed = day;
		}
	}
}

/**
 * Study days with answers in a row. One missed day is bridged unless another one lies within the
 * six days before it; today is not missed while it lasts.
 *
 * Law: it never falls within a study day, and studying every local day never breaks it, in
 * whatever zone.
 * @param studied the study days of answers, as the fold has them
 */
export function streakOf(studied: Studied, today: number): Streak {
	const { days, first } = walkBack(studied, today);
	const week = Array.from({ length: WEEK }, (_, at) => {
		const day = today - WEEK + 1 + at;
		const isToday = day === today;
		const unanswered: DayMark = isToday ? 'open' : day > first ? 'rest' : 'none';
		return { day, is: studied.has(day) ? ('studied' as const) : unanswered };
	});
	return { days, week };
}
