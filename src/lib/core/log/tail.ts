import type { Placed } from './classify-entry';
import type { Entry, ParametersEntry, RedateEntry, UndoEntry } from './entry';
import type { Reading } from './keyed';
import { contentOf, parseEntryId } from './order';
import { datedBy, voidEntries } from './void-entries';

/** Largest number of each device. */
export type Heads = ReadonlyMap<string, number>;

/** An entry as part of an act, or what was left when it was erased. */
type Member = Placed & { readonly batch?: string; readonly erased?: true };

/** Acts by device; null where one of them was erased, since a tombstone does not say its act. */
export type OpenActs = Map<string, readonly string[] | null>;

/**
 * The entries at the end of the log that are kept in memory. An undo or a redate that names only
 * them is folded at once; one that names what lies before them needs the whole log.
 */
export interface Tail {
	/** In the order of the log, those without effect included. */
	entries: Placed[];
	undos: UndoEntry[];
	redates: RedateEntry[];
	parameters: ParametersEntry[];
	ids: Set<string>;
	batches: Set<string>;
	/** Batches of the tail that are found before it too. */
	straddling: ReadonlySet<string>;
	/** Those without effect. */
	inert: Set<Placed>;
	/** What of it acts on other entries, and so on those before the tail: its effect is folded. */
	settled: ReadonlySet<string>;
	/** Whether nothing lies before it. */
	whole: boolean;
	/** Largest number of each device before it. */
	heads: Heads;
	/** Of each device the acts of that number, which may go on in it; a copied profile has several. */
	open: OpenActs;
	/** The last entry before it. */
	before: Placed | undefined;
	read: Reading;
}

export const emptyTail = (): Tail => ({
	entries: [],
	undos: [],
	redates: [],
	parameters: [],
	ids: new Set(),
	batches: new Set(),
	straddling: new Set(),
	inert: new Set(),
	settled: new Set(),
	whole: true,
	heads: new Map(),
	open: new Map(),
	before: undefined,
	read: (entry) => entry
});

/** How entries read under these undos and redates. */
export function readingOf(undos: readonly UndoEntry[], redates: readonly RedateEntry[]): Reading {
	const voids = voidEntries(undos);
	const dated = datedBy(redates, voids);
	return (entry) => (voids.has(entry) ? undefined : dated(entry));
}

/** Takes an entry into the tail, without looking at what it does. */
export function keep(tail: Tail, entry: Placed & Partial<Entry>, isKnown: boolean): void {
	tail.entries.push(entry);
	tail.ids.add(entry.id);
	if (!isKnown) {
		tail.inert.add(entry);
		doubtOpen(tail, entry);
		return;
	}
	if (entry.batch !== undefined) tail.batches.add(entry.batch);
	if (entry.kind === 'undo') tail.undos.push(entry as UndoEntry);
	if (entry.kind === 'redate') tail.redates.push(entry as RedateEntry);
	if (entry.kind === 'parameters') tail.parameters.push(entry as ParametersEntry);
}

/** What was erased under a number that a copied profile gave twice may have been of any act. */
function doubtOpen({ heads, open }: Tail, { id, erased }: Member): void {
	if (erased !== true) return;
	const { device, seq } = parseEntryId(id);
	if (seq === heads.get(device)) open.set(device, null);
}

/** Whether the number of an id is above all that its device has before the tail. */
export function isAfterHeads({ heads }: Tail, id: string): boolean {
	const { device, seq } = parseEntryId(id);
	return seq > (heads.get(device) ?? 0);
}

/** Whether all entries of an act are in the tail. A number that is given twice proves nothing. */
function holdsAct(tail: Tail, batch: string): boolean {
	const { batches, straddling, open, entries } = tail;
	if (!batches.has(batch) || straddling.has(batch)) return false;
	if ([...open.values()].some((acts) => acts?.includes(batch))) return false;
	return (entries as readonly Member[]).every(
		({ id, batch: act }) =>
			act !== batch || (isAfterHeads(tail, id) && open.get(parseEntryId(id).device) !== null)
	);
}

function isHeld(tail: Tail, { targets }: UndoEntry): boolean {
	const { ids } = tail;
	if (targets.batch !== undefined) return holdsAct(tail, targets.batch);
	// A copied profile gives an id twice: it may be found before the tail as well.
	return targets.ids.every((id) => ids.has(id) && isAfterHeads(tail, id));
}

/** Whether everything these undos and redates name is in the tail. */
export function holdsTargets(tail: Tail, acting: readonly (UndoEntry | RedateEntry)[]): boolean {
	if (tail.whole) return true;
	return acting.every((entry) =>
		isHeld(tail, entry.kind === 'undo' ? entry : ({ targets: { ids: entry.ids } } as UndoEntry))
	);
}

