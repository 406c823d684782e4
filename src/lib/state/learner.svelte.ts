import { stampEntries, type Head } from '$lib/core/log/append';
import type { Entry, EntryDraft } from '$lib/core/log/entry';
import { extendFold, foldLog, tallyOf, type DayTally, type Fold } from '$lib/core/log/fold';
import type { CardState } from '$lib/core/log/fold-card';
import { settingsOf, type Settings } from '$lib/core/log/settings';
import { unsavedFile } from '$lib/core/log/unsaved-file';
import type { Clock, LogStore, RandomIds } from '$lib/core/ports';
import { createScheduler, type MemoryModel, type Scheduler } from '$lib/core/scheduling/scheduler';
import { StorageFailure, type StorageTrouble } from '$lib/core/storage-failure';
import { studyDay } from '$lib/core/study-day';

/** Bits of the token that names an act; it is the batch of the act's entries. */
const TOKEN_BITS = 80;

/** What the learner needs of the world. */
export interface LearnerPorts {
	/** Opens the log; fails when the browser keeps nothing. */
	openLog(): Promise<{ readonly learner: string; readonly store: LogStore }>;
	readonly clock: Clock;
	readonly ids: RandomIds;
}

/** One thing the learner did: entries that stand or fall together. */
interface Act {
	readonly token: string;
	readonly drafts: readonly EntryDraft[];
}

/** The moment of an entry, in all the forms an entry carries. */
export interface Moment {
	readonly at: number;
	readonly offset: number;
	readonly day: number;
}

const asTrouble = (error: unknown): StorageTrouble =>
	error instanceof StorageFailure ? error.trouble : 'unavailable';

/**
 * The learner's log, live. What is done is folded at once, so that the page need not wait; it
 * counts as saved only when the store says so, and what could not be saved stays here.
 */
export class Learner {
	readonly #ports: LearnerPorts;
	/** Memory follows the parameters alone; the wanted retention decides intervals only. */
	readonly #memory: MemoryModel = createScheduler();
	#fold: Fold = foldLog([], this.#memory);
	#head: Head;
	#store: LogStore | undefined;
	#id: string | undefined;
	#stored: readonly unknown[] = [];
	#draining: Promise<void> | undefined;

	/** Grows with every change of the fold: what reads the fold depends on it. */
	#version = $state(0);
	#queue = $state.raw<readonly Act[]>([]);
	/** False until the log has been read, or reading has failed. */
	ready = $state(false);
	/** Why nothing is being saved, if so. */
	trouble = $state.raw<StorageTrouble>();

	constructor(ports: LearnerPorts) {
		this.#ports = ports;
		this.#head = { device: ports.ids.id(TOKEN_BITS), count: 0, t: 0 };
	}

	/** Reads the log. Never rejects: without a store the learner studies in memory, and is told. */
	async open(): Promise<void> {
		try {
			await this.#connect();
		} catch (error) {
			this.trouble = asTrouble(error);
		}
		this.ready = true;
	}

	async #connect(): Promise<void> {
		const { learner, store } = await this.#ports.openLog();
		const { head, entries } = await store.load();
		this.#id = learner;
		this.#store = store;
		this.#head = head;
		this.#stored = entries;
		this.#refold();
	}

	/** Folds what is stored, then what waits to be. */
	#refold(): void {
		this.#fold = foldLog(this.#stored, this.#memory);
		for (const act of this.#queue) this.#extend(act);
		this.#version += 1;
	}

	#extend({ drafts }: Act): void {
		const { head, entries } = stampEntries(this.#head, drafts);
		this.#head = head;
		for (const entry of entries) extendFold(this.#fold, entry, this.#memory);
	}

	get fold(): Fold {
		void this.#version;
		return this.#fold;
	}

	readonly settings: Settings = $derived(settingsOf(this.fold.settings));
	readonly #retention = $derived(this.settings.desiredRetention);
	/** The scheduler at the retention the learner wants. */
	readonly scheduler: Scheduler = $derived(createScheduler({ desiredRetention: this.#retention }));

	get today(): DayTally {
		return tallyOf(this.fold, this.moment().day);
	}

	/** Whether something was done that is not saved yet. */
	get unsaved(): boolean {
		return this.#queue.length > 0;
	}

	stateOf(card: string): CardState | undefined {
		return this.fold.cards.get(card);
	}

	moment(): Moment {
		const at = this.#ports.clock.now();
		const offset = this.#ports.clock.offset(at);
		return { at, offset, day: studyDay(at, offset, this.settings.rolloverHour) };
	}

	/** A fresh name for an act; its entries carry it as their batch. */
	token(): string {
		return this.#ports.ids.id(TOKEN_BITS);
	}

	/**
	 * Does something: folds it now and saves it after what was done before it. Resolves to whether
	 * it is saved; if not, it is kept and tried again.
	 */
	async act(token: string, drafts: readonly EntryDraft[]): Promise<boolean> {
		const act = { token, drafts };
		this.#extend(act);
		this.#queue = [...this.#queue, act];
		this.#version += 1;
		// An act may come just after the loop has looked for the last time.
		do await this.#drain();
		while (this.#queue.includes(act) && !this.trouble);
		return !this.#queue.includes(act);
	}

	set<K extends keyof Settings>(key: K, value: Settings[K]): Promise<boolean> {
		const token = this.token();
		return this.act(token, [{ ...this.moment(), kind: 'setting', batch: token, key, value }]);
	}

	/** Tries once more to save what is not saved. */
	async retry(): Promise<void> {
		await this.#drain();
	}

	/** Saves one act after the other; one loop at a time. */
	#drain(): Promise<void> {
		this.#draining ??= this.#drainAll().finally(() => {
			this.#draining = undefined;
		});
		return this.#draining;
	}

	async #drainAll(): Promise<void> {
		try {
			if (!this.#store) await this.#connect();
			for (let act = this.#queue[0]; act; act = this.#queue[0]) await this.#save(act);
			this.trouble = undefined;
		} catch (error) {
			this.trouble = asTrouble(error);
		}
	}

	async #save(act: Act): Promise<void> {
		const { foreign } = (await this.#store?.append(act.token, act.drafts)) ?? { foreign: false };
		this.#queue = this.#queue.filter((other) => other !== act);
		if (foreign) await this.#reload();
	}

	/** Another tab has appended: its entries are in the log and not yet in the fold. */
	async #reload(): Promise<void> {
		const loaded = await this.#store?.load();
		if (!loaded) return;
		this.#head = loaded.head;
		this.#stored = loaded.entries;
		this.#refold();
	}

	/** What is not saved, as a file. */
	unsavedFile(): string {
		const entries: Entry[] = [];
		let head = this.#head;
		const waiting = this.#queue.reduce((sum, { drafts }) => sum + drafts.length, 0);
		head = { ...head, count: head.count - waiting, t: 0 };
		for (const { drafts } of this.#queue) {
			const stamped = stampEntries(head, drafts);
			head = stamped.head;
			entries.push(...stamped.entries);
		}
		return unsavedFile(this.#id, entries);
	}
}
