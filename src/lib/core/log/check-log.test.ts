import { describe, expect, it } from 'vitest';
import { DAY_MS, entry, review, stone, undo, undoBatch } from '../../../../tests/support/entries';
import { checkLog } from './check-log';

describe('the check of a log', () => {
	it('finds nothing in an empty one', () => {
		expect(checkLog([])).toEqual({
			counts: { known: 0, unknown: 0, newer: 0, erased: 0, malformed: 0, unreadable: 0 },
			...{ unknownKinds: [], doubled: 0, devices: 0, clockJumps: 0, selfUndos: 0 }
		});
	});

	it('counts values by what they are, and unknown ones by kind', () => {
		const dream = (id: string, kind: string) => ({ ...review(id, 100, 'x'), kind });
		const report = checkLog([
			review('a.1', 100, 'x'),
			...[dream('a.2', 'dream'), dream('a.3', 'dream'), dream('a.4', 'wish')],
			{ ...dream('a.5', 'dream'), v: 2 },
			stone('a.6', 100),
			{ ...review('a.7', 100, 'x'), rating: 7 },
			...['rubbish', null]
		]);
		expect(report.counts).toEqual({
			...{ known: 1, unknown: 3, newer: 1, erased: 1, malformed: 1, unreadable: 2 }
		});
		expect(report.unknownKinds).toEqual([
			['dream', 2],
			['wish', 1]
		]);
	});

	it('counts devices, and ids that stand for two', () => {
		const report = checkLog([
			...[review('a.1', 100, 'x'), review('a.1', 100, 'y'), review('a.1', 200, 'z')],
			...[stone('b.1', 100), { ...review('c.1', 1, 'x'), v: 2 }]
		]);
		expect([report.devices, report.doubled]).toEqual([3, 2]);
	});

	it('counts undos that name themselves', () => {
		const { selfUndos } = checkLog([
			undo('a.1', 100, 'a.9', 'a.1'),
			{ ...undoBatch('a.2', 101, 'act'), batch: 'act' },
			...[undoBatch('a.3', 102, 'act'), undo('a.4', 103, 'a.3')]
		]);
		expect(selfUndos).toBe(2);
	});

	const at = (id: string, t: number, ms: number) =>
		entry('finish', id, t, { attempt: 'q', at: ms });

	it.each([
		['a day back', -DAY_MS, 0],
		['more than a day back', -DAY_MS - 1, 1],
		['a year on', 366 * DAY_MS, 0],
		['more than a year on', 366 * DAY_MS + 1, 1]
	])('counts a clock that goes %s', (_, by, jumps) => {
		const later = at('a.2', 2, 5e11 + by);
		expect(checkLog([later, at('a.1', 1, 5e11)]).clockJumps).toBe(jumps);
	});

	it('tells the clocks of devices apart, and follows each in the order of the log', () => {
		const values = [at('a.1', 1, 0), at('b.1', 2, 5e12), at('a.2', 3, 1), at('b.2', 4, 5e12)];
		expect(checkLog(values.reverse()).clockJumps).toBe(0);
		expect(checkLog([...values, at('a.3', 5, 5e12), at('a.4', 6, 2)]).clockJumps).toBe(2);
	});
});
