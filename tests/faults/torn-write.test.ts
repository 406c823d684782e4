import { describe, expect, it } from 'vitest';
import { endsTorn } from './torn-write';

const BLOCK = 32_768;
const [WHOLE, FIRST, MIDDLE, LAST] = [1, 2, 3, 4];

/** A record with no checksum of its own. */
const record = (type: number, length: number) => [
	...[0, 0, 0, 0, length % 256, Math.floor(length / 256), type],
	...Array.from({ length }, () => 7)
];
const logOf = (...records: number[][]) => Uint8Array.from(records.flat());

describe('a log of LevelDB', () => {
	it('is whole when it is empty or ends with its last record', () => {
		expect(endsTorn(logOf())).toBe(false);
		expect(endsTorn(logOf(record(WHOLE, 5), record(WHOLE, 0)))).toBe(false);
		const first = record(FIRST, BLOCK - 7);
		expect(endsTorn(logOf(first, record(MIDDLE, BLOCK - 7), record(LAST, 9)))).toBe(false);
	});

	it('is whole where a block ends with what is too short for a record', () => {
		const filled = record(WHOLE, BLOCK - 7 - 6);
		expect(endsTorn(logOf(filled, [0, 0, 0, 0, 0, 0], record(WHOLE, 5)))).toBe(false);
		expect(endsTorn(logOf(filled, [0, 0, 0]))).toBe(false);
	});

	it('is torn at every byte within its last record', () => {
		const whole = logOf(record(WHOLE, 5), record(WHOLE, 12));
		for (let at = 13; at < whole.length; at++) expect(endsTorn(whole.slice(0, at))).toBe(true);
		expect(endsTorn(whole.slice(0, 12))).toBe(false);
	});

	it('is torn after the first parts of a write that goes over several blocks', () => {
		expect(endsTorn(logOf(record(FIRST, BLOCK - 7)))).toBe(true);
		expect(endsTorn(logOf(record(FIRST, BLOCK - 7), record(MIDDLE, BLOCK - 7)))).toBe(true);
	});
});
