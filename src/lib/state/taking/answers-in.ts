import { isReceived, openAnswers, type AnswersPart } from '$lib/core/assignment/answers';
import { readKeys, releaseKeys } from '$lib/core/assignment/assignment';
import { bytesOfHex, hex, type Bytes } from '$lib/core/assignment/bytes';
import type { Fault } from '$lib/core/assignment/fault';
import type { AssignableItem, Question } from '$lib/core/assignment/public-document';
import { sheetCode } from '$lib/core/assignment/sheet-code';
import { storedBytes } from '$lib/core/assignment/stored-bytes';
import type { Response, Score } from '$lib/core/item/response';
import type { EntryDraft } from '$lib/core/log/entry';
import { scoreInAttempt } from '$lib/core/log/attempt';
import { isRecord } from '$lib/core/guard';
import { lateMarkDrafts, type AskedItem, type Grading } from '$lib/core/quiz/attempt-entries';
import type { Begun } from '$lib/core/quiz/listed-attempts';
import { answerTo } from '$lib/core/quiz/score-attempt';
import { fail, ok, type Result } from '$lib/core/result';
import { mendedItem } from '$lib/core/taking/mended-item';
import * as received from '$lib/core/taking/received';
import { readValues } from '../read-history';
import { assignedAsking, type KeyedQuiz } from './assigned-asking';
import { ownBankDraft } from './teacher-bank';
import type { Taking, TakingPorts } from './taking';

/** What answers did for one attempt. */
export interface TakenAttempt {
	readonly title: string;
	/** The four letters of its sheet; undefined where it was never handed in. */
	readonly code: string | undefined;
	/** Whether the teacher had the sheet. */
	readonly isReceived: boolean;
	readonly points: number;
	readonly count: number;
	readonly missed: number;
	readonly attempt: string;
}

/** A quiz they are for that is not handed in yet. */
export interface Unfinished {
	readonly quiz: string;
	readonly title: string;
	/** The attempt that can be gone on with; undefined where none was begun. */
	readonly attempt: string | undefined;
}

export interface TakenAnswers {
	readonly teacher: string;
	readonly unfinished: readonly Unfinished[];
	/** Empty where the learner handed in nothing of it on this device. */
	readonly attempts: readonly TakenAttempt[];
	/** Whether the very same was taken before. */
	readonly isAgain: boolean;
}

/** An item with all there is to mark it by. */
interface Markable {
	readonly asked: AskedItem;
	score(response: Response): Score;
}

/** What was taken once and would not be now has no points. */
const points = (score: Score): number => (score === 'invalid' ? 0 : score);

/** Takes one answers document in. */
export class AnswersIn {
	readonly #ports: TakingPorts;
	readonly #taking: Taking;

	constructor(ports: TakingPorts, taking: Taking) {
		this.#ports = ports;
		this.#taking = taking;
	}

