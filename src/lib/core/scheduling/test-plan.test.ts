import { describe, expect, it } from 'vitest';
import { entry, review } from '../../../../tests/support/entries';
import { cardsOf } from '../../../../tests/support/made-up-cards';
import { foldLog } from '../log/fold-log';
import { createScheduler, memoryModel } from './scheduler';
import { dateOfDay, isLastMoment, previewTest, testDayOf, testStanding } from './test-plan';

const TODAY = 20_783;
const cards = [...cardsOf('tested', 60), ...cardsOf('other', 40)];
const scheduler = createScheduler();

function input(seen = 0, suspended = 0) {
	const log = cards
		.slice(0, seen)
		.map(({ key }, at) => review(`a.${at + 1}`, at + 1, key, 3, { day: TODAY - 9, interval: 4 }));
	const out = entry('suspend', 'b.1', 999, {
		cards: cards.slice(0, suspended).map(({ key }) => key)
	});
	const fold = foldLog([...log, out], memoryModel);
	return { cards, fold, day: TODAY, limits: { new: 20, reviews: 200 }, scheduler };
}
const test = (inDays: number) => ({ day: TODAY + inDays, topics: ['b/tested'] });

describe('the preview of a test', () => {
	it('tells how many of its cards will be known, and the range', () => {
		const { about, low, high, total } = previewTest(test(9), input());
		expect(total).toBe(60);
		expect(low).toBeLessThan(about);
		expect(about).toBeLessThan(high);
		expect(about).toBeGreaterThan(30);
		expect(high).toBeLessThanOrEqual(60);
	});

	it('tells how many new cards a day that takes', () => {
		expect(previewTest(test(3), input())).toMatchObject({ unseen: 60, newPerDay: 20 });
		expect(previewTest(test(2), input())).toMatchObject({ unseen: 60, newPerDay: 30 });
		expect(previewTest(test(2), input(50))).toMatchObject({ unseen: 10, newPerDay: 5 });
		expect(previewTest(test(2), input(60))).toMatchObject({ unseen: 0, newPerDay: 0 });
	});

	it('of a test today or tomorrow counts on one session', () => {
		for (const inDays of [0, 1]) {
			const { about, newPerDay } = previewTest(test(inDays), input());
			expect(newPerDay).toBe(60);
			expect(about).toBeGreaterThan(20);
		}
	});

	it('expects more of more days, than of no study at all', () => {
		const now = testStanding(test(9), input(60)).about;
		expect(previewTest(test(9), input(60)).about).toBeGreaterThanOrEqual(now);
		expect(testStanding(test(0), input()).about).toBe(0);
	});

	it('leaves out what is suspended', () => {
		expect(previewTest(test(9), input(0, 10)).total).toBe(50);
	});

	it('of no cards is nothing', () => {
		const nothing = { about: 0, low: 0, high: 0, total: 0, unseen: 0, newPerDay: 0 };
		expect(previewTest({ day: TODAY + 2, topics: [] }, input())).toEqual(nothing);
	});

	it('is the same each time, and writes to nothing', () => {
		const given = input(30);
		expect(previewTest(test(9), given)).toEqual(previewTest(test(9), given));
	});
});

it('how a test stands is told after its day too', () => {
	const { about, total } = testStanding(test(-3), input(60));
	expect(total).toBe(60);
	expect(about).toBeGreaterThan(30);
});

describe('the day of a test', () => {
	it.each([
		['2026-11-26', 20_783],
		['2026-12-04', 20_791],
		['2027-11-26', 21_148]
	])('is that of its date, %s', (date, day) => {
		expect(testDayOf(date, TODAY)).toBe(day);
		expect(dateOfDay(day)).toBe(date);
	});

	it.each([
		['', 'none'],
		['soon', 'none'],
		['2026-02-31', 'none'],
		['2026-13-01', 'none'],
		['2026-11-25', 'past'],
		['1004-01-01', 'past'],
		['0202-12-04', 'none'],
		['2027-11-27', 'far'],
		['275760-09-13', 'none']
	])('is not %j: %s', (date, fault) => {
		expect(testDayOf(date, TODAY)).toBe(fault);
	});
});

it('there is time for a last drill on the day, and in the evening before it', () => {
	const at = (inDays: number, hour: number) => isLastMoment(test(inDays), TODAY, hour, 4);
	expect([at(0, 9), at(1, 9), at(1, 17), at(1, 2), at(2, 20), at(-1, 9)]).toEqual([
		...[true, false, true, true, false, false]
	]);
});
