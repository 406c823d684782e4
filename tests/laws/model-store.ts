/**
 * One browser with a learner's log: what the store does in its transactions, in memory, and the
 * fold that the page keeps of it. A store is never changed, only replaced: that is the commit.
 */
import { stampEntries, type Head } from '../../src/lib/core/log/append';
import { classifyEntry } from '../../src/lib/core/log/classify-entry';
import type { Fold } from '../../src/lib/core/log/fold';
import { advanceTail, extendFold, foldLog } from '../../src/lib/core/log/fold-log';
import { planMerge } from '../../src/lib/core/log/merge';
import { compareEntries, parseEntryId } from '../../src/lib/core/log/order';
import { foldFromSnapshot, takeSnapshot, type Snapshot } from '../../src/lib/core/log/snapshot';
import type { Deed, Moment } from './deeds';
import { disguised, draftsOf, type Held } from './drafts';
import { unionOf } from './histories';
import { modelOf } from './said';
import { laterThan } from './snapshots';

interface LastAct {
	readonly token: string;
	readonly entries: readonly Held[];
}

/** What outlives a crash. */
export interface Store {
	readonly head: Head;
	/** The last act of each tab: repeated, it writes nothing. */
	readonly acts: ReadonlyMap<string, LastAct>;
	/** In the order of the log. */
	readonly values: readonly Held[];
	readonly snapshot: Snapshot | undefined;
}

export const emptyStore = (device: string): Store => ({
	head: { device, count: 0, t: 0 },
	acts: new Map(),
	values: [],
	snapshot: undefined
});

const isErasure = (value: Held) => {
	const seen = classifyEntry(value);
	return seen.is === 'known' && seen.entry.kind === 'erase' && seen.entry.ids.length > 0;
};

/** One transaction: the act's entries and the head, or nothing when the head knows its token. */
export function append(store: Store, tab: string, token: string, deed: Deed, moment: Moment) {
	const last = store.acts.get(tab);
	if (last?.token === token) return { store, entries: last.entries };
	const drafts = draftsOf(deed, moment, token, { head: store.head, held: store.values });
	const { head, entries: stamped } = stampEntries(store.head, drafts);
	const entries = stamped.map((entry) => disguised(deed, entry));
	const held = new Set(store.values.map(({ id }) => id));
	if (entries.some(({ id }) => held.has(id))) throw new Error('an id that is taken is given');
	const values = [...store.values, ...entries];
	const acts = new Map(store.acts).set(tab, { token, entries });
	if (!entries.some(isErasure)) return { store: { ...store, head, acts, values }, entries };
	// What the snapshot holds may have lost its content.
	return { store: { head, acts, values: unionOf(values), snapshot: undefined }, entries };
}

/** Another browser writes under this one's id: as often as not their entries share no number. */
const isCopied = ({ device, count }: Head, doubled: readonly string[], values: readonly Held[]) =>
	doubled.some((id) => parseEntryId(id).device === device) ||
	values.some(({ id }) => {
		const { device: other, seq } = parseEntryId(id);
		return other === device && seq > count;
	});

/** One transaction: a merge, and a new id when another browser is seen to have the same. */
export function takeIn(store: Store, incoming: readonly unknown[], newId: () => string): Store {
	const { added, removed, doubled } = planMerge(store.values, incoming);
	if (added.length + removed.length === 0) return store;
	const gone = new Set<unknown>(removed);
	const kept = store.values.filter((value) => !gone.has(value));
	const values = [...kept, ...added].sort(compareEntries);
	const t = Math.max(store.head.t, values.at(-1)?.t ?? 0);
	const head = isCopied(store.head, doubled, values)
		? { device: newId(), count: 0, t }
		: { ...store.head, t };
	return { ...store, head, values, snapshot: removed.length > 0 ? undefined : store.snapshot };
}

/** The fold of what is stored, from the snapshot when there is one. */
export function open({ snapshot, values }: Store): Fold {
	const later = snapshot && laterThan(snapshot, values);
	return (later && foldFromSnapshot(snapshot, later, modelOf)) ?? foldLog(values, modelOf);
}

/** The fold after a transaction; extended where that will do. */
export function follow(fold: Fold, before: Store, after: Store): Fold {
	const isLonger = before.values.every((value, at) => after.values[at] === value);
	if (!isLonger) return open(after);
	const later = after.values.slice(before.values.length);
	return later.every((value) => extendFold(fold, value)) ? fold : open(after);
}

/** A snapshot is written of what lies before a tail of so many entries. */
export function keepSnapshot(store: Store, fold: Fold, length: number): Store {
	advanceTail(fold, length);
	const snapshot = structuredClone(takeSnapshot(fold));
	return snapshot ? { ...store, snapshot } : store;
}
