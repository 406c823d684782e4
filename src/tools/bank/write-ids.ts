import { isMap, isScalar, isSeq, stringify, type YAMLMap } from 'yaml';
import type { BankFile } from './read-bank';

const MAX_SLUG = 40;
const ID = /^[a-z0-9-]{1,64}$/;

/** A readable id made of the first words of a text, or undefined when it has no Latin letters. */
export function slug(text: string): string | undefined {
	const folded = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, MAX_SLUG)
		.replace(/^-+|-+$/g, '');
	return ID.test(folded) ? folded : undefined;
}

function unused(wanted: string, taken: Set<string>): string {
	let id = wanted;
	for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
	taken.add(id);
	return id;
}

const textOf = (map: YAMLMap, fields: readonly string[]) =>
	fields.map((field) => map.get(field)).find((value) => typeof value === 'string');

const mapsIn = (value: unknown): readonly YAMLMap[] =>
	isSeq(value) ? value.items.filter((item) => isMap(item)) : [];

interface Insertion {
	readonly offset: number;
	readonly text: string;
}

/** An id before the first field of a map, spaced as the fields are. */
function insertion(file: BankFile, map: YAMLMap, name: string): Insertion {
	// In quotation marks where YAML would read it as something else, such as a year.
	const id = stringify(name).trimEnd();
	const start = map.range?.[0] ?? 0;
	if (!map.flow) {
		const indent = ' '.repeat(file.lines.linePos(start).col - 1);
		return { offset: start, text: `id: ${id}\n${indent}` };
	}
	const first = map.items[0]?.key;
	return isScalar(first) && first.range
		? { offset: first.range[0], text: `id: ${id}, ` }
		: { offset: start + 1, text: `id: ${id}` };
}

/** Ids for those maps of one list that have none, unique among what is taken. */
function insertions(
	file: BankFile,
	maps: readonly YAMLMap[],
	fields: readonly string[],
	taken: Set<string>,
	fallback: string
): readonly Insertion[] {
	for (const map of maps) {
		const id = map.get('id', true);
		if (isScalar(id)) taken.add(String(id.value));
	}
	return maps
		.filter((map) => !map.has('id') && map.range)
		.map((map) => {
			const id = unused(slug(String(textOf(map, fields) ?? '')) ?? fallback, taken);
			return insertion(file, map, id);
		});
}

/** Pairs and spares of a match, which share their ids. */
const matchedIn = (map: YAMLMap) => [...mapsIn(map.get('pairs')), ...mapsIn(map.get('spares'))];

/**
 * The files' text with an id for everything that needs one and has none: items, options, pairs and
 * spares, steps. All else is untouched.
 */
export function withIds(files: readonly BankFile[]): ReadonlyMap<BankFile, string> {
	const taken = new Set<string>();
	const items = files.map((file) => mapsIn(file.document.get('items')));
	for (const map of items.flat()) taken.add(String(map.get('id')));
	const changed = new Map<BankFile, string>();
	files.forEach((file, at) => {
		const all = [
			...insertions(file, items[at] ?? [], ['front', 'stem'], taken, 'item'),
			...(items[at] ?? []).flatMap((map) => [
				...insertions(file, mapsIn(map.get('options')), ['text'], new Set(), 'option'),
				...insertions(file, matchedIn(map), ['premise', 'text'], new Set(), 'pair'),
				...insertions(file, mapsIn(map.get('steps')), ['text'], new Set(), 'step')
			])
		].sort((a, b) => b.offset - a.offset);
		if (all.length === 0) return;
		let source = file.source;
		for (const { offset, text } of all) {
			source = source.slice(0, offset) + text + source.slice(offset);
		}
		changed.set(file, source);
	});
	return changed;
}
