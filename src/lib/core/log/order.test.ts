import { describe, expect, it } from 'vitest';
import { compareEntries, contentOf, parseEntryId } from './order';

const entry = (id: string, t: number) => ({ id, t });

describe('parseEntryId', () => {
	it('reads device and number', () => {
		expect(parseEntryId('0abc.12')).toEqual({ device: '0abc', seq: 12 });
	});

	it.each(['', 'a', '.1', 'a.b', 'a.1.5x', 'a.99999999999999999999'])('refuses %j', (id) => {
		expect(() => parseEntryId(id)).toThrow(RangeError);
	});
});

describe('compareEntries', () => {
	it('goes by logical time first', () => {
		expect(compareEntries(entry('b.1', 1), entry('a.2', 2))).toBeLessThan(0);
		expect(compareEntries(entry('a.1', 3), entry('b.2', 2))).toBeGreaterThan(0);
	});

	it('then by device', () => {
		expect(compareEntries(entry('a.9', 1), entry('b.1', 1))).toBeLessThan(0);
		expect(compareEntries(entry('b.1', 1), entry('a.9', 1))).toBeGreaterThan(0);
	});

	it('then by number, not by text', () => {
		expect(compareEntries(entry('a.9', 1), entry('a.10', 1))).toBeLessThan(0);
	});

	it('finds an entry equal to itself', () => {
		expect(compareEntries(entry('a.1', 1), entry('a.1', 1))).toBe(0);
	});

	it('compares devices the same way in every language', () => {
		// By code units: a collation would put “z” before “é” or ignore digits.
		const ids = ['z.1', '0.1', 'a.1', 'Z.1', '9.1'].map((id) => entry(id, 5));
		const sorted = ids.sort(compareEntries).map(({ id }) => id);
		expect(sorted).toEqual(['0.1', '9.1', 'Z.1', 'a.1', 'z.1']);
	});

	it('tells two contents under one id apart, the same way from both sides', () => {
		const [one, two] = [
			{ ...entry('a.1', 1), kind: 'flag' },
			{ ...entry('a.1', 1), kind: 'note' }
		];
		expect(compareEntries(one, two)).toBeLessThan(0);
		expect(compareEntries(two, one)).toBeGreaterThan(0);
		expect(compareEntries(one, Object.fromEntries(Object.entries(one).reverse()) as never)).toBe(0);
	});
});

describe('contentOf', () => {
	it('is the same for equal values, in whatever order their members stand', () => {
		expect(contentOf({ a: 1, b: [2] })).toBe(contentOf({ b: [2], a: 1 }));
	});

	it('tells values apart that no JSON can hold', () => {
		const values = [{ a: NaN }, { b: NaN }, { a: 1n }, [NaN], 1n, '1', 1, undefined, new Date(0)];
		const all = [...values, new Date(1), new Map(), new Map([[1, 2]]), {}, 'x'].map(contentOf);
		expect(new Set(all).size).toBe(all.length);
	});

	it('comes to an end for what has none', () => {
		const circle: unknown[] = [];
		circle.push(circle);
		expect(contentOf(circle)).toBe('not JSON: [object Array]');
	});
});
