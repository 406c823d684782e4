import { hasShape, isFinite, isListOf, isText, isWhole, oneOf, type Guard } from '../guard';

/** Entries in a full pack. */
export const PACK_SIZE = 256;

/** An entry as it is packed: any JSON object. */
export type Row = Readonly<Record<string, unknown>>;
/** Whole numbers from 0. */
export type Whole = Uint8Array | Uint16Array | Uint32Array;
export type ColumnType = 'id' | 'number' | 'text' | 'json';

/** Numbers: `base` and a step for each, or `base` alone when all are the same. */
export interface Numbers {
	readonly base: number;
	readonly steps: Whole | Float64Array | null;
}

/**
 * The values of one member in those rows that have it with this type, in the order of the rows.
 * A number stands for itself; of a text or another JSON value it is the place in the dictionary.
 */
export interface Column extends Numbers {
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
