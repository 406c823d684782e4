import { openPractice } from '$lib/core/assignment/practice';
import { hex, type Bytes } from '$lib/core/assignment/bytes';
import type { Fault } from '$lib/core/assignment/fault';
import { itemOfCard } from '$lib/core/item/card-key';
import { DEFAULT_QUIZ } from '$lib/core/quiz/quiz-settings';
import { fail, ok, type Result } from '$lib/core/result';
import { teacherBank } from '$lib/core/taking/assigned-items';
import { receivedQuizzes } from '$lib/core/taking/received';
import { beginAttempt } from '../begin-attempt';
import type { Taking, TakingPorts } from './taking';
import { topicOf } from './teacher-bank';

/** Most questions of a practice. */
const MOST = 10;

/**
 * Begins a quiz of what its owner missed in some quizzes that a teacher set, and has not put right
 * since. Rejects when items cannot be loaded.
 *
 * @returns the attempt's name; undefined where nothing is missed any more
 */
export async function beginMissedPractice(
	{ learner, library, crypto }: TakingPorts,
	taking: Taking,
	payload: Bytes
): Promise<Result<string | undefined, Fault>> {
	const opened = await openPractice(payload, crypto);
	if (!opened.ok) return fail(opened.error);
	const { document, signedBy } = opened.value;
	const teacherKey = hex(signedBy);
	const own = receivedQuizzes(learner.fold).filter((quiz) => quiz.teacherKey === teacherKey);
	if (own.length === 0) return fail({ is: 'other-teacher' });
	const wanted = document.assignments.map(hex);
	const quizzes = own.filter(({ id }) => wanted.includes(id));
	if (quizzes.length === 0) return fail({ is: 'other-assignment' });

	const items = new Set<string>();
	for (const { id } of quizzes) {
		const { opened: assignment } = await taking.keyedQuiz(id);
		for (const item of assignment.items) {
			if (item.is === 'bundled') items.add(itemOfCard(item.card.key));
		}
		for (const { item } of library.cardsIn(teacherBank(teacherKey), topicOf(id))) items.add(item);
	}
	const isMissed = (item: string) =>
		library.cardsOf(item).some(({ key }) => learner.recordOf(key).missed !== undefined);
	const missed = [...items].filter(isMissed).slice(0, MOST);
	const [title, seed] = [document.title, learner.token()];
	return ok(
		await beginAttempt(learner, library, { items: missed, title, seed, settings: DEFAULT_QUIZ })
	);
}
