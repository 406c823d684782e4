import type { OpenedAssignment } from '$lib/core/assignment/assignment';
import { openAssignmentFile } from '$lib/core/assignment/assignment-file';
import type { BundledCards } from '$lib/core/assignment/bundled';
import { ascii, hex, type Bytes } from '$lib/core/assignment/bytes';
import { openClass, type ClassDocument } from '$lib/core/assignment/class-document';
import type { AssignmentCrypto, Signer } from '$lib/core/assignment/crypto-port';
import type { Fault } from '$lib/core/assignment/fault';
import type { Question } from '$lib/core/assignment/public-document';
import { sealSheet } from '$lib/core/assignment/sheet';
import { storedBytes } from '$lib/core/assignment/stored-bytes';
import { canonicalJson } from '$lib/core/canonical';
import { publicItem } from '$lib/core/item/registry';
import type { EntryDraft, StartEntry } from '$lib/core/log/entry';
import { startDraft } from '$lib/core/quiz/attempt-entries';
import { attemptOf, type Begun } from '$lib/core/quiz/listed-attempts';
import { DEFAULT_QUIZ, type QuizSettings } from '$lib/core/quiz/quiz-settings';
import { seededRandom, shuffled } from '$lib/core/random';
import { fail, ok, type Result } from '$lib/core/result';
import { assignedItem } from '$lib/core/taking/assigned-items';
import * as received from '$lib/core/taking/received';
import type { KeptSheet, Student, Trust } from '$lib/core/taking/received';
import { sheetBody } from '$lib/core/taking/sheet-body';
import type { Learner } from '../learner.svelte';
import type { Library } from '../library.svelte';
import type { Asking } from '../quiz-asked';
import { AnswersIn, type TakenAnswers } from './answers-in';
import { bundledContent, type KeyedQuiz } from './assigned-asking';
import { mendedAsking } from './mended-asking';
import { beginMissedPractice } from './missed-practice';
import { ownBankDraft } from './teacher-bank';

/** What taking a quiz needs of the world. */
export interface TakingPorts {
	readonly learner: Learner;
	readonly library: Library;
	readonly crypto: AssignmentCrypto;
	/** The cards of the banks that came with the app. */
	bundled(): Promise<BundledCards>;
	/** The device's key for a teacher and a name; made at the first call. */
	signer(teacherKey: string, name: string): Promise<Signer>;
	/** SHA-256 of a text, as hexadecimal digits. */
	digest(text: string): string;
	/** Offers bytes as a file. */
	save(name: string, bytes: Bytes): void;
}

/** A quiz that was opened, and what the device knows of who set it. */
export interface OfferedQuiz {
	/** The assignment's id as hexadecimal digits. */
	readonly id: string;
	/** With what its file carries. */
	readonly payload: Bytes;
	readonly opened: OpenedAssignment;
	readonly teacherKey: string;
	readonly trust: Trust;
	/** The class it is for, where the learner has joined that. */
	readonly joined: received.JoinedClass | undefined;
	/** Attempts that were begun here, oldest first. */
	readonly attempts: readonly Begun[];
}

/** A class that somebody may join. */
export interface OfferedClass {
	readonly document: ClassDocument;
	readonly teacherKey: string;
	readonly trust: Trust;
}

/** Nothing was changed yet. */
const UNMENDED = { additions: [], changedKeys: [] };

/** Where nothing was found that should be there. */
class NotHere extends Error {}

/** Quizzes that teachers set, on the device of who takes them. All of it is in the learner's log. */
export class Taking {
	readonly #ports: TakingPorts;

	constructor(ports: TakingPorts) {
		this.#ports = ports;
	}

