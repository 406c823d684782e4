import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor, type Cbor } from './cbor';

const fromHex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Examples of RFC 8949, Appendix A, and a map whose keys are put in order. */
const EXAMPLES: readonly (readonly [Cbor, string])[] = [
	[0, '00'],
	[23, '17'],
	[24, '1818'],
	[1_000_000, '1a000f4240'],
	[-1, '20'],
	[-1_000, '3903e7'],
	[1.5, 'f93e00'],
	[100_000.5, 'fa47c35040'],
	[1.1, 'fb3ff199999999999a'],
	[false, 'f4'],
	[null, 'f6'],
	['ü', '62c3bc'],
	[Uint8Array.of(1, 2), '420102'],
	[[1, [2, 3]], '8201820203'],
	[
		new Map<number, Cbor>([
			[100, 2],
			[-1, 3],
			[10, 1]
		]),
		'a30a011864022003'
	]
];

describe('deterministic CBOR', () => {
	it.each(EXAMPLES)('has one way to write %j, and reads it: %s', (value, expected) => {
		expect(hexOf(encodeCbor(value))).toBe(expected);
		expect(decodeCbor(fromHex(expected))).toEqual({ value });
	});

	it.each([
		['nothing', ''],
		['a number that is longer than it need be', '1817'],
		['a length that is longer than it need be', '7801 61'],
		['a float that is longer than it need be', 'fa3fc00000'],
		['a whole number as a float', 'f93c00'],
		['not a number', 'f97e00'],
		['an infinity', 'f97c00'],
		['a number that JavaScript cannot hold', '1bffffffffffffffff'],
		['undefined', 'f7'],
		['a tag', 'c001'],
		['a list without a length', '9f01ff'],
		['a text without a length', '7f6161ff'],
		['keys out of order', 'a2 0201 0102'],
		['a key twice', 'a2 0101 0102'],
		['a text that is no UTF-8', '61ff'],
		['a text with a half character', '63eda080'],
		['a text that begins with a byte order mark', '63efbbbf'],
		['more than one value', '0101'],
		['a list that is cut', '8201'],
		['a text that is cut', '6261'],
		['a list longer than memory', '9b001fffffffffffff'],
		['a text longer than memory', '7b001fffffffffffff'],
		['lists in lists without end', '81'.repeat(100_000)],
		['maps in maps without end', 'a101'.repeat(100_000)],
		['lists one too deep', `${'81'.repeat(17)}01`],
		['a break', 'ff']
	])('refuses %s', (_, bytes) => {
		expect(decodeCbor(fromHex(bytes))).toBeUndefined();
	});

	it('reads lists as deep as they may be, however long', () => {
		expect(decodeCbor(fromHex(`${'81'.repeat(16)}01`))).toBeDefined();
		expect(decodeCbor(encodeCbor(Array.from({ length: 5_000 }, () => [[1], [2]])))).toBeDefined();
	});
});
