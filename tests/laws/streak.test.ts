import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { streakOf } from '../../src/lib/core/statistics/streak';
import { studyDay } from '../../src/lib/core/study-day';
import { law } from './law';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** With summer time of an hour and of half an hour, without it, and on either side of the date line. */
const ZONES = [
	...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tehran'],
	...['Asia/Seoul', 'Pacific/Kiritimati', 'Pacific/Honolulu', 'Pacific/Auckland']
] as const;

const formats = new Map<string, Intl.DateTimeFormat>(
	ZONES.map((timeZone) => [
		timeZone,
		new Intl.DateTimeFormat('en-US', {
			...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
			...{ hour: 'numeric', minute: 'numeric', second: 'numeric' }
		})
	])
);

/** Minutes east of UTC in force in a zone at a whole second. */
function offsetIn(zone: string, at: number): number {
	const parts = formats.get(zone)?.formatToParts(at) ?? [];
	const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
	const [y, mo, d] = [part('year'), part('month'), part('day')];
	return (Date.UTC(y, mo - 1, d, part('hour'), part('minute'), part('second')) - at) / 60_000;
}

const dayIn = (zone: string, at: number, rollover: number) =>
	studyDay(at, offsetIn(zone, at), rollover);

const zone = fc.constantFrom(...ZONES);
const rollover = fc.constantFrom(0, 3, 4, 5, 23);
/** A moment of 2019 to 2026, in which Tehran had summer time and gave it up. */
const moment = fc
	.integer({ min: Date.UTC(2019, 0) / 1_000, max: Date.UTC(2026, 0) / 1_000 })
	.map((seconds) => seconds * 1_000);

/** A moment of a study day of a zone, by how much of it has passed. */
function momentOf(day: number, where: string, hour: number, share: number): number {
	const noon = day * DAY_MS + 12 * HOUR_MS;
	const start = day * DAY_MS + hour * HOUR_MS - offsetIn(where, noon) * 60_000;
	// Away from its ends, which summer time moves.
	return start + Math.floor((2 + share * 20) * 3_600) * 1_000;
}

/** Share of a day, and how long after. */
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the streak', () => {
	law(
		'never falls within one local day, whatever was studied before and is studied meanwhile',
		fc.property(
			...([zone, rollover, moment, fc.array(fc.nat({ max: 40 })), share, share] as const),
			(where, hour, at, ago, first, second) => {
				const day = dayIn(where, at, hour);
				const [early, late] = [first, second]
					.sort((a, b) => a - b)
					.map((part) => momentOf(day, where, hour, part)) as [number, number];
				const studied = new Set(ago.map((days) => day - days));
				const before = streakOf(studied, dayIn(where, early, hour)).days;
				expect(dayIn(where, late, hour)).toBe(dayIn(where, early, hour));
				expect(streakOf(studied, dayIn(where, late, hour)).days).toBe(before);
				studied.add(dayIn(where, late, hour));
				expect(streakOf(studied, dayIn(where, late, hour)).days).toBeGreaterThanOrEqual(before);
			}
		)
	);

	law(
		'grows with every local day that is studied, also where the clocks change',
		fc.property(
			...([zone, rollover, moment, fc.array(share, { minLength: 1, maxLength: 30 })] as const),
			(where, hour, at, shares) => {
				const first = dayIn(where, at, hour);
				const studied = new Set<number>();
				shares.forEach((part, days) => {
					const today = dayIn(where, momentOf(first + days, where, hour, part), hour);
					studied.add(today);
					expect(streakOf(studied, today).days).toBe(days + 1);
				});
			}
		)
	);

	law(
		'is not broken by travel that skips a local day as seldom as one may rest',
		fc.property(
			...([rollover, moment, zone] as const),
			fc.array(fc.tuple(zone, share), { minLength: 1, maxLength: 30 }),
			(hour, at, home, stops) => {
				let [where, last, skipped]: [string, number, number] = [home, at, -Infinity];
				let today = dayIn(where, at, hour);
				const studied = new Set([today]);
				for (const [done, [next, part]] of stops.entries()) {
					const isPast = (day: number, zone: string) => momentOf(day, zone, hour, part) <= last;
					// West over the date line a day may be over on arrival; who has just rested stays.
					const isOver = isPast(today + 1, next);
					if (!isOver || today + 1 - skipped >= 7) where = next;
					const isSkip = isPast(today + 1, where);
					if (isSkip) skipped = today + 1;
					last = momentOf(today + (isSkip ? 2 : 1), where, hour, part);
					today = dayIn(where, last, hour);
					studied.add(today);
					expect(streakOf(studied, today).days).toBe(done + 2);
				}
			}
		)
	);

	law(
		'counts a day as rest only if no other within the six before it was missed',
		fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (days) => {
			const today = 20_000;
			const studied = new Set(days.flatMap((is, ago) => (is ? [today - ago] : [])));
			const { days: count } = streakOf(studied, today);
			const all = [...studied].sort((a, b) => b - a);
			const first = all[count - 1] ?? today + 1;
			const missed = days.flatMap((is, ago) => (!is && ago > 0 ? [today - ago] : []));
			const within = missed.filter((day) => day > first);
			for (const [at, day] of within.entries()) {
				expect(day - (within[at + 1] ?? -Infinity)).toBeGreaterThanOrEqual(7);
			}
		})
	);
});
