import { hasShape, isListOf, isRecord, isWhole } from '../guard';
import type { Attempt } from './attempt';
import { cardColumns, cardsFromColumns, type CardColumns } from './card-columns';
import { classifyEntry, type Placed } from './classify-entry';
import type { DocumentEntry } from './entry';
import {
	emptyFold,
	FOLD_VERSION,
	tallyTail,
	type Counts,
	type DayTally,
	type Fold,
	type ModelOf
} from './fold';
import { extendFold } from './fold-log';
import { origins } from './keyed';
import { compareEntries } from './order';
import { emptyTail, isAfterHeads } from './tail';

type Entries<V> = readonly (readonly [string, V])[];

/**
 * What a log comes to at the beginning of a fold's tail. A cache: without it everything is folded
 * from the entries. Structured-cloneable.
 */
export interface Snapshot {
	readonly foldVersion: number;
	/** Of each device the entries up to this number are in it, and no others. */
	readonly heads: Entries<number>;
	/** Of each device the acts of that number, which may go on after it. */
	readonly open: Entries<readonly string[] | null>;
	readonly last: Placed | undefined;
	readonly cards: CardColumns;
	readonly settings: Entries<unknown>;
	readonly notes: Entries<string>;
	readonly attempts: Entries<Attempt>;
	readonly documents: Entries<DocumentEntry>;
	readonly days: readonly (readonly [number, DayTally])[];
	readonly counts: Counts;
	readonly parameters: readonly number[] | undefined;
	readonly straddling: ReadonlySet<string>;
	readonly settled: ReadonlySet<string>;
}

/** Counts of what lies before the tail. */
function countsBefore({ counts, tail }: Fold): Counts {
	const before = { ...counts, unreadable: 0 };
	for (const entry of tail.entries) {
		const { is } = classifyEntry(entry);
		before[is === 'known' ? 'entries' : is] -= 1;
	}
	return before;
}

/** Whether the numbers of each device tell what lies before the tail and what in it. */
const isCutByNumbers = ({ tail }: Fold): boolean =>
	tail.entries.every(({ id }) => isAfterHeads(tail, id));

/**
 * A snapshot of what lies before the tail; undefined when there is nothing before it, or when its
 * entries cannot be told from those of the tail by their numbers.
 */
export function takeSnapshot(fold: Fold): Snapshot | undefined {
	if (fold.tail.whole || !isCutByNumbers(fold)) return undefined;
	return {
		foldVersion: FOLD_VERSION,
		heads: [...fold.tail.heads],
		open: [...fold.tail.open],
		last: fold.tail.before,
		cards: cardColumns([...origins(fold.cards)]),
		settings: [...origins(fold.settings)],
		notes: [...origins(fold.notes)],
		attempts: [...origins(fold.attempts)],
		documents: [...origins(fold.documents)],
		days: daysBefore(fold),
		counts: countsBefore(fold),
		parameters: fold.parameters,
		straddling: fold.tail.straddling,
		settled: fold.tail.settled
	};
}

/** Days without what the tail did on them. */
function daysBefore(fold: Fold): Snapshot['days'] {
	const days = new Map([...fold.days].map(([day, tally]) => [day, { ...tally }]));
	tallyTail({ ...fold, days }, fold.tail.read, -1);
	return [...days];
}

const isSnapshot = hasShape({
	foldVersion: isWhole,
	heads: Array.isArray,
	open: Array.isArray,
	last: isRecord,
	settings: Array.isArray,
	notes: Array.isArray,
	attempts: Array.isArray,
	documents: Array.isArray,
	days: Array.isArray,
	counts: isRecord,
	settled: (value) => value instanceof Set,
	straddling: (value) => value instanceof Set,
	parameters: (value) => value === undefined || isListOf(Number.isFinite)(value)
});

/** Of each device the number up to which a snapshot has its entries; undefined when it is none. */
export function headsOfSnapshot(value: unknown): ReadonlyMap<string, number> | undefined {
	if (!isSnapshot(value) || (value as Snapshot).foldVersion !== FOLD_VERSION) return undefined;
	return new Map((value as Snapshot).heads);
}

/**
 * The fold that a snapshot and the values after it come to.
 *
 * Law: it equals the fold of the whole log.
 * @param later the stored values that are not in the snapshot, in any order
 * @returns undefined when only the whole log can tell
 */
export function foldFromSnapshot(
	value: unknown,
	later: readonly unknown[],
	modelOf: ModelOf
): Fold | undefined {
	if (!headsOfSnapshot(value)) return undefined;
	try {
		const fold = restore(value as Snapshot, modelOf);
		const placed = later.filter((each) => classifyEntry(each).is !== 'unreadable') as Placed[];
		fold.counts.unreadable = later.length - placed.length;
		const inOrder = placed.sort(compareEntries).every((entry) => extendFold(fold, entry));
		return inOrder ? fold : undefined;
	} catch (error) {
		// Damaged, or what came later sorts before it: it is only a cache.
		if (error instanceof RangeError || error instanceof TypeError) return undefined;
		throw error;
	}
}

function restore(snapshot: Snapshot, modelOf: ModelOf): Fold {
	const fold = emptyFold(snapshot.parameters, modelOf);
	fill(fold.cards.live, cardsFromColumns(snapshot.cards));
	fill(fold.settings.live, snapshot.settings);
	fill(fold.notes.live, snapshot.notes);
	fill(fold.attempts.live, snapshot.attempts);
	fill(fold.documents.live, snapshot.documents);
	for (const [day, tally] of snapshot.days) fold.days.set(day, { ...tally });
	Object.assign(fold.counts, snapshot.counts);
	fold.tail = {
		...emptyTail(),
		whole: false,
		heads: new Map(snapshot.heads),
		open: new Map(snapshot.open),
		before: snapshot.last,
		straddling: snapshot.straddling,
		settled: snapshot.settled
	};
	fold.last = snapshot.last;
	return fold;
}

function fill<V>(live: Map<string, V>, values: Iterable<readonly [string, V]>): void {
	for (const [key, value] of values) live.set(key, value);
}
