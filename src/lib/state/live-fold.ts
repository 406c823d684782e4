import { stampEntries } from '$lib/core/log/append';
import type { EntryDraft } from '$lib/core/log/entry';
import type { Fold } from '$lib/core/log/fold';
import { extendFold, foldLog } from '$lib/core/log/fold-log';
import { TAIL } from '$lib/core/log/tail';
import type { LogStore } from '$lib/core/ports';
import { memoryModel } from '$lib/core/scheduling/scheduler';
import { isTidy, tidyFold, type StoredFold } from './stored-fold';

/** Longest tail that is left alone when the page is put away. */
const MOST_LEFT = TAIL + 64;

/** The fold of an open log, onto which is folded what is done, before it is saved. */
export class LiveFold {
	#stored: StoredFold;
	/** Whether something was done that only the whole log can be folded with. */
	isStale = false;

	/** @param device a name for this device until the log has been read */
	constructor(device: string) {
		const head = { device, count: 0, t: 0 };
		this.#stored = { head, epoch: 0, fold: foldLog([], memoryModel), kept: false };
	}

	get fold(): Fold {
		return this.#stored.fold;
	}

	/** Takes what was read instead. */
	replace(stored: StoredFold): void {
		this.#stored = stored;
		this.isStale = false;
	}

	extend(drafts: readonly EntryDraft[]): void {
		const { head, entries } = stampEntries(this.#stored.head, drafts);
		this.#stored = { ...this.#stored, head };
		for (const entry of entries) {
			if (!this.isStale && !extendFold(this.fold, entry)) this.isStale = true;
		}
	}

	/** Keeps a snapshot and packs what is full, when the next start is quicker for it. */
	async tidy(store: LogStore): Promise<void> {
		const { fold, epoch, kept } = this.#stored;
		if ((kept || fold.tail.whole) && isTidy(fold, MOST_LEFT)) return;
		await tidyFold(fold, store, epoch);
		if (this.fold === fold) this.#stored = { ...this.#stored, kept: true };
		await store.pack();
	}
}
