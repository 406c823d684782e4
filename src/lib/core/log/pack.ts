import { canonicalJson } from '../canonical';
import {
	hasShape,
	isFinite,
	isListOf,
	isRecord,
	isText,
	isWhole,
	oneOf,
	type Guard
} from '../guard';

/** Entries in a full pack. */
export const PACK_SIZE = 256;

/** Deeper values are left alone: walking them would exhaust the stack, and a circle has no end. */
const MAX_DEPTH = 200;

type Row = Readonly<Record<string, unknown>>;
type Whole = Uint8Array | Uint16Array | Uint32Array;
type ColumnType = 'id' | 'number' | 'text' | 'json';

/** Numbers: `base` and a step for each, or `base` alone when all are the same. */
interface Numbers {
	readonly base: number;
	readonly steps: Whole | Float64Array | null;
}

/**
 * The values of one member in those rows that have it with this type, in the order of the rows.
 * A number stands for itself; of a text or another JSON value it is the place in the dictionary.
 */
interface Column extends Numbers {
	readonly name: string;
	readonly type: ColumnType;
}

/**
 * A run of entries of one device as columns, for a store that keeps structured clones. Ids are
 * not kept: they are `<device>.<from>`, `<device>.<from + 1>` and so on.
 */
export interface Pack {
	readonly form: 1;
	readonly device: string;
	readonly from: number;
	readonly count: number;
	/** Distinct texts of the member `card` and of the lists `cards`, to find a card's entries. */
	readonly cards: readonly string[];
	/** The dictionary of texts goes on here: first come those of `cards`. */
	readonly texts: readonly string[];
	/** Dictionary of all values but numbers and texts, in canonical form. */
	readonly jsons: readonly string[];
	readonly columns: readonly Column[];
	/** Each the columns of a row, in the order of its members. */
	readonly shapes: readonly (readonly number[])[];
	/** For each row, its place in `shapes`. */
	readonly shapeOf: Whole;
}

const isPlain = (value: object): boolean => {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
};

/** Holes are counted before the list is walked: they may be billions. */
const isDense = (list: readonly unknown[]): boolean => Object.keys(list).length === list.length;

function isJsonInside(value: object, depth: number): boolean {
	if (Array.isArray(value) ? !isDense(value) : !isPlain(value)) return false;
	const members: readonly unknown[] = Array.isArray(value) ? [...value] : Object.values(value);
	return members.every((member) => isJson(member, depth + 1));
}

function isJson(value: unknown, depth: number): boolean {
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
	if (typeof value === 'number') return Number.isFinite(value);
	return typeof value === 'object' && depth < MAX_DEPTH && isJsonInside(value, depth);
}

const isRow = (value: unknown): value is Row =>
	isRecord(value) && isPlain(value) && isJson(value, 0);

/** Distinct keys, counted in the order in which they came. */
type Places = Map<string, number>;

function placeOf(key: string, places: Places): number {
	const known = places.get(key);
	if (known !== undefined) return known;
	places.set(key, places.size);
	return places.size - 1;
}

/** The smallest array that holds whole numbers from 0 to the largest. */
function packWhole(values: readonly number[], largest: number): Whole {
	if (largest <= 0xff) return Uint8Array.from(values);
	return largest <= 0xffff ? Uint16Array.from(values) : Uint32Array.from(values);
}

/** Keeps numbers exactly, but for the sign of −0: adding 0 drops it, as JSON does. */
function packNumbers(numbers: readonly number[]): Numbers {
	const values = numbers.map((value) => value + 0);
	const low = values.reduce((a, b) => Math.min(a, b));
	const range = values.reduce((a, b) => Math.max(a, b)) - low;
	if (!values.every(Number.isSafeInteger) || range > 0xffff_ffff) {
		return { base: 0, steps: Float64Array.from(values) };
	}
	if (range === 0) return { base: low, steps: null };
	const steps = values.map((value) => value - low);
	return { base: low, steps: packWhole(steps, range) };
}

function cardsOf(rows: readonly Row[]): readonly string[] {
	const named = rows.flatMap(({ card, cards }) => [card, ...(Array.isArray(cards) ? cards : [])]);
	return [...new Set(named.filter((each) => typeof each === 'string'))];
}

function typeOf(name: string, value: unknown): ColumnType {
	if (name === 'id') return 'id';
	return typeof value === 'number' ? 'number' : typeof value === 'string' ? 'text' : 'json';
}

type Draft = Pick<Column, 'name' | 'type'> & { readonly values: unknown[] };

/** Rows taken apart: the values of each column, and which columns each row has. */
function takeApart(rows: readonly Row[]) {
	const [places, shapes] = [new Map<string, number>(), new Map<string, number>()];
	const drafts: Draft[] = [];
	const shapeOf = rows.map((row) => {
		const shape = Object.entries(row).map(([name, value]) => {
			const type = typeOf(name, value);
			const place = placeOf(`${type} ${name}`, places);
			(drafts[place] ??= { name, type, values: [] }).values.push(value);
			return place;
		});
		return placeOf(shape.join(' '), shapes);
	});
	return { drafts, shapeOf, shapes: [...shapes.keys()].map((key) => key.split(' ').map(Number)) };
}

/** Column by column, so that a column's places in the dictionary lie close together. */
function packColumn({ name, type, values }: Draft, texts: Places, jsons: Places): Column {
	if (type === 'id') return { name, type, base: 0, steps: null };
	if (type === 'number') return { name, type, ...packNumbers(values as number[]) };
	const place = (value: unknown) =>
		type === 'text' ? placeOf(value as string, texts) : placeOf(canonicalJson(value), jsons);
	return { name, type, ...packNumbers(values.map(place)) };
}

