import { describe, expect, it } from 'vitest';
import { wholeNumber } from './whole-number';

describe('a whole number', () => {
	it('is read with spaces around it, and with the digits of a Japanese keyboard', () => {
		expect(wholeNumber(' 20 ', 0, 9999)).toBe(20);
		expect(wholeNumber('９０', 70, 99)).toBe(90);
		expect(wholeNumber('007', 0, 9999)).toBe(7);
	});

	it('lies within its bounds, which belong to it', () => {
		expect([69, 70, 99, 100].map((typed) => wholeNumber(String(typed), 70, 99))).toEqual([
			undefined,
			70,
			99,
			undefined
		]);
	});

	it.each(['', 'lots', '-1', '1.5', '90%', '1e3', '99999999999'])('is not %j', (typed) => {
		expect(wholeNumber(typed, 0, 9999)).toBeUndefined();
	});
});
