import { describe, expect, it } from 'vitest';
import {
	OFFERED_LENGTHS,
	parseSessionLength,
	progressTo,
	started,
	STOPPED,
	stopped,
	timeOn
} from './session-length';

describe('the length of a sitting', () => {
	it('is read from what is stored, and is none where that cannot be one', () => {
		expect(OFFERED_LENGTHS.map(parseSessionLength)).toEqual([
			undefined,
			{ unit: 'minutes', count: 5 },
			{ unit: 'minutes', count: 10 },
			{ unit: 'cards', count: 20 }
		]);
		for (const odd of ['0c', '-1m', '1000c', '5', 'm', '', 5, null, undefined, ['5m']]) {
			expect(parseSessionLength(odd)).toBe(undefined);
		}
	});

	it('is reached with its last card, and not before', () => {
		const length = { unit: 'cards', count: 3 } as const;
		expect(progressTo(length, 2, 9e9)).toMatchObject({
			done: 2,
			total: 3,
			left: 1,
			isReached: false
		});
		expect(progressTo(length, 3, 0)).toMatchObject({ left: 0, isReached: true });
		expect(progressTo(length, 7, 0)).toMatchObject({ done: 3, total: 3, left: 0, isReached: true });
	});

	it('counts a begun minute as one that is left', () => {
		const length = { unit: 'minutes', count: 5 } as const;
		expect(progressTo(length, 99, 0)).toMatchObject({ left: 5, isReached: false });
		expect(progressTo(length, 0, 240_001)).toMatchObject({ left: 1, isReached: false });
		expect(progressTo(length, 0, 300_000)).toMatchObject({ left: 0, isReached: true });
	});

	it('is never less than nothing, when answers of before it were taken back', () => {
		const length = { unit: 'cards', count: 3 } as const;
		expect(progressTo(length, -2, -5)).toMatchObject({
			done: 0,
			total: 3,
			left: 3,
			isReached: false
		});
	});
});

describe('a stopwatch', () => {
	it('counts while it runs and stands while it is stopped', () => {
		const first = stopped(started(STOPPED, 1_000), 4_000);
		expect(timeOn(first, 60_000)).toBe(3_000);
		expect(timeOn(started(first, 60_000), 61_000)).toBe(4_000);
	});

	it('goes on as it is when it is started twice or stopped twice', () => {
		const running = started(started(STOPPED, 1_000), 2_000);
		expect(timeOn(running, 3_000)).toBe(2_000);
		expect(timeOn(stopped(stopped(running, 3_000), 9_000), 9_000)).toBe(2_000);
	});

	it('never shows less than nothing, even by a clock that goes back', () => {
		expect(timeOn(started(STOPPED, 5_000), 1_000)).toBe(0);
		expect(timeOn(stopped(started(STOPPED, 5_000), 1_000), 0)).toBe(0);
	});
});
