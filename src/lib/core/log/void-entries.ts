import type { Entry, Envelope, RedateEntry, UndoEntry } from './entry';
import { compareEntries } from './order';

/** Which entries are void, and how many undos lead back to themselves. */
export interface Voids {
	has(entry: Envelope): boolean;
	/** Undos that name themselves, by id or by batch; to themselves they do nothing. */
	readonly ignored: number;
}

/**
 * An entry is void when an undo that is not void itself names it; an erasure never is. An undo
 * acts only on what sorts before it, as everything a device had seen does; so one backward pass
 * settles all of them and no undo can lead back to itself.
 *
 * @param undos in the order of the log
 */
export function voidEntries(undos: readonly UndoEntry[]): Voids {
	const ids = new Map<string, UndoEntry>();
	const batches = new Map<string, UndoEntry>();
	const before = (entry: Envelope, undo: UndoEntry | undefined) =>
		undo !== undefined && compareEntries(entry, undo) < 0;
	const has = (entry: Envelope) =>
		entry.kind !== 'erase' &&
		((ids.size > 0 && before(entry, ids.get(entry.id))) ||
			(batches.size > 0 && entry.batch !== undefined && before(entry, batches.get(entry.batch))));

	let ignored = 0;
	const name = (names: Map<string, UndoEntry>, target: string, undo: UndoEntry) => {
		if (!names.has(target)) names.set(target, undo);
	};
	for (const undo of [...undos].reverse()) {
		const { targets } = undo;
		const self =
			targets.ids !== undefined ? targets.ids.includes(undo.id) : targets.batch === undo.batch;
		if (self) ignored += 1;
		if (has(undo)) continue;
		if (targets.ids !== undefined) targets.ids.forEach((id) => name(ids, id, undo));
		else name(batches, targets.batch, undo);
	}
	return { has, ignored };
}

const DAY_MS = 86_400_000;

/** An entry as it counts: on the day and at the moment that redates have given it. */
export type Dating = <E extends Entry>(entry: E) => E;

/**
 * The effect of redates. Like an undo, one acts only on what sorts before it; those that are void
 * do nothing, the shifts of the others add up.
 */
export function datedBy(redates: readonly RedateEntry[], voids: Voids): Dating {
	const shifts = new Map<string, RedateEntry[]>();
	for (const redate of redates) {
		if (voids.has(redate)) continue;
		for (const id of new Set(redate.ids)) {
			const others = shifts.get(id);
			if (others) others.push(redate);
			else shifts.set(id, [redate]);
		}
	}
	if (shifts.size === 0) return (entry) => entry;
	return (entry) => {
		const acting = shifts.get(entry.id)?.filter((redate) => compareEntries(entry, redate) < 0);
		const days = acting?.reduce((sum, redate) => sum + redate.days, 0) ?? 0;
		return days === 0 ? entry : { ...entry, day: entry.day + days, at: entry.at + days * DAY_MS };
	};
}
