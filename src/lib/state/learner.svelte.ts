import type { EntryDraft } from '$lib/core/log/entry';
import { recordOf, stateOf, tallyOf, type DayTally, type Fold } from '$lib/core/log/fold';
import type { CardRecord, CardState } from '$lib/core/log/fold-card';
import { settingsOf, type Settings } from '$lib/core/log/settings';
import type { LearnerRecord, LogStore } from '$lib/core/ports';
import { createScheduler, type Scheduler } from '$lib/core/scheduling/scheduler';
import { troubleOf, type StorageTrouble } from '$lib/core/storage-failure';
import type { LearnerPorts } from './learner-ports';
import { LiveFold } from './live-fold';
import { isTidy, openFold } from './stored-fold';
import type { Moment } from './study-clock';

/** Bits of the token that names an act; it is the batch of the act's entries. */
const TOKEN_BITS = 80;

/** One thing the learner did: entries that stand or fall together. */
interface Act {
	readonly token: string;
	readonly drafts: readonly EntryDraft[];
}

/**
 * The learner's log, live. What is done is folded at once, so that the page need not wait; it
 * counts as saved only when the store says so, and what could not be saved stays here.
 */
export class Learner {
	readonly #ports: LearnerPorts;
	readonly #live: LiveFold;
	#store: LogStore | undefined;
	#draining: Promise<void> | undefined;
	#tidying: Promise<void> | undefined;
	/** Whether others have changed the log. */
	#outdated = false;

	/** Grows with every change of the fold: what reads the fold depends on it. */
	#version = $state(0);
	#queue = $state.raw<readonly Act[]>([]);
	/** Whose log it is; undefined until it has been opened. */
	record: LearnerRecord | undefined = $state.raw();
	/** False until the log has been read, or reading has failed. */
	ready = $state(false);
	/** How much of a long log has been folded anew, 0..1; undefined when none is. */
	rebuilt: number | undefined = $state();
	/** Why nothing is being saved, if so. */
	trouble = $state.raw<StorageTrouble>();
	/** Answers were saved here, and the log is gone. Nothing is begun anew without asking. */
	missing = $state(false);

	constructor(ports: LearnerPorts) {
		this.#ports = ports;
		this.#live = new LiveFold(ports.ids.id(TOKEN_BITS));
	}

	/** Reads the log. Never rejects: without a store the learner studies in memory, and is told. */
	async open(): Promise<void> {
		await this.#drain();
		this.ready = true;
	}

