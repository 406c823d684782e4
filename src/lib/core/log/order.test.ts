import { describe, expect, it } from 'vitest';
import { compareEntries, parseEntryId } from './order';

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
		const ids = ['z.1', '0.1', 'a.1', '9.1'].map((id) => entry(id, 5));
		expect(ids.sort(compareEntries).map(({ id }) => id)).toEqual(['0.1', '9.1', 'a.1', 'z.1']);
	});
});