	#grading(): Grading {
		const { learner } = this.#ports;
		return {
			recordOf: (card) => learner.recordOf(card),
			...{ scheduler: learner.scheduler, mode: 'assignment' }
		};
	}

	#done() {
		const { learner } = this.#ports;
		return { ...learner.moment(), batch: learner.token() };
	}

	async #act(drafts: readonly EntryDraft[], batch: string): Promise<void> {
		if (drafts.length > 0) await this.#ports.learner.act(batch, drafts);
	}

	/** Opens them with the key of the one teacher whose quizzes they are for. */
	async #open(payload: Bytes) {
		const { learner, crypto } = this.#ports;
		const quizzes = received.receivedQuizzes(learner.fold);
		let fault: Fault = { is: 'other-teacher' };
		for (const teacherKey of new Set(quizzes.map((each) => each.teacherKey))) {
			const own = quizzes.filter((each) => each.teacherKey === teacherKey);
			const assignments = own.map(({ id }) => bytesOfHex(id));
			const opened = await openAnswers(
				payload,
				{ teacher: bytesOfHex(teacherKey), assignments },
				crypto
			);
			if (opened.ok) return ok({ document: opened.value.document, quizzes: own });
			if (opened.error.is !== 'other-teacher') fault = opened.error;
		}
		if (quizzes.length > 0) return fail(fault);
		// Nothing was ever taken here: what is wrong with it is still to be said.
		const nobody = { teacher: new Uint8Array(33), assignments: [] };
		const opened = await openAnswers(payload, nobody, crypto);
		return opened.ok ? fail(fault) : fail(opened.error);
	}

	async take(payload: Bytes): Promise<Result<TakenAnswers, Fault>> {
		const opened = await this.#open(payload);
		if (!opened.ok) return opened;
		const { document, quizzes } = opened.value;
		const { learner, crypto } = this.#ports;
		const hash = hex(await crypto.sha256(payload));
		const isAgain = learner.fold.documents.live.has(hash);
		const attempts: TakenAttempt[] = [];
		const unfinished: Unfinished[] = [];
		for (const part of document.parts) {
			const quiz = quizzes.find(({ id }) => id === hex(part.assignment));
			if (!quiz) continue;
			const taken = await this.#takePart(quiz.id, part);
			if (!taken.ok) return taken;
			attempts.push(...taken.value);
			if (taken.value.length === 0) unfinished.push(this.#unfinished(quiz));
		}
		if (!isAgain) {
			const done = this.#done();
			const bytes = storedBytes(payload);
			await this.#act(
				[{ ...done, kind: 'document', type: received.ANSWERS, hash, bytes }],
				done.batch
			);
		}
		return ok({ teacher: quizzes[0]?.teacher ?? '', attempts, unfinished, isAgain });
	}

	#unfinished({ id, title }: received.ReceivedQuiz): Unfinished {
		const open = this.#taking.attemptsOf(id).find(({ finish }) => finish === undefined);
		return { quiz: id, title, attempt: open?.start.attempt };
	}

	async #keysOf(quiz: KeyedQuiz, part: AnswersPart): Promise<Result<KeyedQuiz, Fault>> {
		const keys = part.secret
			? await releaseKeys(quiz.opened, part.secret, this.#ports.crypto)
			: part.keys
				? readKeys(quiz.opened, part.keys)
				: ok(quiz.keyed);
		if (!keys.ok) return keys;
		const itemIds = part.itemIds.length > 0 ? part.itemIds : quiz.itemIds;
		return ok({ ...quiz, keyed: keys.value, itemIds, isOpen: true });
	}

	async #markables(quiz: KeyedQuiz, part: AnswersPart, begun: Begun) {
		const asking = assignedAsking(quiz, this.#ports.library);
		const questions = await asking.questionsOf(begun.start);
		const names = new Map(this.#taking.namesOf(quiz).map((name, at) => [name, at]));
		const found: Markable[] = [];
		for (const asked of questions) {
			const at = names.get(asked.item);
			if (!asked.solution || at === undefined) continue;
			const place = { question: asked.question as Question, part: asked.part, at };
			const mended = mendedItem(asked.solution as AssignableItem, place, part);
			if (!mended.ok) return mended;
			found.push({ asked, score: mended.value.score });
		}
		return ok(found);
	}

	async #takePart(id: string, part: AnswersPart): Promise<Result<readonly TakenAttempt[], Fault>> {
		const keyed = await this.#keysOf(await this.#taking.keyedQuiz(id), part);
		if (!keyed.ok) return keyed;
		const finished = this.#taking.attemptsOf(id).filter(({ finish }) => finish !== undefined);
		const taken: TakenAttempt[] = [];
		for (const begun of finished) {
			const markables = await this.#markables(keyed.value, part, begun);
			if (!markables.ok) return markables;
			taken.push(await this.#mark(begun, markables.value, part));
		}
		const done = this.#done();
		const bank = finished.length > 0 ? keyed.value : undefined;
		const draft = bank && ownBankDraft(bank, part, this.#ports, done);
		if (draft) await this.#act([draft], done.batch);
		if (draft) await this.#ports.learner.shelve();
		return ok(taken);
	}

	async #mark(
		begun: Begun,
		markables: readonly Markable[],
		part: AnswersPart
	): Promise<TakenAttempt> {
		const { learner } = this.#ports;
		const by = part.secret ? ('release' as const) : ('teacher' as const);
		const scores = markables.map(({ asked, score }) => {
			const answer = answerTo(begun, asked.item);
			return { asked, answer, score: points(answer?.response ? score(answer.response) : 0) };
		});
		const changed = scores.filter(
			({ asked, score }) => ![undefined, score].includes(scoreInAttempt(begun, asked.item))
		);
		await this.#withdraw(changed.flatMap(({ answer }) => answer?.id ?? []));
		const done = this.#done();
		const drafts = scores.flatMap(({ asked, answer, score }) => {
			const before = answer && scoreInAttempt(begun, asked.item);
			if (!answer || before === score) return [];
			const marked = { asked, score, by: before === undefined ? by : ('regrade' as const) };
			return lateMarkDrafts(answer, marked, done, this.#grading());
		});
		const attempt = begun.start.attempt;
		const sheet = received.sheetOf(learner.fold, attempt);
		const isHere = sheet !== undefined && isReceived(part, bytesOfHex(sheet.hash));
		const key = received.receiptKey(attempt);
		const known = learner.fold.settings.live.get(key);
		const receipt =
			known === isHere ? [] : [{ ...done, kind: 'setting' as const, key, value: isHere }];
		await this.#act([...drafts, ...receipt], done.batch);
		return {
			...{ title: begun.start.title, attempt, isReceived: isHere },
			code: sheet && sheetCode(bytesOfHex(sheet.hash)),
			...{ points: scores.reduce((sum, { score }) => sum + score, 0), count: scores.length },
			missed: scores.filter(({ score }) => score < 1).length
		};
	}

	/** What a mark did that is not the mark any more. */
	async #withdraw(answers: readonly string[]): Promise<void> {
		if (answers.length === 0) return;
		const values = await readValues(this.#ports.learner);
		const ids = values.flatMap((value) => {
			if (!isRecord(value) || !['review', 'practice'].includes(String(value.kind))) return [];
			return answers.includes(String(value.for)) ? [String(value.id)] : [];
		});
		const done = this.#done();
		if (ids.length > 0) await this.#act([{ ...done, kind: 'undo', targets: { ids } }], done.batch);
	}
}
