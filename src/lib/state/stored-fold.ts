import type { Head } from '$lib/core/log/append';
import type { Fold } from '$lib/core/log/fold';
import { advanceTail, foldLog } from '$lib/core/log/fold-log';
import { foldFromSnapshot, takeSnapshot } from '$lib/core/log/snapshot';
import { TAIL } from '$lib/core/log/tail';
import { memoryModel } from '$lib/core/scheduling/scheduler';
import type { LogStore, OpenedLog } from '$lib/core/ports';

/** A stored log and what it comes to. */
export interface StoredFold {
	readonly head: Head;
	readonly epoch: number;
	readonly fold: Fold;
	/** Whether there is a snapshot from which it can be opened. */
	readonly kept: boolean;
}

/** Folds a long log off the page and keeps its snapshot; says how much is done, 0..1. */
export type Rebuild = (onshare: (share: number) => void) => Promise<void>;

/** Longest log that is folded on the page itself when there is no snapshot. */
const MOST_ON_PAGE = 20_000;

function folded({ head, epoch, snapshot, values }: OpenedLog): StoredFold | undefined {
	const kept = snapshot !== undefined;
	const fold = kept
		? foldFromSnapshot(snapshot, values ?? [], memoryModel)
		: values && foldLog(values, memoryModel);
	return fold && { head, epoch, fold, kept };
}

/**
 * Opens a log and folds it; a snapshot that does not hold is dropped.
 *
 * @param most values to fold where there is no snapshot
 * @returns undefined when there are more
 */
async function tryFold(store: LogStore, most?: number): Promise<StoredFold | undefined> {
	const opened = await store.open(most);
	const fold = folded(opened);
	if (fold || opened.snapshot === undefined) return fold;
	await store.dropSnapshot();
	// Looked at anew: what comes with a snapshot, perhaps another tab's by now, is never all.
	return tryFold(store, most);
}

/**
 * Opens a log and folds it: from its snapshot, on the page when it is short, elsewhere when it is
 * long.
 *
 * @param onshare is told how much of a rebuild is done, 0..1
 */
export async function openFold(
	store: LogStore,
	rebuild: Rebuild | undefined,
	onshare: (share: number) => void
): Promise<StoredFold> {
	const fold = rebuild && (await tryFold(store, MOST_ON_PAGE));
	if (fold) return fold;
	// Where it fails, the page folds the log itself.
	await rebuild?.(onshare).catch(() => undefined);
	const whole = await tryFold(store);
	if (!whole) throw new RangeError('a log is opened without its values');
	return whole;
}

/** How far a tail may grow before a snapshot is due. */
const MOST_TAIL = 2 * TAIL;

export const isTidy = ({ tail }: Fold, most = MOST_TAIL) => tail.entries.length <= most;

/** Shortens the tail and keeps a snapshot of what lies before it. */
export async function tidyFold(fold: Fold, store: LogStore, epoch: number): Promise<void> {
	advanceTail(fold);
	const snapshot = takeSnapshot(fold);
	if (snapshot) await store.saveSnapshot(snapshot, epoch);
}