	async #done() {
		const { learner } = this.#ports;
		return { ...learner.moment(), batch: learner.token() };
	}

	/** Appends one act. Resolves once it is saved, or cannot be. */
	async #act(drafts: readonly EntryDraft[], batch: string): Promise<boolean> {
		return this.#ports.learner.act(batch, drafts);
	}

	attemptsOf(id: string): readonly Begun[] {
		const all = [...this.#ports.learner.fold.attempts.live.values()];
		return all
			.filter((attempt): attempt is Begun => attempt.start?.source === id)
			.sort((a, b) => a.start.t - b.start.t);
	}

	/** Opens a quiz. Nothing is kept of it before it is begun. */
	async openQuiz(payload: Bytes): Promise<Result<OfferedQuiz, Fault>> {
		const { learner } = this.#ports;
		const opened = await openAssignmentFile(payload, this.#ports, await this.#ports.bundled());
		if (!opened.ok) return fail(opened.error);
		const { id, signedBy, document } = opened.value;
		const [name, teacherKey] = [hex(id), hex(signedBy)];
		const joined = document.classId && received.joinedClass(learner.fold, hex(document.classId));
		return ok({
			...{ id: name, payload, opened: opened.value, teacherKey },
			trust: received.trustOf(learner.fold, teacherKey, document.teacher),
			joined: joined?.teacherKey === teacherKey ? joined : undefined,
			attempts: this.attemptsOf(name)
		});
	}

	/** A quiz that was kept; undefined where there is none. */
	async keptQuiz(id: string): Promise<Result<OfferedQuiz, Fault> | undefined> {
		const kept = received.receivedQuiz(this.#ports.learner.fold, id);
		return kept && this.openQuiz(kept.payload);
	}

	async openClass(payload: Bytes): Promise<Result<OfferedClass, Fault>> {
		const { crypto, learner } = this.#ports;
		const opened = await openClass(payload, crypto);
		if (!opened.ok) return fail(opened.error);
		const { document, signedBy } = opened.value;
		const teacherKey = hex(signedBy);
		return ok({
			...{ document, teacherKey },
			trust: received.trustOf(learner.fold, teacherKey, document.teacher)
		});
	}

	/** Pins the teacher's key, and keeps how the learner is known in the class. */
	async join({ document, teacherKey }: OfferedClass, student: Omit<Student, 'borrowed'>) {
		const done = await this.#done();
		const { name, number } = student;
		const value = {
			...{ name: document.name, teacherKey, student: name },
			...(number === undefined ? {} : { number })
		};
		const setting = { ...done, kind: 'setting' as const };
		return this.#act(
			[
				{ ...setting, key: received.pinnedKey(teacherKey), value: document.teacher },
				{ ...setting, key: received.joinedKey(hex(document.id)), value }
			],
			done.batch
		);
	}

	#settingsOf({ policy }: OpenedAssignment['document'], isOpen: boolean): QuizSettings {
		return {
			...DEFAULT_QUIZ,
			...{ minutes: policy.minutes, shuffle: policy.shuffle, certainty: policy.certainty },
			feedback: isOpen && policy.feedback === 'each' ? 'once' : 'end'
		};
	}

	/** Keeps the quiz and begins an attempt, in one act. @returns its name, this one if there is one */
	async begin(quiz: OfferedQuiz, student: Student, name?: string): Promise<string> {
		const { learner } = this.#ports;
		const { id, teacherKey, opened, payload } = quiz;
		const { document } = opened;
		const attempt = name ?? learner.token();
		const done = await this.#done();
		const named = await Promise.all(
			opened.items.map(async (item) => ({
				item: assignedItem(id, item),
				revision: item.is === 'own' ? await this.#revisionOf(item.question) : item.card.revision
			}))
		);
		const items = document.policy.shuffle
			? shuffled(named, seededRandom(`${attempt}:order`))
			: named;
		const about = { id, payload, title: document.title, teacher: document.teacher, teacherKey };
		const start = startDraft(
			{
				...{ attempt, number: this.attemptsOf(id).length + 1, title: document.title },
				...{ seed: attempt, items, settings: this.#settingsOf(document, this.#isOpen(opened)) }
			},
			done
		) as Extract<EntryDraft, { kind: 'start' }>;
		const settings = { ...(start.settings as object), by: student };
		const pin =
			quiz.trust === 'unknown'
				? [{ key: received.pinnedKey(teacherKey), value: document.teacher }]
				: [];
		await this.#act(
			[
				received.quizDraft(about, storedBytes(payload), done),
				...pin.map((each) => ({ ...done, kind: 'setting' as const, ...each })),
				{ ...start, source: id, settings }
			],
			done.batch
		);
		return attempt;
	}

	/** The revision of what left its teacher without a key: a hash of the question. */
	async #revisionOf(question: Question): Promise<string> {
		const text = new TextEncoder().encode(canonicalJson(question));
		return `p1-${hex(await this.#ports.crypto.sha256(text)).slice(0, 16)}`;
	}

	/** Whether what is right may be seen on this device as soon as it is answered. */
	#isOpen({ document }: OpenedAssignment): boolean {
		const { keyMode, feedback } = document.policy;
		return keyMode === 'at-once' && feedback !== 'release';
	}

	/** A quiz of the log with the keys that came with it. @throws NotHere */
	async keyedQuiz(id: string): Promise<KeyedQuiz> {
		const offered = await this.keptQuiz(id);
		if (!offered?.ok) throw new NotHere(offered?.error.is);
		const { opened, teacherKey } = offered.value;
		return {
			...{ id, teacherKey, opened, keyed: opened.keyed },
			itemIds: opened.document.itemIds ?? [],
			isOpen: this.#isOpen(opened)
		};
	}

	/** Who asks the questions of an attempt at a quiz that was set. @throws NotHere */
	async asking({ source = '' }: StartEntry): Promise<Asking> {
		const quiz = await this.keyedQuiz(source);
		return mendedAsking(quiz, this.namesOf(quiz), this.#ports);
	}

	/** What attempts call the items of a quiz, in its order. */
	namesOf({ id, opened }: KeyedQuiz): readonly string[] {
		return opened.items.map((item) => assignedItem(id, item));
	}

	async #questions({ id, opened }: KeyedQuiz) {
		const all = opened.items.map(async (item) => {
			if (item.is === 'own') return { item: assignedItem(id, item), question: item.question };
			const content = await bundledContent(item.card, this.#ports.library);
			if (!content) throw new NotHere(item.card.key);
			const question = publicItem(content.item, content.part) as Question;
			return { item: assignedItem(id, item), question };
		});
		return Promise.all(all);
	}

	/**
	 * The sheet of a finished attempt: sealed once, kept, and the same ever after.
	 *
	 * @throws NotHere where the attempt or its quiz cannot be found
	 */
	async sheet(attempt: string): Promise<Result<KeptSheet, Fault>> {
		const { learner, crypto } = this.#ports;
		const before = received.sheetOf(learner.fold, attempt);
		if (before) return ok(before);
		const begun = attemptOf(learner.fold, attempt);
		const student = received.studentOf(begun?.start.settings);
		if (!begun?.finish || !student) throw new NotHere(attempt);
		const quiz = await this.keyedQuiz(begun.start.source ?? '');
		const { id, document } = quiz.opened;
		const name = (await crypto.sha256(ascii(attempt))).slice(0, 8);
		const items = await this.#questions(quiz);
		const body = sheetBody(begun, items, student, name, document.policy.certainty);
		const signer = await this.#ports.signer(quiz.teacherKey, student.name);
		const sealed = await sealSheet(body, { id, sealKey: document.sealKey }, signer, crypto);
		if (!sealed.ok) return fail(sealed.error);
		const sheet = { hash: hex(sealed.value.hash), payload: sealed.value.payload };
		const done = await this.#done();
		const bank = quiz.isOpen ? ownBankDraft(quiz, UNMENDED, this.#ports, done) : undefined;
		const kept = received.sheetDraft(attempt, sheet, storedBytes(sheet.payload), done);
		await this.#act(bank ? [kept, bank] : [kept], done.batch);
		if (bank) await learner.shelve();
		return ok(sheet);
	}

	/** Offers a document as a file. */
	save(name: string, payload: Bytes): void {
		this.#ports.save(name, payload);
	}

	/** Takes what a teacher gave back after the marking. */
	async takeAnswers(payload: Bytes): Promise<Result<TakenAnswers, Fault>> {
		return new AnswersIn(this.#ports, this).take(payload);
	}

	/** Begins *your own missed ones*; undefined where nothing is missed any more. */
	async beginPractice(payload: Bytes): Promise<Result<string | undefined, Fault>> {
		return beginMissedPractice(this.#ports, this, payload);
	}

	/** The learner has handed a sheet on; whether it arrived, nobody here can see. */
	async noteSent(attempt: string): Promise<void> {
		const done = await this.#done();
		const value = done.at;
		await this.#act(
			[{ ...done, kind: 'setting', key: received.sentKey(attempt), value }],
			done.batch
		);
	}
}
