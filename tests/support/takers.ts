/** Who takes a quiz and who sets it, over a real log in IndexedDB and the device's cryptography. */
import { makeAnswers, type AnswersPart } from '../../src/lib/core/assignment/answers';
import { makeAssignment, openAssignment } from '../../src/lib/core/assignment/assignment';
import type { Bytes } from '../../src/lib/core/assignment/bytes';
import type { KeyMode, Policy } from '../../src/lib/core/assignment/policy';
import { openSheet } from '../../src/lib/core/assignment/sheet';
import type { Response } from '../../src/lib/core/item/response';
import { makeDeviceKey, signerOf } from '../../src/lib/platform/assignment/keys';
import { digestText } from '../../src/lib/platform/digest';
import type { LearnerPorts } from '../../src/lib/state/learner-ports';
import { Library } from '../../src/lib/state/library.svelte';
import { shelveOwnBanks } from '../../src/lib/state/own-banks';
import { QuizRun } from '../../src/lib/state/quiz-run.svelte';
import { StudyClock } from '../../src/lib/state/study-clock';
import { Taking } from '../../src/lib/state/taking/taking';
import { deviceKeys } from '../../src/lib/storage/device-keys';
import * as made from './assignments';
import { newDevice, openLearner, SCOPE, type Device } from './learners';
import { newFactory } from './stored-logs';

const { crypto, valueOf } = made;

const STUDENT = { name: '김민서', number: 14, borrowed: false };
const SET_ITEMS = [made.ITEMS.choice, made.ITEMS.text, made.ITEMS['true-false']];

/** One tab of a device on which somebody takes quizzes. */
export async function student(
	device: Device = newDevice(newFactory()),
	ports: Partial<LearnerPorts> = {}
) {
	const library = new Library([], {});
	const learner = await openLearner(device, {
		shelve: async (fold) => shelveOwnBanks(fold, library),
		...ports
	});
	const taking = new Taking({
		...{ learner, library, crypto, digest: digestText },
		bundled: () => Promise.resolve(made.BANK),
		signer: async (teacherKey, name) => {
			const { factory, timeouts } = device;
			const keys = deviceKeys(SCOPE, learner.record?.id ?? '', factory, timeouts);
			return signerOf(await keys.key(`${teacherKey}:${name}`, makeDeviceKey));
		},
		save: () => undefined
	});
	return { learner, taking, device };
}

/** A quiz of three own items, with what its teacher does once sheets come. */
export async function teacher(keyMode: KeyMode, policy: Partial<Policy> = {}) {
	const draft = await made.draftOf(SET_ITEMS.map(made.own), keyMode);
	const whole = { ...draft, policy: { ...draft.policy, ...policy } };
	const assignment = valueOf(await makeAssignment(whole, await made.toolsOf()));
	const receipts: Bytes[] = [];
	const part = (more: Partial<AnswersPart>): AnswersPart => ({
		...{ assignment: assignment.id, itemIds: SET_ITEMS.map(({ id }) => id) },
		...{ additions: [], changedKeys: [], receipts },
		...more
	});
	return {
		...assignment,
		receipts,
		open: async (payload: Bytes) => {
			const opened = valueOf(await openAssignment(assignment.payload, crypto, made.BANK));
			const questions = opened.items.flatMap((item) => (item.is === 'own' ? item.question : []));
			const target = { id: assignment.id, opener: await made.opener(), questions };
			return valueOf(await openSheet(payload, [target], crypto));
		},
		answers: async (more: Partial<AnswersPart>) =>
			valueOf(await makeAnswers({ parts: [part(more)] }, await made.teacher(), crypto))
	};
}

export type Taker = Awaited<ReturnType<typeof student>>;
export type Teacher = Awaited<ReturnType<typeof teacher>>;

const clock = new StudyClock({ now: () => 1_764_000_000_000, offset: () => 540, elapsed: () => 0 });

/** Begins the quiz, or goes on with the attempt that is there. */
export async function begun(
	{ taking, learner }: Pick<Taker, 'taking' | 'learner'>,
	{ payload }: Pick<Teacher, 'payload'>
) {
	const quiz = valueOf(await taking.openQuiz(payload));
	const id = quiz.attempts[0]?.start.attempt ?? (await taking.begin(quiz, STUDENT));
	const run = new QuizRun(id, learner, (start) => taking.asking(start), clock);
	await run.resume();
	return { id, run };
}

/** Answers everything, the typed one with these words, and hands it in. */
export async function taken(
	taker: Pick<Taker, 'taking' | 'learner'>,
	set: Pick<Teacher, 'payload'>,
	typed: string
): Promise<string> {
	const { id, run } = await begun(taker, set);
	while (run.stage === 'question' && run.current) {
		const { question } = run.current;
		const first = question.kind === 'choice' ? (question.options[0]?.id ?? '') : '';
		const given: Response =
			question.kind === 'choice'
				? { kind: 'choice', option: first }
				: question.kind === 'text'
					? { kind: 'text', text: typed }
					: { kind: 'true-false', answer: true };
		run.answer(given);
		if (run.isSolved) run.next();
	}
	if (run.open) await run.finish();
	await taker.learner.retry();
	return id;
}
