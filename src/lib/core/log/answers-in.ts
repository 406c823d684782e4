import { classifyEntry } from './classify-entry';
import type { Entry, PracticeEntry, RedateEntry, ReviewEntry, UndoEntry } from './entry';
import { compareEntries } from './order';
import { readingOf } from './tail';

/** The answers of a log that were not taken back, on the days redates have given them. */
export interface Answers {
	readonly count: number;
	/** The last in the order of the log. */
	readonly last: ReviewEntry | PracticeEntry | undefined;
}

const isAnswer = (entry: Entry): entry is ReviewEntry | PracticeEntry =>
	entry.kind === 'review' || entry.kind === 'practice';

/** @param values as stored, in any order */
export function answersIn(values: readonly unknown[]): Answers {
	const entries = values.flatMap((value) => {
		const seen = classifyEntry(value);
		return seen.is === 'known' ? [seen.entry] : [];
	});
	const undos = entries.filter((entry): entry is UndoEntry => entry.kind === 'undo');
	const redates = entries.filter((entry): entry is RedateEntry => entry.kind === 'redate');
	const read = readingOf(undos.sort(compareEntries), redates.sort(compareEntries));
	let count = 0;
	let last: Answers['last'];
	for (const each of entries) {
		const answer = read(each);
		if (!answer || !isAnswer(answer)) continue;
		count++;
		if (!last || compareEntries(last, answer) < 0) last = answer;
	}
	return { count, last };
}
