import { canonicalJson } from '../canonical';
import { isRecord, isWhole } from '../guard';
import type { Column, ColumnType, Numbers, Pack, Row, Whole } from './pack';

/** Deeper values are left alone: walking them would exhaust the stack, and a circle has no end. */
const MAX_DEPTH = 200;

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
