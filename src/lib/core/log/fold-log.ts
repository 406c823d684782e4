import { classifyEntry, type Placed } from './classify-entry';
import type { Entry, ParametersEntry, RedateEntry, UndoEntry } from './entry';
import {
	addSettled,
	addToTail,
	emptyFold,
	refoldTouched,
	valuesOf,
	type Counts,
	type Fold,
	type ModelOf
} from './fold';
import { advance } from './keyed';
import { compareEntries } from './order';
import {
	actingOf,
	beginningOf,
	emptyTail,
	headsOf,
	holdsTargets,
	isSettled,
	keep,
	openActs,
	readingOf,
	readsAnew,
	straddlingOf,
	TAIL,
	type Tail
} from './tail';

/** Values of a log in its order, and what those without effect are. */
interface Sorted {
	readonly entries: readonly Placed[];
	/** By entry, so that the many known ones need no mark. */
	readonly inert: ReadonlyMap<Placed, keyof Counts>;
	readonly unreadable: number;
}

function sortLog(values: readonly unknown[]): Sorted {
	const entries: Placed[] = [];
	const inert = new Map<Placed, keyof Counts>();
	for (const value of values) {
		const seen = classifyEntry(value);
		if (seen.is === 'unreadable') continue;
		entries.push(seen.entry);
		if (seen.is !== 'known') inert.set(seen.entry, seen.is);
	}
	entries.sort(compareEntries);
	return { entries, inert, unreadable: values.length - entries.length };
}

const ofKind = <K extends Entry['kind']>(
	{ entries, inert }: Sorted,
	kind: K
): Extract<Entry, { kind: K }>[] =>
	entries.filter((entry) => (entry as Entry).kind === kind && !inert.has(entry)) as Extract<
		Entry,
		{ kind: K }
	>[];

/**
 * Folds a whole log, given in any order. What it does not know, newer, malformed, erased and
 * unreadable values are counted and otherwise left alone.
 *
 * @param length entries to keep as the tail, at least
 */
export function foldLog(values: readonly unknown[], modelOf: ModelOf, length?: number): Fold {
	const log = sortLog(values);
	const { entries, inert } = log;
	const undos = ofKind(log, 'undo');
	// With the undos known beforehand nothing is folded twice.
	const read = readingOf(undos, ofKind(log, 'redate'));
	const newest = ofKind(log, 'parameters').findLast((entry) => read(entry) !== undefined);
	const fold = emptyFold(newest?.parameters, modelOf);
	const begin = beginningOf(entries, (entry) => !inert.has(entry), length);

	for (let at = 0; at < begin; at++) {
		const entry = entries[at] as Entry;
		const counted = inert.has(entry) ? undefined : read(entry);
		if (counted) addSettled(fold, counted);
	}
	const settled = entries.slice(0, begin);
	const heads = headsOf(settled);
	const open = openActs(settled, heads);
	fold.tail = { ...emptyTail(), whole: begin === 0, heads, open, before: settled.at(-1), read };
	for (const entry of entries.slice(begin) as Entry[]) {
		if (inert.has(entry)) keep(fold.tail, entry, false);
		else addToTail(fold, entry);
	}
	fold.tail.straddling = straddlingOf(fold.tail, settled);
	fold.tail.settled = actingOf(fold.tail);
	for (const is of inert.values()) fold.counts[is] += 1;
	fold.counts.entries = entries.length - inert.size;
	fold.counts.unreadable = log.unreadable;
	fold.last = entries.at(-1);
	return fold;
}

/**
 * Extends a fold by a value that sorts after all it holds: the live path.
 *
 * Law: the fold extended value by value equals the fold from nothing.
 * @returns false when only the whole log can tell what it comes to: new parameters, an erasure,
 *   an undo of what lies before the tail; the fold is then as it was
 * @throws RangeError when it sorts before the last one
 */
export function extendFold(fold: Fold, value: unknown): boolean {
	const seen = classifyEntry(value);
	if (seen.is === 'unreadable') fold.counts.unreadable += 1;
	if (seen.is === 'unreadable') return true;
	const { entry } = seen;
	if (fold.last && compareEntries(fold.last, entry) >= 0) {
		throw new RangeError(`entry ${entry.id} does not sort last`);
	}
	if (seen.is !== 'known') keep(fold.tail, entry, false);
	else if (!extendByKnown(fold, seen.entry)) return false;
	fold.counts[seen.is === 'known' ? 'entries' : seen.is] += 1;
	fold.last = entry;
	return true;
}

function extendByKnown(fold: Fold, entry: Entry): boolean {
	if (entry.kind === 'undo' || entry.kind === 'redate') return extendByActing(fold, entry);
	if (changesAll(fold, entry) && !isSettled(fold.tail, entry)) return false;
	addToTail(fold, entry);
	return true;
}

const changesAll = (fold: Fold, entry: Entry) =>
	(entry.kind === 'erase' && entry.ids.length > 0) ||
	(entry.kind === 'parameters' && !isInForce(fold, entry));

const isInForce = ({ parameters }: Fold, entry: ParametersEntry) =>
	parameters?.length === entry.parameters.length &&
	parameters.every((value, at) => value === entry.parameters[at]);

function extendByActing(fold: Fold, entry: UndoEntry | RedateEntry): boolean {
	const { tail } = fold;
	const undos = entry.kind === 'undo' ? [...tail.undos, entry] : tail.undos;
	const redates = entry.kind === 'redate' ? [...tail.redates, entry] : tail.redates;
	const [before, after] = [tail.read, readingOf(undos, redates)];
	const isTouched = readsAnew(before, after);
	const acting = [entry, ...undos.filter(isTouched), ...redates.filter(isTouched)];
	const isHeld = holdsTargets(tail, acting) && !tail.parameters.some(isTouched);
	if (!isHeld && !isSettled(tail, entry)) return false;
	keep(tail, entry, true);
	tail.read = after;
	refoldTouched(fold, before, after);
	return true;
}

/**
 * Lets the tail begin later, so that it does not grow for ever. What the log comes to stays the
 * same.
 *
 * @param length entries to keep, at least
 */
export function advanceTail(fold: Fold, length = TAIL): void {
	const old = fold.tail;
	const begin = beginningOf(old.entries, (entry) => !old.inert.has(entry), length);
	if (begin === 0) return;
	const gone = old.entries.slice(0, begin);
	const heads = headsOf(gone, old.heads);
	const open = openActs(gone, heads, old);
	const tail: Tail = { ...emptyTail(), whole: false, heads, open, before: gone.at(-1) };
	for (const entry of old.entries.slice(begin)) keep(tail, entry, !old.inert.has(entry));
	tail.read = readingOf(tail.undos, tail.redates);
	tail.straddling = straddlingOf(tail, gone, old.straddling);
	tail.settled = actingOf(tail);
	const kept = new Set<unknown>(tail.entries);
	for (const all of valuesOf(fold)) advance(all, (entry) => kept.has(entry), old.read);
	fold.tail = tail;
}
