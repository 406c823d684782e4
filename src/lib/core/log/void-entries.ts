import type { Envelope, UndoEntry } from './entry';
import { compareEntries } from './order';

/** Which entries are void, and how many undos lead back to themselves. */
export interface Voids {
	has(entry: Envelope): boolean;
	/** Undos that name themselves, by id or by batch; to themselves they do nothing. */
	readonly ignored: number;
}

/**
 * An entry is void when an undo that is not void itself names it. An undo acts only on what sorts
 * before it, as everything a device had seen does; so one backward pass settles all of them and
 * no undo can lead back to itself.
 *
 * @param undos in the order of the log
 */
export function voidEntries(undos: readonly UndoEntry[]): Voids {
	const ids = new Map<string, UndoEntry>();
	const batches = new Map<string, UndoEntry>();
	const before = (entry: Envelope, undo: UndoEntry | undefined) =>
		undo !== undefined && compareEntries(entry, undo) < 0;
	const has = (entry: Envelope) =>
		(ids.size > 0 && before(entry, ids.get(entry.id))) ||
		(batches.size > 0 && entry.batch !== undefined && before(entry, batches.get(entry.batch)));

	let ignored = 0;
	const name = (names: Map<string, UndoEntry>, target: string, undo: UndoEntry) => {
		if (!names.has(target)) names.set(target, undo);
	};
	for (const undo of [...undos].reverse()) {
		const { targets } = undo;
		const self = 'ids' in targets ? targets.ids.includes(undo.id) : targets.batch === undo.batch;
		if (self) ignored += 1;
		if (has(undo)) continue;
		if ('ids' in targets) targets.ids.forEach((id) => name(ids, id, undo));
		else name(batches, targets.batch, undo);
	}
	return { has, ignored };
}
