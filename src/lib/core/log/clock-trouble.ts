import { classifyEntry } from './classify-entry';
import type { Entry } from './entry';
import type { Fold } from './fold';

/** A moment by a clock, and the study day it falls on. */
export interface Dated {
	/** UTC milliseconds. */
	readonly at: number;
	readonly day: number;
}

/** The clock and the log disagree; which of them is right only the learner knows. */
export interface ClockTrouble {
	/** `ahead`: more than a year after the last answer; `behind`: a study day or more before it. */
	readonly is: 'ahead' | 'behind';
	readonly last: Dated;
	readonly now: Dated;
}

const MAX_DAYS_AHEAD = 366;

/** Asked, never guessed at: a pause of a year is as possible as a wrong clock. */
export function clockTrouble(last: Dated | undefined, now: Dated): ClockTrouble | undefined {
	if (!last) return undefined;
	if (now.day - last.day > MAX_DAYS_AHEAD) return { is: 'ahead', last, now };
	return now.day < last.day ? { is: 'behind', last, now } : undefined;
}

const isAnswer = (entry: Entry) => entry.kind === 'review' || entry.kind === 'practice';

/** The effective answers of the tail as they count, latest in the order first. */
export function latestAnswers({ tail }: Fold): readonly Entry[] {
	return [...tail.entries].reverse().flatMap((each) => {
		const seen = classifyEntry(each);
		return seen.is === 'known' && isAnswer(seen.entry) ? (tail.read(seen.entry) ?? []) : [];
	});
}

/** The last effective answer, as far back as the tail goes. */
export const lastAnswer = (fold: Fold): Entry | undefined => latestAnswers(fold)[0];

/** Days added to a clock that the learner calls wrong, until it is right by itself. */
export interface ClockCorrection {
	readonly days: number;
	/** The study day it was when the learner said so. */
	readonly since: number;
}

/** Whether the clock, uncorrected, has come to a day that can be. */
export const isRightAgain = ({ since }: ClockCorrection, day: number): boolean =>
	day >= since && day - since <= MAX_DAYS_AHEAD;