const ACTING: ReadonlySet<unknown> = new Set(['undo', 'redate', 'parameters', 'erase']);

/** What acts on other entries: by content, since a copied profile gives an id twice. */
export const actingOf = ({ entries, inert }: Tail): ReadonlySet<string> =>
	new Set(
		(entries as Entry[])
			.filter((entry) => ACTING.has(entry.kind) && !inert.has(entry))
			.map(contentOf)
	);

/** Whether the effect of an entry on what lies before the tail is folded already. */
export const isSettled = ({ settled }: Tail, entry: Entry): boolean =>
	settled.size > 0 && settled.has(contentOf(entry));

/** Whether an entry reads differently: void, alive again, or on another day. */
export const readsAnew =
	(before: Reading, after: Reading) =>
	(entry: Entry): boolean =>
		before(entry)?.day !== after(entry)?.day;

/** How many entries a tail keeps at least; a session's undo stays within it. */
export const TAIL = 512;

/** How many tails further back a beginning is looked for that cuts through no act. */
const SEARCH = 4;

/**
 * Where a tail begins: so that no act, and no undo with what it names, is cut in two, as far as
 * looking back a little can help. Where it cannot, such an undo needs the whole log.
 */
export function beginningOf(
	entries: readonly Placed[],
	isKnown: (entry: Placed) => boolean,
	length = TAIL
): number {
	const floor = Math.max(0, entries.length - length * (1 + SEARCH));
	let begin = Math.max(0, entries.length - length);
	for (let end = entries.length; begin > floor;) {
		const named = namesIn(entries.slice(begin, end).filter(isKnown));
		const first = entries.slice(floor, begin).findIndex((entry) => isNamed(named, entry));
		if (first < 0) break;
		[begin, end] = [floor + first, begin];
	}
	return begin;
}

const isNamed = (names: ReadonlySet<unknown>, entry: Placed & { readonly batch?: unknown }) =>
	names.has(entry.id) || names.has(entry.batch);

/** Everything that entries name, and the acts they are part of. */
function namesIn(entries: readonly Placed[]): ReadonlySet<string> {
	const names = new Set<string>();
	for (const entry of entries as readonly Entry[]) {
		if (entry.batch !== undefined) names.add(entry.batch);
		if (entry.kind === 'redate') for (const id of entry.ids) names.add(id);
		if (entry.kind !== 'undo') continue;
		if (entry.targets.batch !== undefined) names.add(entry.targets.batch);
		else for (const id of entry.targets.ids) names.add(id);
	}
	return names;
}

/** The batches of a tail that entries before it have as well. */
export function straddlingOf(
	{ batches }: Tail,
	before: readonly Member[],
	known: ReadonlySet<string> = new Set()
): ReadonlySet<string> {
	const both = new Set([...known].filter((batch) => batches.has(batch)));
	for (const { batch } of before) {
		if (batch !== undefined && batches.has(batch)) both.add(batch);
	}
	return both;
}

/** The largest number of each device among entries. */
export function headsOf(
	entries: readonly Placed[],
	known: ReadonlyMap<string, number> = new Map()
): ReadonlyMap<string, number> {
	const heads = new Map(known);
	let device = '';
	let prefix = '.';
	for (const { id } of entries) {
		// Stretches of one device are long, and a million ids take their time to be cut in two.
		if (!id.startsWith(prefix)) {
			({ device } = parseEntryId(id));
			prefix = `${device}.`;
		}
		const seq = Number(id.slice(prefix.length));
		if (seq > (heads.get(device) ?? 0)) heads.set(device, seq);
	}
	return heads;
}

/** The acts of each device's largest number among entries, and among what was known before. */
export function openActs(
	entries: readonly Member[],
	heads: Heads,
	known?: { readonly heads: Heads; readonly open: OpenActs }
): OpenActs {
	const last = new Map([...heads].map(([device, seq]) => [`${device}.${seq}`, device]));
	const open: OpenActs = new Map();
	for (const [device, seq] of heads) {
		open.set(device, known?.heads.get(device) === seq ? (known.open.get(device) ?? null) : []);
	}
	for (const { id, batch, erased } of entries) {
		const device = last.get(id);
		const acts = device === undefined ? null : open.get(device);
		if (device === undefined || !acts) continue;
		if (erased === true) open.set(device, null);
		else if (batch !== undefined) open.set(device, [...acts, batch]);
	}
	return open;
}
