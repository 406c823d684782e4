import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { canonicalJson } from '../../src/lib/core/canonical';
import { unpackEntries } from '../../src/lib/core/log/pack';
import { packEntries } from '../../src/lib/core/log/pack-entries';
import { law } from './law';

type Members = Record<string, unknown>;

const codeUnits = fc
	.array(fc.nat({ max: 0xffff }), { maxLength: 4 })
	.map((units) => String.fromCharCode(...units));
const texts = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 8 }),
	codeUnits,
	fc.constantFrom('', '\ud800', '\udc00\ud800', 'e\u0301', 'review', '__proto__')
);
const names = fc.oneof(
	{ weight: 2, arbitrary: fc.constantFrom('kind', 'card', 'cards', 't', 'value', 'erased') },
	fc.constantFrom('__proto__', 'constructor', 'toString', 'toJSON', 'length', 'id', '', '0', '10'),
	texts
);
const numbers = fc.oneof(
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.integer({ min: -3, max: 300 }),
	fc.maxSafeInteger(),
	fc.constantFrom(-0, 5e-324, -Number.MAX_VALUE, 1e21, 2 ** 53, 2 ** 32, 65_535, 65_536)
);

/** Own members whatever their names; a plain assignment would take `__proto__` for the prototype. */
const membersOf = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Members> =>
	fc.array(fc.tuple(names, values), { maxLength: 6 }).map((list) => Object.fromEntries(list));

const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.oneof(numbers, texts, fc.boolean(), fc.constant(null)),
		fc.array(tie('value'), { maxLength: 4 }),
		membersOf(tie('value'))
	)
}));

const stamp = (bodies: readonly Members[], from: number): readonly Members[] =>
	bodies.map((body, at) => ({ ...body, id: `dd.${from + at}` }));

/** Some are met again and again, so that columns have more than a row. */
const runs = fc
	.tuple(
		fc.array(membersOf(values), { minLength: 1, maxLength: 6 }),
		fc.array(fc.nat({ max: 5 }), { maxLength: 20 }),
		fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1e15 }))
	)
	.map(([bodies, picks, from]) => {
		const list = picks.map((pick) => bodies[pick % bodies.length] ?? {});
		return { from, entries: stamp(list, from) };
	});

class Point {
	x = 1;
}
const circle: { self?: unknown } = {};
circle.self = circle;
const aliens = fc.constantFrom<unknown>(
	...[NaN, Infinity, undefined, 1n, Symbol.iterator, () => 1, circle, new Point()],
	...[new Date(0), new Map(), new Set(), /x/, new Uint8Array(2), Object('x'), new Array(3)]
);

/** A value with another one somewhere inside. */
const hide = (alien: unknown, path: readonly (string | null)[]): unknown =>
	path.reduceRight<unknown>(
		(inner, name) => (name === null ? [1, inner] : Object.fromEntries([[name, inner]])),
		alien
	);

type Holder = Record<PropertyKey, unknown>;

/** All places of a pack that can be damaged, those inside its lists and arrays too. */
function placesOf(value: unknown): readonly (readonly [Holder, string])[] {
	if (typeof value !== 'object' || value === null) return [];
	const holder = value as Holder;
	return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesOf(holder[key])]);
}

const isList = (value: unknown): value is Uint8Array =>
	ArrayBuffer.isView(value) || Array.isArray(value);

const damages = fc.oneof(
	fc.constantFrom<(value: unknown) => unknown>(
		(value) => (isList(value) ? value.slice(1) : -1),
		(value) =>
			isList(value)
				? Float64Array.from(value, (each) => (typeof each === 'number' ? each : 1))
				: 0.5,
		(value) => (Array.isArray(value) ? [...value, ...value] : new Uint32Array(300)),
		(value) => (typeof value === 'number' ? value + 1 : null),
		(value) => (typeof value === 'number' ? value - 1 : '__proto__')
	),
	fc
		.constantFrom(undefined, null, NaN, -1, 1e9, 2 ** 53, '', '{', 'id', [], {})
		.map((to) => () => to),
	values.map((to) => () => structuredClone(to))
);

function damageAt(place: number, pack: object, damage: (value: unknown) => unknown): void {
	const places = placesOf(pack);
	const [holder, key] = places[place % places.length] ?? [{}, ''];
	const value = damage(holder[key]);
	// A typed array would turn it into a number, and cannot with every object.
	holder[key] = ArrayBuffer.isView(holder) && typeof value !== 'number' ? 7 : value;
}

describe('a pack', () => {
	law(
		'gives back every entry with the same canonical JSON after a structured clone',
		fc.property(runs, ({ from, entries }) => {
			const rows = unpackEntries(structuredClone(packEntries('dd', from, entries)));
			expect(rows.map(canonicalJson)).toEqual(entries.map(canonicalJson));
		})
	);

	law(
		'can be packed again from what it gives back, and is the same',
		fc.property(runs, ({ from, entries }) => {
			const pack = packEntries('dd', from, entries);
			expect(packEntries('dd', from, unpackEntries(pack))).toEqual(pack);
		})
	);

	law(
		'is not made of what JSON cannot hold',
		fc.property(
			fc.array(membersOf(values), { maxLength: 4 }),
			fc.nat({ max: 4 }),
			aliens,
			fc.array(fc.oneof(names, fc.constant(null)), { maxLength: 3 }),
			(bodies, at, alien, path) => {
				const entry = { value: hide(alien, path) };
				const entries = stamp([...bodies.slice(0, at), entry, ...bodies.slice(at)], 1);
				expect(packEntries('dd', 1, entries)).toBeUndefined();
			}
		)
	);

	law(
		'that is damaged is refused, or gives as many entries as it counts',
		fc.property(
			runs,
			fc.array(fc.tuple(fc.nat(), damages), { minLength: 1, maxLength: 3 }),
			({ from, entries }, list) => {
				const pack = { ...structuredClone(packEntries('dd', from, entries)) };
				for (const [place, damage] of list) damageAt(place, pack, damage);
				try {
					const rows = unpackEntries(pack);
					expect(rows).toHaveLength(pack.count as number);
					expect(rows.every((row) => Object.getPrototypeOf(row) === Object.prototype)).toBe(true);
				} catch (error) {
					expect(error).toBeInstanceOf(RangeError);
				}
			}
		)
	);
});
