/**
 * Folding by key: a card, a setting, an attempt. Each key folds its own entries and nothing else,
 * so that what an undo touches can be folded again without the rest.
 */
import type { Entry } from './entry';

/** How one key's entries come to a value. */
export interface Rule<V, E extends Entry> {
	keys(entry: E): readonly string[];
	/** @returns undefined when there is nothing to remember any more */
	step(value: V | undefined, key: string, entry: E): V | undefined;
}

/** What a key was at the beginning of the tail, and its entries since, void ones too. */
interface Strand<V, E> {
	origin: V | undefined;
	entries: E[];
}

/** The values of one rule; `live` is what they come to now. */
export interface Keyed<V, E extends Entry> {
	readonly live: Map<string, V>;
	readonly strands: Map<string, Strand<V, E>>;
	readonly rule: Rule<V, E>;
}

/** The entry as it counts, or undefined when it is void. */
export type Reading = <E extends Entry>(entry: E) => E | undefined;

export const keyed = <V, E extends Entry>(rule: Rule<V, E>): Keyed<V, E> => ({
	live: new Map(),
	strands: new Map(),
	rule
});

function put<V>(values: Map<string, V>, key: string, value: V | undefined): void {
	if (value === undefined) values.delete(key);
	else values.set(key, value);
}

/** Folds an entry that no later one will take back. */
export function settle<V, E extends Entry>({ live, rule }: Keyed<V, E>, entry: E): void {
	for (const key of rule.keys(entry)) put(live, key, rule.step(live.get(key), key, entry));
}

/** Folds an entry of the tail, and keeps it. */
export function extend<V, E extends Entry>(all: Keyed<V, E>, entry: E, read: Reading): void {
	const { live, strands, rule } = all;
	const counted = read(entry);
	for (const key of rule.keys(entry)) {
		const strand = strands.get(key);
		if (strand) strand.entries.push(entry);
		else strands.set(key, { origin: live.get(key), entries: [entry] });
		if (counted) put(live, key, rule.step(live.get(key), key, counted));
	}
}

/** What a key's tail comes to; `seen` is shown each step on the way. */
export function foldStrand<V, E extends Entry>(
	{ strands, rule }: Keyed<V, E>,
	key: string,
	read: Reading,
	seen: (before: V | undefined, entry: E) => void = () => undefined
): V | undefined {
	const strand = strands.get(key);
	let value = strand?.origin;
	for (const each of strand?.entries ?? []) {
		const entry = read(each);
		if (!entry) continue;
		seen(value, entry);
		value = rule.step(value, key, entry);
	}
	return value;
}

/** Keys with an entry that `changed` names. */
export function touchedKeys<V, E extends Entry>(
	{ strands }: Keyed<V, E>,
	changed: (entry: E) => boolean
): readonly string[] {
	return [...strands].filter(([, { entries }]) => entries.some(changed)).map(([key]) => key);
}

/** Folds a key of the tail again. */
export function refold<V, E extends Entry>(all: Keyed<V, E>, key: string, read: Reading): void {
	put(all.live, key, foldStrand(all, key, read));
}

/** Moves the beginning of the tail: what is no longer kept becomes part of each key's origin. */
export function advance<V, E extends Entry>(
	{ strands, rule }: Keyed<V, E>,
	isKept: (entry: E) => boolean,
	read: Reading
): void {
	for (const [key, strand] of strands) {
		const from = strand.entries.findIndex(isKept);
		const gone = from < 0 ? strand.entries : strand.entries.slice(0, from);
		for (const each of gone) {
			const entry = read(each);
			if (entry) strand.origin = rule.step(strand.origin, key, entry);
		}
		strand.entries = strand.entries.slice(gone.length);
		if (strand.entries.length === 0) strands.delete(key);
	}
}

/** Each key's value at the beginning of the tail. */
export function* origins<V, E extends Entry>({ live, strands }: Keyed<V, E>) {
	for (const [key, value] of live) if (!strands.has(key)) yield [key, value] as const;
	for (const [key, { origin }] of strands) if (origin !== undefined) yield [key, origin] as const;
}
