import { openAnswers } from '$lib/core/assignment/answers';
import { bytesOfHex, hex } from '$lib/core/assignment/bytes';
import type { AssignmentCrypto } from '$lib/core/assignment/crypto-port';
import type { AssignableItem, Question } from '$lib/core/assignment/public-document';
import type { Fold } from '$lib/core/log/fold';
import { mendedItem, type Mending } from '$lib/core/taking/mended-item';
import { takenAnswers } from '$lib/core/taking/received';
import type { Asking, QuizQuestion } from '../quiz-asked';
import { assignedAsking, type KeyedQuiz } from './assigned-asking';
import type { Learner } from '../learner.svelte';
import type { Library } from '../library.svelte';

interface Ports {
	readonly learner: Learner;
	readonly library: Library;
	readonly crypto: AssignmentCrypto;
}

/** What the latest answers changed of a quiz; undefined where none were taken. */
async function latestMending(
	fold: Fold,
	{ id, teacherKey }: Pick<KeyedQuiz, 'id' | 'teacherKey'>,
	crypto: AssignmentCrypto
): Promise<Mending | undefined> {
	const wanted = { teacher: bytesOfHex(teacherKey), assignments: [bytesOfHex(id)] };
	for (const payload of takenAnswers(fold).toReversed()) {
		const opened = await openAnswers(payload, wanted, crypto);
		if (!opened.ok) continue;
		return opened.value.document.parts.find(({ assignment }) => hex(assignment) === id);
	}
	return undefined;
}

function mended(question: QuizQuestion, at: number, mending: Mending): QuizQuestion {
	const solution = question.solution as AssignableItem | undefined;
	if (!solution || at < 0) return question;
	const place = { question: question.question as Question, part: question.part, at };
	const found = mendedItem(solution, place, mending);
	if (!found.ok) return question;
	// No key has the evidence of a bundled item with it, and that holds as it did.
	const item = { ...found.value.item, evidence: solution.evidence } as AssignableItem;
	return { ...question, solution: item, checkedBy: item };
}

/**
 * Asks the items of a quiz with the keys that its teacher changed since, so that what is shown as
 * right is what the marks go by.
 *
 * @param names what attempts call the items of the quiz, in its order
 */
export async function mendedAsking(
	quiz: KeyedQuiz,
	names: readonly string[],
	{ learner, library, crypto }: Ports
): Promise<Asking> {
	const asking = assignedAsking(quiz, library);
	// Without a key nothing is shown as right.
	const mending = quiz.isOpen ? await latestMending(learner.fold, quiz, crypto) : undefined;
	if (!mending) return asking;
	return {
		...asking,
		async questionsOf(start) {
			const questions = await asking.questionsOf(start);
			return questions.map((each) => mended(each, names.indexOf(each.item), mending));
		}
	};
}
