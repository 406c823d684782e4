import { describe, expect, it } from 'vitest';
import { DEFAULT_ROLLOVER_HOUR, studyDay, studyDayStart } from './study-day';

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);

/** The study day of a moment as a date. */
const dateOf = (iso: string, offset: number, rollover = DEFAULT_ROLLOVER_HOUR) =>
	new Date(studyDay(at(iso), offset, rollover) * 24 * HOUR_MS).toISOString().slice(0, 10);

describe('studyDay', () => {
	it('counts from 1 January 1970', () => {
		expect(studyDay(0, 0, 0)).toBe(0);
		expect(studyDay(24 * HOUR_MS, 0, 0)).toBe(1);
		expect(studyDay(-1, 0, 0)).toBe(-1);
	});

	it('belongs to the day before until the rollover', () => {
		expect(dateOf('2026-11-24T03:59:59.999Z', 0)).toBe('2026-11-23');
		expect(dateOf('2026-11-24T04:00:00.000Z', 0)).toBe('2026-11-24');
	});

	it('takes the hour the learner sets', () => {
		expect(dateOf('2026-11-24T00:00:00Z', 0, 0)).toBe('2026-11-24');
		expect(dateOf('2026-11-24T22:59:59Z', 0, 23)).toBe('2026-11-23');
		expect(dateOf('2026-11-24T23:00:00Z', 0, 23)).toBe('2026-11-24');
	});

	it('follows the local clock east and west of UTC', () => {
		expect(dateOf('2026-11-23T19:00:00Z', 540)).toBe('2026-11-24');
		expect(dateOf('2026-11-24T08:59:59Z', -300)).toBe('2026-11-23');
		expect(dateOf('2026-11-24T09:00:00Z', -300)).toBe('2026-11-24');
		expect(dateOf('2026-11-23T22:15:00Z', 345)).toBe('2026-11-24');
	});
});

describe('where clocks change', () => {
	it('begins at four local time on the morning Berlin loses an hour', () => {
		expect(dateOf('2026-03-29T00:59:59Z', 60)).toBe('2026-03-28');
		expect(dateOf('2026-03-29T01:59:59Z', 120)).toBe('2026-03-28');
		expect(dateOf('2026-03-29T02:00:00Z', 120)).toBe('2026-03-29');
	});

	it('keeps both half past twos of an autumn night in Berlin on one study day', () => {
		expect(dateOf('2026-10-25T00:30:00Z', 120)).toBe('2026-10-24');
		expect(dateOf('2026-10-25T01:30:00Z', 60)).toBe('2026-10-24');
		expect(dateOf('2026-10-25T03:00:00Z', 60)).toBe('2026-10-25');
	});

	it('begins at four local time on both change-overs of New York', () => {
		expect(dateOf('2026-03-08T07:59:59Z', -240)).toBe('2026-03-07');
		expect(dateOf('2026-03-08T08:00:00Z', -240)).toBe('2026-03-08');
		expect(dateOf('2026-11-01T08:59:59Z', -300)).toBe('2026-10-31');
		expect(dateOf('2026-11-01T09:00:00Z', -300)).toBe('2026-11-01');
	});

	it('knows that clocks on Lord Howe Island move by half an hour', () => {
		// 01:45 comes twice: at +11:00 and half an hour later at +10:30.
		expect(dateOf('2026-04-04T14:45:00Z', 660)).toBe('2026-04-04');
		expect(dateOf('2026-04-04T15:15:00Z', 630)).toBe('2026-04-04');
		expect(dateOf('2026-04-04T17:29:59Z', 630)).toBe('2026-04-04');
		expect(dateOf('2026-04-04T17:30:00Z', 630)).toBe('2026-04-05');
	});

	it('has the next day at once when the hour after midnight is skipped, as in Tehran', () => {
		expect(dateOf('2022-03-21T20:29:59Z', 210, 0)).toBe('2022-03-21');
		expect(dateOf('2022-03-21T20:30:00Z', 270, 0)).toBe('2022-03-22');
		expect(dateOf('2022-03-21T23:29:59Z', 270)).toBe('2022-03-21');
		expect(dateOf('2022-03-21T23:30:00Z', 270)).toBe('2022-03-22');
	});

	it('skips 30 December 2011 in Apia, all but its hours before the rollover', () => {
		expect(dateOf('2011-12-30T09:59:59Z', -600)).toBe('2011-12-29');
		expect(dateOf('2011-12-30T10:00:00Z', 840)).toBe('2011-12-30');
		expect(dateOf('2011-12-30T14:00:00Z', 840)).toBe('2011-12-31');
		expect(dateOf('2011-12-30T10:00:00Z', 840, 0)).toBe('2011-12-31');
	});
});

describe('studyDayStart', () => {
	it('is the first moment of its day', () => {
		for (const offset of [-600, -300, 0, 210, 330, 630, 840]) {
			for (const rollover of [0, 4, 23]) {
				const start = studyDayStart(20_000, offset, rollover);
				expect(studyDay(start, offset, rollover)).toBe(20_000);
				expect(studyDay(start - 1, offset, rollover)).toBe(19_999);
			}
		}
	});

	it('lies 25 hours after the last one when Berlin gains an hour', () => {
		const saturday = studyDay(at('2026-10-24T12:00:00Z'), 120, DEFAULT_ROLLOVER_HOUR);
		const from = studyDayStart(saturday, 120, DEFAULT_ROLLOVER_HOUR);
		const to = studyDayStart(saturday + 1, 60, DEFAULT_ROLLOVER_HOUR);
		expect(new Date(from).toISOString()).toBe('2026-10-24T02:00:00.000Z');
		expect((to - from) / HOUR_MS).toBe(25);
	});
});
