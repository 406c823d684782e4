import { describe, expect, it } from 'vitest';
import { fuzzedInterval } from './fuzz';

const ALMOST_ONE = 1 - 2 ** -32;
const range = (interval: number, min = 1, max = 36_500) =>
	[0, ALMOST_ONE].map((factor) => fuzzedInterval(interval, min, max, factor));

describe('fuzzedInterval', () => {
	it('leaves intervals below two and a half days as they are', () => {
		expect(range(1)).toEqual([1, 1]);
		expect(range(2)).toEqual([2, 2]);
		expect(range(2.49)).toEqual([2, 2]);
	});

	it.each([
		[2.5, 2, 4],
		[3, 2, 4],
		[6, 4, 8],
		[7, 5, 9],
		[16, 13, 19],
		[20, 17, 23],
		[30, 27, 33],
		[100, 93, 107],
		[365, 345, 385],
		[1000, 948, 1052]
	])('moves %d days to %d at least and %d at most', (interval, least, most) => {
		expect(range(interval)).toEqual([least, most]);
	});

	it('reaches every day of the range, none beyond', () => {
		const got = new Set<number>();
		for (let n = 0; n < 1000; n++) got.add(fuzzedInterval(20, 1, 36_500, n / 1000));
		expect([...got].sort()).toEqual([17, 18, 19, 20, 21, 22, 23]);
	});

	it('grows with the factor, so that one factor keeps the order of intervals', () => {
		for (const factor of [0, 0.3, 0.7, ALMOST_ONE]) {
			const moved = Array.from({ length: 300 }, (_, n) => fuzzedInterval(n + 1, 1, 36_500, factor));
			expect(moved).toEqual([...moved].sort((a, b) => a - b));
		}
	});

	it('stays within the least and the most that is asked for', () => {
		expect(range(20, 19)).toEqual([19, 23]);
		expect(range(20, 1, 21)).toEqual([17, 21]);
		expect(range(36_500)).toEqual([34_673, 36_500]);
		expect(range(50_000)).toEqual([34_673, 36_500]);
		expect(range(3, 9)).toEqual([9, 11]);
	});

	it('moves up from the least when it may not move down, and not at all when least is most', () => {
		expect(range(20, 23)).toEqual([23, 26]);
		expect(range(2.6, 4)).toEqual([4, 5]);
		expect(range(3, 4, 4)).toEqual([4, 4]);
	});
});