	async #connect(): Promise<void> {
		const { learner, store } = await this.#ports.openLog();
		this.record = learner;
		try {
			this.missing = learner.expected === true && !(await store.exists());
		} catch (error) {
			store.close();
			throw error;
		}
		if (this.missing) return store.close();
		this.#store = store;
		// Until it has been read, whatever keeps it from being read now.
		this.#outdated = true;
	}

	/** Begins a log where one is missing. */
	async startAfresh(): Promise<void> {
		if (this.record) await this.#ports.expect(this.record.id, false);
		await this.reopen();
		this.#ports.say();
	}

	/** Lets go of the log and opens it again, or another learner's that was chosen meanwhile. */
	async reopen(): Promise<void> {
		await this.#letGo();
		await this.open();
	}

	async #letGo(): Promise<void> {
		await this.#draining;
		await this.#tidying;
		this.#store?.close();
		this.#store = undefined;
	}

	/** Hands over to another learner, of whom all tabs are told. */
	async handOver(change: () => Promise<void>): Promise<void> {
		await this.#letGo();
		try {
			await change();
		} finally {
			// Anew, if something was done meanwhile.
			await this.reopen();
			this.#ports.say();
		}
	}

	/** Another tab has said that a log has changed: this learner's, or that of who came instead. */
	async hear(learner: string): Promise<void> {
		if (learner === this.record?.id && !this.missing) return this.refresh();
		await this.#drain();
		// What this learner did is not to be saved as another's.
		if (!this.unsaved || this.missing) await this.reopen();
	}

	/** Shows a log that was changed as a whole, here and in the other tabs. */
	async renew(): Promise<void> {
		await this.refresh();
		this.#ports.say();
	}

	/** What was not saved is let go of: its learner is to be erased. */
	forget(): void {
		this.#queue = [];
	}

	/** The store itself, for what is done to a log as a whole. */
	get store(): LogStore | undefined {
		return this.#store;
	}

	/** Folds what is stored, then what waits to be. */
	async #read(store: LogStore): Promise<void> {
		this.#outdated = false;
		const rebuild = this.record && this.#ports.rebuild(this.record.id);
		const onshare = (share: number) => (this.rebuilt = share);
		try {
			this.#live.replace(await openFold(store, rebuild, onshare));
		} catch (error) {
			this.#outdated = true;
			throw error;
		} finally {
			this.rebuilt = undefined;
		}
		this.#live.extend(this.waiting);
		await this.shelve();
		this.#version += 1;
	}

	/** Reads the log again: others have added to it, or it has been changed as a whole. */
	async refresh(): Promise<void> {
		this.#outdated = true;
		while (this.#outdated && !this.trouble && this.#store) await this.#drain();
	}

	/** Shows the banks of one's own as the log has them now. */
	async shelve(): Promise<void> {
		await this.#ports.shelve?.(this.#live.fold);
	}

	get fold(): Fold {
		void this.#version;
		return this.#live.fold;
	}

	readonly settings: Settings = $derived(settingsOf(this.fold.settings.live));
	readonly #retention = $derived(this.settings.desiredRetention);
	readonly #parameters = $derived(this.fold.parameters);
	/** The scheduler at the retention the learner wants. */
	readonly scheduler: Scheduler = $derived(
		createScheduler({
			desiredRetention: this.#retention,
			...(this.#parameters ? { parameters: this.#parameters } : {})
		})
	);

	get today(): DayTally {
		return tallyOf(this.fold, this.moment().day);
	}

	/** Whether something was done that is not saved yet. */
	get unsaved(): boolean {
		return this.#queue.length > 0;
	}

	stateOf(card: string): CardState | undefined {
		return stateOf(this.fold, card);
	}

	recordOf(card: string): CardRecord {
		return recordOf(this.fold, card);
	}

	moment(): Moment {
		return this.#ports.clock.moment(this.settings.rolloverHour);
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
		this.#live.extend(drafts);
		this.#queue = [...this.#queue, act];
		this.#version += 1;
		// An act may come just after the loop has looked for the last time.
		do await this.#drain();
		while (this.#queue.includes(act) && !this.trouble && !this.missing);
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
			await this.#saveAll();
			this.trouble = undefined;
		} catch (error) {
			this.trouble = troubleOf(error);
		}
		// No answer waits for it.
		if (!isTidy(this.#live.fold)) void this.tidy();
	}

	async #saveAll(): Promise<void> {
		const store = this.#store;
		if (!store) return;
		// What was done comes first: it can be saved even where too little can be read.
		for (let act = this.#queue[0]; act; act = this.#queue[0]) await this.#save(act, store);
		if (this.#outdated || this.#live.isStale) await this.#read(store);
	}

	async #save(act: Act, store: LogStore): Promise<void> {
		const { foreign } = await store.append(act.token, act.drafts);
		this.#queue = this.#queue.filter((other) => other !== act);
		if (foreign) this.#outdated = true;
		await this.#noteSaved();
	}

	/** From the first saved answer on, a log that is gone is missed. */
	async #noteSaved(): Promise<void> {
		this.#ports.say();
		if (!this.record || this.record.expected === true) return;
		this.record = { ...this.record, expected: true };
		// The answer is saved whatever becomes of the note.
		await this.#ports.expect(this.record.id, true).catch(() => undefined);
	}

	/** Keeps a snapshot and packs what is full, so that the next start is quick. */
	tidy(): Promise<void> {
		this.#tidying ??= this.#tidy().finally(() => {
			this.#tidying = undefined;
		});
		return this.#tidying;
	}

	async #tidy(): Promise<void> {
		const isUnsure = this.unsaved || this.#live.isStale || this.#outdated;
		if (!this.#store || isUnsure) return;
		try {
			await this.#live.tidy(this.#store);
		} catch {
			// Both only make the next start quicker.
		}
	}

	/** What is not saved, oldest first. */
	get waiting(): readonly EntryDraft[] {
		return this.#queue.flatMap(({ drafts }) => drafts);
	}
}
