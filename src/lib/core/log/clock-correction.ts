import { latestAnswers, type ClockCorrection, type ClockTrouble } from './clock-trouble';
import type { RedateEntry } from './entry';
import type { Fold } from './fold';

/**
 * What mends the days of the answers given while the clock was wrong: those at the end of the log
 * that lie after today are moved so that the last of them was today.
 *
 * @param last id of the answer that they end with, where others were given since
 */
export function redateOf(
	fold: Fold,
	today: number,
	last?: string
): Pick<RedateEntry, 'ids' | 'days'> | undefined {
	const all = latestAnswers(fold);
	const answers = all.slice(
		Math.max(
			0,
			all.findIndex(({ id }) => id === last)
		)
	);
	const right = answers.findIndex(({ day }) => day <= today);
	const wrong = right < 0 ? answers : answers.slice(0, right);
	const [latest] = wrong;
	return latest && { ids: wrong.map(({ id }) => id), days: today - latest.day };
}

/** The correction that puts now on the day of the last answer. */
export const correctionOf = ({ last, now }: ClockTrouble): ClockCorrection => ({
	days: last.day - now.day,
	since: last.day
});
