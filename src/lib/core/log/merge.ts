import { classifyEntry, type Placed } from './classify-entry';
import type { Tombstone } from './entry';
import { compareEntries, contentOf } from './order';

/** A log taken apart: what has a place in the order, and what is no entry at all. */
export interface Union {
	/** In the order of the log. */
	readonly entries: readonly Placed[];
	readonly unreadable: readonly unknown[];
	/** Ids with more than one content: signs of a copied browser profile. */
	readonly doubled: readonly string[];
}

/** What acts on other entries cannot be erased: the others would change their meaning. */
const LASTING = new Set<unknown>(['undo', 'redate', 'erase']);

type Loose = Placed & {
	readonly kind?: unknown;
	readonly for?: unknown;
	readonly erased?: unknown;
};

const isStone = (entry: Loose) => entry.erased === true;
const isLasting = (entry: Loose) => LASTING.has(entry.kind) && !isStone(entry);

/** What stands under one id: nearly always one value, else several by what they say. */
type Contents = Placed | Map<string, Placed>;

const valuesOf = (there: Contents): readonly Placed[] =>
	there instanceof Map ? [...there.values()] : [there];

/** Adds a value to those under its id, unless one of them says the same. */
function add(contents: Map<string, Contents>, entry: Placed): void {
	const there = contents.get(entry.id);
	if (there === entry) return;
	if (there === undefined) contents.set(entry.id, entry);
	else {
		const all = there instanceof Map ? there : new Map([[contentOf(there), there]]);
		const content = contentOf(entry);
		if (all.has(content)) return;
		contents.set(entry.id, all.set(content, entry));
	}
}

/** Ids erased by an entry or a tombstone, and those of entries `for` an erased one. */
function erasedIds(values: readonly Loose[]): ReadonlySet<string> {
	const erased = new Set<string>();
	for (const value of values) {
		if (isStone(value)) erased.add(value.id);
		else if (value.kind === 'erase') idsOf(value).forEach((id) => erased.add(id));
	}
	if (erased.size > 0) addFollowers(erased, values);
	return erased;
}

function idsOf(value: Placed): readonly string[] {
	const seen = classifyEntry(value);
	return seen.is === 'known' && seen.entry.kind === 'erase' ? seen.entry.ids : [];
}

function addFollowers(erased: Set<string>, values: readonly Loose[]): void {
	const followers = new Map<unknown, string[]>();
	for (const value of values) {
		if (typeof value.for !== 'string' || isLasting(value)) continue;
		const there = followers.get(value.for);
		if (there) there.push(value.id);
		else followers.set(value.for, [value.id]);
	}
	// What is added on the way is visited as well.
	for (const id of erased) for (const each of followers.get(id) ?? []) erased.add(each);
}

const buried = ({ id, t }: Placed): Tombstone => ({ id, t, erased: true });

/** What is left of the contents under one id that is erased. */
function withoutContent(contents: readonly Placed[]): readonly Placed[] {
	const stones = new Map<string, Placed>();
	for (const each of contents.filter((entry) => !isLasting(entry))) {
		const stone = isStone(each) ? each : buried(each);
		stones.set(contentOf(stone), stone);
	}
	return [...contents.filter(isLasting), ...stones.values()];
}

/**
 * The union of logs, each given in any order. Equal entries are one; two under one id are both
 * kept; what is erased in any of the logs is erased in all, but for undos, redates and erasures.
 *
 * Law: it commutes, associates and is idempotent.
 */
export function mergeLogs(...logs: readonly (readonly unknown[])[]): Union {
	const contents = new Map<string, Contents>();
	const unreadable = new Map<string, unknown>();
	for (const log of logs) {
		for (const value of log) {
			const seen = classifyEntry(value);
			if (seen.is === 'unreadable') unreadable.set(contentOf(value), value);
			else add(contents, seen.entry);
		}
	}
	const erased = erasedIds([...contents.values()].flatMap(valuesOf));
	const entries: Placed[] = [];
	const doubled: string[] = [];
	for (const [id, there] of contents) {
		const all = erased.has(id) ? withoutContent(valuesOf(there)) : valuesOf(there);
		for (const each of all) entries.push(each);
		if (all.length > 1) doubled.push(id);
	}
	return {
		entries: entries.sort(compareEntries),
		unreadable: [...unreadable.keys()].sort().map((content) => unreadable.get(content)),
		doubled: doubled.sort()
	};
}

/** What a merge changes in the log it is made in. */
export interface MergePlan {
	/** Not held so far; among them the tombstones of what was held. */
	readonly added: readonly Placed[];
	/** Held so far, and to be held no longer: their content is erased. */
	readonly removed: readonly Placed[];
	/** Came in and stays out: erased here before. */
	readonly keptOut: number;
	/** Values of no place in the order that are not held so far. */
	readonly unreadable: readonly unknown[];
	readonly doubled: readonly string[];
}

/** The values of a union that another does not have. */
function lacking(entries: readonly Placed[], others: readonly Placed[]): readonly Placed[] {
	const known = new Map<string, Contents>();
	for (const entry of others) add(known, entry);
	return entries.filter((entry) => {
		const there = known.get(entry.id);
		if (there === undefined || there === entry) return there === undefined;
		const content = contentOf(entry);
		return there instanceof Map ? !there.has(content) : contentOf(there) !== content;
	});
}

/** Compares what is held with what will be when other values come in. */
export function planMerge(held: readonly unknown[], incoming: readonly unknown[]): MergePlan {
	const before = held.filter((value) => classifyEntry(value).is !== 'unreadable') as Placed[];
	const after = mergeLogs(held, incoming);
	const known = new Set(mergeLogs(held).unreadable.map(contentOf));
	return {
		added: lacking(after.entries, before),
		removed: lacking(before, after.entries),
		keptOut: lacking(mergeLogs(incoming).entries, after.entries).length,
		unreadable: after.unreadable.filter((value) => !known.has(contentOf(value))),
		doubled: after.doubled
	};
}

/** What a merge did, or would do. */
export interface MergeReport {
	/** Entries that came in, tombstones left out. */
	readonly added: number;
	/** Entries whose content an erasure took away. */
	readonly erased: number;
	/** Entries that stayed out, being erased here. */
	readonly keptOut: number;
	/** Ids with more than one content after it. */
	readonly doubled: number;
	/** Whether anything changes at all. */
	readonly changes: boolean;
}

/** A plan in numbers, for a person to read. */
export function reportOf({ added, removed, keptOut, doubled, unreadable }: MergePlan): MergeReport {
	return {
		added: added.filter((entry) => !isStone(entry)).length,
		erased: removed.length,
		keptOut,
		doubled: doubled.length,
		changes: added.length + removed.length + unreadable.length > 0
	};
}
