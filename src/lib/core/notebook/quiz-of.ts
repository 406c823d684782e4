import { itemOfCard } from '../item/card-key';
import type { AttemptEntry } from '../log/attempt';
import type { AnswerEntry, PracticeEntry, ReviewEntry } from '../log/entry';

/** The quiz in which an answer was given. */
export interface QuizName {
	readonly attempt: string;
	/** Empty when the log no longer has its beginning. */
	readonly title: string;
}

/** Where an answer comes from. */
export interface Origin {
	readonly quiz: QuizName | undefined;
	/** What was given there, with how sure the learner was. */
	readonly answer: AnswerEntry | undefined;
}

const NOWHERE: Origin = { quiz: undefined, answer: undefined };

const keyOf = (run: string, item: string) => `${run}\n${itemOfCard(item)}`;

/**
 * Tells of reviews and practices in which quiz they were given: by the answer they are `for`, or
 * by the act they stand in.
 *
 * @param entries those of attempts that stand, in the order of the log
 */
export function originsIn(
	entries: readonly AttemptEntry[]
): (entry: ReviewEntry | PracticeEntry) => Origin {
	const titles = new Map<string, string>();
	const answers = new Map<string, AnswerEntry>();
	/** The last for an item, by act and by attempt. */
	const last = new Map<string, AnswerEntry>();
	const attempts = new Map<string, string>();
	for (const entry of entries) {
		const { attempt, batch } = entry;
		if (batch !== undefined) attempts.set(batch, attempt);
		if (entry.kind === 'start' && !titles.has(attempt)) titles.set(attempt, entry.title);
		if (entry.kind !== 'answer') continue;
		answers.set(entry.id, entry);
		last.set(keyOf(attempt, entry.item), entry);
		if (batch !== undefined) last.set(keyOf(batch, entry.item), entry);
	}
	if (titles.size === 0 && attempts.size === 0 && answers.size === 0) return () => NOWHERE;

	const answerOf = ({ for: id, batch, card }: ReviewEntry | PracticeEntry) => {
		if (id !== undefined) return answers.get(id);
		if (batch === undefined) return undefined;
		const attempt = attempts.get(batch);
		const inAct = last.get(keyOf(batch, card));
		return inAct ?? (attempt === undefined ? undefined : last.get(keyOf(attempt, card)));
	};
	return (entry) => {
		const answer = answerOf(entry);
		const attempt = answer?.attempt ?? attempts.get(entry.batch ?? '');
		if (attempt === undefined) return NOWHERE;
		return { quiz: { attempt, title: titles.get(attempt) ?? '' }, answer };
	};
}
