import type { Bytes } from '$lib/core/assignment/bytes';
import type { BorrowedStore } from '$lib/core/ports';
import { isLeftBehind } from '$lib/core/taking/borrowed';
import type { Student } from '$lib/core/taking/received';
import type { Learner } from '../learner.svelte';
import type { TakenAttempt } from './answers-in';
import type { OfferedQuiz, Taking } from './taking';

/** What an attempt is taken with: a log of its own, over a database of its own. */
export interface OpenedLog {
	readonly learner: Learner;
	readonly taking: Taking;
}

/** What borrowing needs of the world. */
export interface BorrowedPorts {
	readonly store: BorrowedStore;
	/** Opens the log of an attempt that the store knows; its learner tells other tabs of changes. */
	open(attempt: string): Promise<OpenedLog>;
	/** Tells the other tabs that an attempt has changed, or has gone. */
	say(attempt: string): void;
	/** A fresh name for an attempt. */
	token(): string;
	/** UTC milliseconds. */
	now(): number;
}

/** An attempt of somebody who borrows this phone, opened. */
export class Borrowing {
	readonly attempt: string;
	readonly learner: Learner;
	readonly taking: Taking;
	/** It goes for good: by who is in front of this tab, or it has gone in another one. */
	stage: 'here' | 'erasing' | 'gone' = $state('here');

	constructor(attempt: string, { learner, taking }: OpenedLog) {
		this.attempt = attempt;
		this.learner = learner;
		this.taking = taking;
	}
}

/**
 * Attempts of those who borrow this phone. None of them touches the log of its owner, nor that of
 * another borrower: a second learner stands over each one's database.
 */
export class Borrowed {
	readonly #ports: BorrowedPorts;
	readonly #opened = new Map<string, Promise<Borrowing>>();

	constructor(ports: BorrowedPorts) {
		this.#ports = ports;
	}

	/** Those that are here, oldest first. What was left for a week is erased. */
	async look(): Promise<readonly string[]> {
		const all = await this.#ports.store.list();
		const now = this.#ports.now();
		const left = all.filter((each) => isLeftBehind(each, now));
		// Where the browser refuses, it is tried again when this is looked at again.
		for (const { attempt } of left) await this.erase(attempt).catch(() => undefined);
		return all.flatMap((each) => (left.includes(each) ? [] : each.attempt));
	}

	/** An attempt, opened; undefined where it is not here. */
	async find(attempt: string): Promise<Borrowing | undefined> {
		return (await this.look()).includes(attempt) ? this.#open(attempt) : undefined;
	}

	/** All that are here, opened. */
	async all(): Promise<readonly Borrowing[]> {
		return Promise.all((await this.look()).map((attempt) => this.#open(attempt)));
	}

	#open(attempt: string): Promise<Borrowing> {
		const opening =
			this.#opened.get(attempt) ??
			this.#ports.open(attempt).then((log) => new Borrowing(attempt, log));
		this.#opened.set(attempt, opening);
		opening.catch(() => this.#opened.delete(attempt));
		return opening;
	}

	/**
	 * Begins an attempt in a database of its own.
	 *
	 * @returns its name
	 * @throws StorageFailure where none can be kept apart
	 */
	async begin(quiz: OfferedQuiz, student: Omit<Student, 'borrowed'>): Promise<string> {
		const attempt = this.#ports.token();
		await this.#ports.store.add({ attempt, at: this.#ports.now() });
		const { taking } = await this.#open(attempt);
		return taking.begin(quiz, { ...student, borrowed: true }, attempt);
	}

	/** Erases an attempt with everything that was kept of it. Rejects where the browser refuses. */
	async erase(attempt: string): Promise<void> {
		const borrowing = await this.#opened.get(attempt)?.catch(() => undefined);
		if (borrowing) await this.#eraseOpened(borrowing);
		else await this.#ports.store.erase(attempt);
		this.#opened.delete(attempt);
		this.#ports.say(attempt);
	}

	async #eraseOpened(borrowing: Borrowing): Promise<void> {
		borrowing.stage = 'erasing';
		// What is not saved yet is not to be saved into a new database of the same name.
		borrowing.learner.forget();
		try {
			await borrowing.learner.handOver(() => this.#ports.store.erase(borrowing.attempt));
		} catch (error) {
			borrowing.stage = 'here';
			throw error;
		}
	}

	async eraseAll(): Promise<void> {
		for (const { attempt } of await this.#ports.store.list()) await this.erase(attempt);
	}

	/** Takes what a teacher gave back after the marking, for those whose attempts are still here. */
	async takeAnswers(payload: Bytes): Promise<readonly TakenAttempt[]> {
		const taken: TakenAttempt[] = [];
		for (const { taking } of await this.all()) {
			const result = await taking.takeAnswers(payload);
			if (result.ok) taken.push(...result.value.attempts);
		}
		return taken;
	}

	/** Another tab has said that an attempt has changed, or has gone. */
	async hear(attempt: string): Promise<void> {
		const borrowing = await this.#opened.get(attempt)?.catch(() => undefined);
		if (!borrowing) return;
		const all = await this.#ports.store.list();
		if (all.some((each) => each.attempt === attempt)) return borrowing.learner.refresh();
		borrowing.stage = 'gone';
		this.#opened.delete(attempt);
		borrowing.learner.forget();
		// It finds nothing to open any more, and so lets go.
		await borrowing.learner.reopen();
	}
}
