import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../canonical';
import { PACK_SIZE, unpackEntries, type Pack } from './pack';
import { packEntries } from './pack-entries';

type Body = Readonly<Record<string, unknown>>;

const stamped = (bodies: readonly Body[], from = 1) =>
	bodies.map((body, at) => ({ ...body, id: `dd.${from + at}` }));

function packed(entries: readonly unknown[], from = 1): Pack {
	const pack = packEntries('dd', from, entries);
	if (!pack) throw new Error('a pack');
	return structuredClone(pack);
}

/** The bodies after a round through the store, without their ids. */
function kept(...bodies: readonly Body[]) {
	return unpackEntries(packed(stamped(bodies))).map(({ id: _, ...body }) => body);
}

const review = (at: number): Body => ({
	...{ v: 1, id: '', t: at, at, offset: 540, day: 20_400, kind: 'review', batch: `act${at}` },
	...{ card: `b/x${at % 100}#`, revision: '1-aa', itemKind: 'choice', rating: (at % 4) + 1 },
	...{ response: { kind: 'choice', option: 'a' }, mode: 'study', durationMs: at * 7 },
	...(at % 3 === 0 ? { delay: 600, step: 1 } : { interval: at % 400 }),
	scheduler: 'fsrs-6'
});

const reviews = Array.from({ length: PACK_SIZE }, (_, at) => review(at));

const column = (pack: Pack, name: string) => {
	const found = pack.columns.find((each) => each.name === name);
	if (!found) throw new Error('a column');
	return found;
};

describe('packEntries', () => {
	it('names the run and the cards in it, each once', () => {
		const entries = [
			{ card: 'b/x#' },
			{ cards: ['b/y#', 'b/x#', 7, null] },
			{ card: 3, cards: 'b/z#' },
			{ value: { card: 'b/z#' } }
		];
		const pack = packed(stamped(entries, 9), 9);
		expect(pack).toMatchObject({ form: 1, device: 'dd', from: 9, count: 4 });
		expect(pack.cards).toEqual(['b/x#', 'b/y#']);
	});

	it('stores neither ids nor a text twice', () => {
		const text = JSON.stringify(packed(stamped(reviews)));
		expect(text).not.toContain('dd.');
		expect(text.split('b/x7#')).toHaveLength(2);
	});

	it('takes about a byte for a small number and none for one that never changes', () => {
		const pack = packed(stamped(reviews));
		expect(column(pack, 'rating').steps).toBeInstanceOf(Uint8Array);
		expect(column(pack, 'card').steps).toBeInstanceOf(Uint8Array);
		expect(column(pack, 'offset')).toMatchObject({ base: 540, steps: null });
	});

	it.each([
		['another device', [{ id: 'ee.1' }]],
		['a gap', [{ id: 'dd.1' }, { id: 'dd.3' }]],
		['a number in another writing', [{ id: 'dd.01' }]],
		['no id', [{ t: 1 }]]
	])('refuses %s', (_, entries) => {
		expect(packEntries('dd', 1, entries)).toBeUndefined();
	});

	it.each([0, -1, 1.5, NaN, 2 ** 53])('refuses to count from %d', (from) => {
		expect(packEntries('dd', from, [{ id: `dd.${from}` }])).toBeUndefined();
	});

	class Point {
		x = 1;
	}
	const circle: unknown[] = [];
	circle.push(circle);
	it.each<[string, unknown]>([
		['NaN', NaN],
		['infinity', -Infinity],
		['an undefined member', undefined],
		['a date', new Date(0)],
		['a map', new Map()],
		['bytes', new Uint8Array(1)],
		['a bigint', 1n],
		['a function', () => 1],
		['a boxed text', Object('x')],
		['an instance of a class', new Point()],
		['a list with a hole', [1, , 2]], // eslint-disable-line no-sparse-arrays
		['a list of holes only', new Array(2 ** 32 - 1)],
		['a list with a member of its own', Object.assign([1], { more: 2 })],
		['a circle', circle]
	])('refuses %s, wherever it is', (_, value) => {
		expect(packEntries('dd', 1, stamped([{ value }]))).toBeUndefined();
		expect(packEntries('dd', 1, stamped([{}, { a: [{ value }] }]))).toBeUndefined();
	});

	it.each([[null], ['dd.1'], [['dd.1']], [new Date(0)], [undefined]])(
		'refuses %j as an entry',
		(entry) => {
			expect(packEntries('dd', 1, [entry])).toBeUndefined();
		}
	);

	it('refuses a value that is too deep to walk', () => {
		const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
		expect(packEntries('dd', 1, stamped([{ deep }]))).toBeUndefined();
	});
});

