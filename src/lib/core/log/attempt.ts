import type { AnswerEntry, FinishEntry, MarkEntry, StartEntry } from './entry';

/** One run of a learner through a quiz, as far as the log tells. */
export interface Attempt {
	readonly start: StartEntry | undefined;
	/** The last answer for each item. */
	readonly answers: Readonly<Record<string, AnswerEntry>>;
	/** The last mark for each answer, by the answer's id. */
	readonly marks: Readonly<Record<string, MarkEntry>>;
	readonly finish: FinishEntry | undefined;
}

export type AttemptEntry = StartEntry | AnswerEntry | FinishEntry | MarkEntry;

export const NO_ATTEMPT: Attempt = { start: undefined, answers: {}, marks: {}, finish: undefined };

/** Adds one effective entry, given in the order of the log, to its attempt. */
export function stepAttempt(attempt: Attempt, entry: AttemptEntry): Attempt {
	switch (entry.kind) {
		case 'start':
			// A second start under one name is a slip of some program; the first has the items.
			return attempt.start ? attempt : { ...attempt, start: entry };
		case 'answer':
			return { ...attempt, answers: { ...attempt.answers, [entry.item]: entry } };
		case 'mark':
			return { ...attempt, marks: { ...attempt.marks, [entry.for]: entry } };
		case 'finish':
			return attempt.finish ? attempt : { ...attempt, finish: entry };
	}
}

/** The score of an item in an attempt; undefined while it has none. */
export function scoreInAttempt(attempt: Attempt, item: string): number | undefined {
	const answer = attempt.answers[item];
	return answer && attempt.marks[answer.id]?.score;
}