function packRows(device: string, from: number, rows: readonly Row[]): Pack {
	const { drafts, shapes, shapeOf } = takeApart(rows);
	const cards = cardsOf(rows);
	const texts: Places = new Map(cards.map((card, place) => [card, place]));
	const jsons: Places = new Map();
	const columns = drafts.map((draft) => packColumn(draft, texts, jsons));
	return {
		...{ form: 1, device, from, count: rows.length, cards, columns, shapes },
		texts: [...texts.keys()].slice(cards.length),
		jsons: [...jsons.keys()],
		shapeOf: packWhole(shapeOf, shapes.length - 1)
	};
}

/**
 * Packs a run of entries: number `from` of a device and those that follow without a gap. Kinds
 * and members need not be known.
 *
 * Law: what `unpackEntries` gives back has the same canonical JSON, entry by entry.
 *
 * @returns undefined when that cannot be kept: for what JSON cannot hold, or another id
 */
export function packEntries(
	device: string,
	from: number,
	entries: readonly unknown[]
): Pack | undefined {
	if (!(from >= 1 && isWhole(from) && isWhole(from + entries.length))) return undefined;
	const rows = [...entries].filter(isRow);
	const isRun = rows.every(({ id }, at) => id === `${device}.${from + at}`);
	return isRun && rows.length === entries.length ? packRows(device, from, rows) : undefined;
}

const damaged = (cause?: unknown) => new RangeError('no pack of a known form', { cause });

const isWholes: Guard = (value) =>
	value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array;

const isColumn = hasShape({
	name: isText,
	type: oneOf('id', 'number', 'text', 'json'),
	base: isWhole,
	steps: (value) => value === null || value instanceof Float64Array || isWholes(value)
});

const hasMembers = hasShape({
	form: oneOf(1),
	device: isText,
	from: (value) => isWhole(value) && (value as number) >= 1,
	count: isWhole,
	cards: isListOf(isText),
	texts: isListOf(isText),
	jsons: isListOf(isText),
	columns: isListOf(isColumn),
	shapes: isListOf(isListOf(isWhole)),
	shapeOf: isWholes
});

const isPack = (value: unknown): value is Pack =>
	hasMembers(value) && (value as Pack).shapeOf.length === (value as Pack).count;

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw damaged(cause);
	}
}

/** A column being read, row by row. */
interface Reader extends Numbers {
	readonly name: string;
	/** Undefined for numbers, which stand for themselves. */
	readonly words: readonly unknown[] | undefined;
	/** The value of every row, or at least one of the same type. */
	readonly sample: unknown;
	next: number;
}

type Varying = Reader & { readonly steps: NonNullable<Numbers['steps']> };

const varies = (reader: Reader): reader is Varying => reader.steps !== null;

const isReadOut = (reader: Reader) => !varies(reader) || reader.next === reader.steps.length;

function isSound({ base, steps, words, sample }: Reader): boolean {
	if (steps === null) return sample !== undefined;
	return words ? steps.every((step) => words[base + step] !== undefined) : steps.every(isFinite);
}

function readColumns({ cards, texts, jsons, columns }: Pack): readonly Reader[] {
	const values = jsons.map(parseJson);
	const dictionaries = { id: [''], number: undefined, text: [...cards, ...texts], json: values };
	const readers = columns.map(({ name, type, base, steps }): Reader => {
		const words = dictionaries[type];
		return { name, base, steps, words, sample: words ? words[base] : base, next: 0 };
	});
	if (!readers.every(isSound)) throw damaged();
	return readers;
}

/** All rows of one shape are copies of a template, so that engines give them one hidden class. */
interface Shape {
	readonly template: Row;
	readonly varying: readonly Varying[];
}

/**
 * The parser makes room for all members at once (added one by one, more than a dozen would turn
 * the object into a hash table), and takes `__proto__` for a member like any other.
 */
function readShape(readers: readonly Reader[]): Shape {
	const members = readers.map(({ name }) => `${JSON.stringify(name)}:null`);
	const template = JSON.parse(`{${members.join(',')}}`) as Record<string, unknown>;
	for (const { name, sample } of readers) template[name] = sample;
	return { template, varying: readers.filter(varies) };
}

const lookUp = <T>(list: readonly T[], place: number | undefined): T => {
	const found = list[place ?? -1];
	if (found === undefined) throw damaged();
	return found;
};

function readRow({ template, varying }: Shape, id: string): Row {
	const row: Record<string, unknown> = { ...template };
	for (const reader of varying) {
		const value = reader.base + (reader.steps[reader.next++] as number);
		row[reader.name] = reader.words ? reader.words[value] : value;
	}
	row.id = id;
	return row;
}

/**
 * The entries of a pack, in order. They may share the values of their members.
 *
 * @throws RangeError when the value is no pack of a form known here, or is damaged
 */
export function unpackEntries(pack: unknown): readonly Row[] {
	if (!isPack(pack)) throw damaged();
	const { device, from, shapeOf } = pack;
	const readers = readColumns(pack);
	const shapes = pack.shapes.map((shape) => readShape(shape.map((at) => lookUp(readers, at))));
	const rows: Row[] = [];
	for (let at = 0; at < shapeOf.length; at++) {
		rows.push(readRow(lookUp(shapes, shapeOf[at]), `${device}.${from + at}`));
	}
	if (!readers.every(isReadOut)) throw damaged();
	return rows;
}