describe('unpackEntries', () => {
	it('gives back a full run of reviews, ids and all', () => {
		const entries = stamped(reviews, 257);
		expect(unpackEntries(packed(entries, 257))).toEqual(entries);
	});

	it('keeps the members in their order', () => {
		const [first] = unpackEntries(packed([{ b: 1, id: 'dd.1', a: 2 }]));
		expect(Object.keys(first ?? {})).toEqual(['b', 'id', 'a']);
	});

	it('gives nothing for nothing', () => {
		expect(unpackEntries(packed([]))).toEqual([]);
	});

	it('keeps tombstones, unknown kinds and a member that has many types', () => {
		const bodies = [
			{ t: 5, erased: true },
			{ v: 9, kind: 'hologram', beam: { x: [1, { y: null }], 가: '힣' } },
			...[1, 'one', true, false, null, [], {}, -1.5].map((value) => ({ value }))
		];
		expect(kept(...bodies)).toEqual(bodies);
	});

	it.each(['__proto__', 'constructor', 'toString', 'toJSON', 'length', '', '0', 'a b', '\ud800'])(
		'has %j as a member of its own',
		(name) => {
			const bodies = [1, 2, 'x', { [name]: [name] }].map((value) => ({ [name]: value, t: 1 }));
			const rows = unpackEntries(packed(stamped(bodies)));
			expect(rows.map(canonicalJson)).toEqual(stamped(bodies).map(canonicalJson));
			expect(rows.every((row) => Object.getPrototypeOf(row) === Object.prototype)).toBe(true);
		}
	);

	it.each([
		[[0, 255], Uint8Array],
		[[-1, 255], Uint16Array],
		[[1e12, 1e12 + 65_535], Uint16Array],
		[[1e12, 1e12 + 65_536], Uint32Array],
		[[2 ** 53 - 1, 2 ** 53 - 2 ** 32], Uint32Array],
		[[0, 2 ** 32], Float64Array],
		[[1 - 2 ** 53, 2 ** 53 - 1], Float64Array],
		[[0, 0.1, 5e-324], Float64Array],
		[[1, 2 ** 53], Float64Array],
		[[-Number.MAX_VALUE, Number.MAX_VALUE], Float64Array]
	])('keeps the numbers %j exactly', (numbers, kind) => {
		const bodies = numbers.map((n) => ({ n }));
		expect(column(packed(stamped(bodies)), 'n').steps).toBeInstanceOf(kind);
		expect(kept(...bodies)).toEqual(bodies);
	});

	it('reads −0 as 0, which is how JSON writes it', () => {
		const rows = kept({ n: -0 }, { n: 0 }, { n: -0.5 });
		expect(rows.map(canonicalJson)).toEqual(['{"n":0}', '{"n":0}', '{"n":-0.5}']);
	});

	it('keeps halves of surrogate pairs', () => {
		const bodies = [{ text: '\ud800' }, { text: '\udc00x' }, { list: ['\udfff'] }];
		expect(kept(...bodies)).toEqual(bodies);
	});

	it('keeps more shapes and more texts than a byte can count', () => {
		const shapes = Array.from({ length: 300 }, (_, at) => ({ [`m${at}`]: 1 }));
		expect(kept(...shapes)).toEqual(shapes);
		const texts = Array.from({ length: 66_000 }, (_, at) => ({ text: `t${at}` }));
		expect(kept(...texts)).toEqual(texts);
	});

	const good = packed(stamped([{ t: 1, card: 'x' }, { t: 300 }, { card: 'y', flag: true }]));
	const spoilt = (name: string, change: Body) => ({
		columns: good.columns.map((each) => (each.name === name ? { ...each, ...change } : each))
	});
	it.each<[string, Body]>([
		['of a newer form', { form: 2 }],
		['with another count', { count: 2 }],
		['with a count that would never end', { count: 1e9 }],
		['that counts from nowhere', { from: 0 }],
		['without a dictionary', { texts: undefined }],
		['with a hole in a dictionary', { cards: ['x'] }],
		['with a dictionary of no JSON', { jsons: ['{'] }],
		['whose rows have a shape that is not there', { shapes: [] }],
		['whose shapes have a column that is not there', { columns: [] }],
		['with a column cut short', spoilt('t', { steps: new Uint16Array([0]) })],
		['with a column too long', spoilt('t', { steps: new Uint16Array(3) })],
		['with a column of lists', spoilt('t', { steps: [0, 299] })],
		['with a number that is none', spoilt('t', { steps: new Float64Array([1, NaN]) })],
		['with a place outside the dictionary', spoilt('card', { steps: new Uint8Array([0, 9]) })],
		['with a fraction of a place', spoilt('card', { steps: new Float64Array([0, 0.5]) })],
		['with a base outside the dictionary', spoilt('flag', { base: 1 })],
		['with a base before the dictionary', spoilt('card', { base: -1 })],
		['with a type from elsewhere', spoilt('card', { type: 'constructor' })]
	])('refuses a pack %s', (_, change) => {
		expect(() => unpackEntries({ ...good, ...change })).toThrow(RangeError);
	});

	it.each([undefined, null, 1, 'pack', {}, { form: 1 }])('refuses %j', (value) => {
		expect(() => unpackEntries(value)).toThrow(RangeError);
	});
});
