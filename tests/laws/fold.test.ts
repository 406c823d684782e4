import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Fold } from '../../src/lib/core/log/fold';
import { advanceTail, extendFold, foldLog } from '../../src/lib/core/log/fold-log';
import { mergeLogs } from '../../src/lib/core/log/merge';
import { compareEntries } from '../../src/lib/core/log/order';
import { seededRandom, shuffled } from '../../src/lib/core/random';
import type { Held } from './drafts';
import { acted, histories, logOf, merged, newDevice, unionOf, type Device } from './histories';
import { law } from './law';
import { plainLog } from './plain';
import { expectSame, modelOf, said, stateIn } from './said';
import { namedLogs, wildLogs } from './wild';

const seeds = fc.integer().map(String);
const lengths = fc.constantFrom(0, 1, 3, 20, 512);

/** Values extend a fold one by one; where only the whole log can tell, it is folded again. */
function extended(
	fold: Fold,
	before: readonly unknown[],
	values: readonly unknown[],
	length = 512
) {
	let [live, at] = [fold, 0];
	for (const value of values) {
		at += 1;
		const text = said(live);
		if (extendFold(live, value)) continue;
		expectSame(said(live), text);
		live = foldLog([...before, ...values.slice(0, at)], modelOf, length);
	}
	return live;
}

describe('the fold', () => {
	law(
		'extended value by value is the fold of the shuffled whole, whatever the values',
		fc.property(namedLogs, seeds, lengths, (values, seed, length) => {
			const { entries, unreadable } = mergeLogs(values);
			const log = [...unreadable, ...entries];
			const live = extended(foldLog([], modelOf, length), [], log, length);
			const whole = foldLog(shuffled(log, seededRandom(seed)), modelOf);
			expectSame(said(live), said(whole));
		})
	);

	law(
		'extended from any point, with a tail of any length, is the fold of the whole',
		fc.property(namedLogs, fc.nat({ max: 50 }), lengths, (values, at, length) => {
			const { entries: log } = mergeLogs(values);
			const fold = foldLog(log.slice(0, at), modelOf, length);
			const live = extended(fold, log.slice(0, at), log.slice(at), length);
			expectSame(said(live), said(foldLog(log, modelOf)));
		})
	);

	law(
		'says which entries are void, and when they were, as on replay',
		fc.property(wildLogs, (values) => {
			const { entries: log } = mergeLogs(values);
			const live = extended(foldLog([], modelOf), [], log);
			const whole = foldLog(log, modelOf);
			const readings = ({ tail }: Fold) => log.map((entry) => tail.read(entry as never));
			expectSame(readings(live), readings(whole));
		})
	);

	law(
		'comes to what the effective entries say, each on its mended day',
		fc.property(wildLogs, (values) => {
			// Numbered by place: two under one id stand in the order of what they hold, which would be
			// another once they are redated.
			const log = mergeLogs(values).entries.map((entry, t) => ({ ...entry, t }));
			expectSame(stateIn(foldLog(log, modelOf)), stateIn(foldLog(plainLog(log), modelOf)));
		})
	);

	law(
		'tallies days after any undo, redo and redate as from nothing',
		fc.property(histories, fc.nat({ max: 3 }), (acts, length) => {
			const log = logOf(acts);
			let live = foldLog([], modelOf, length);
			log.forEach((entry, at) => {
				const held = log.slice(0, at + 1);
				if (!extendFold(live, entry)) live = foldLog(held, modelOf, length);
				if (at % 5 === 0) advanceTail(live, length);
				if (['undo', 'redate'].includes(entry.kind ?? '')) {
					expect(live.days).toEqual(foldLog(plainLog(held), modelOf).days);
				}
			});
		})
	);
});

interface Reader {
	device: Device;
	fold: Fold;
}

/** What comes in extends the fold when all of it sorts last, as it does in a store. */
function takeIn(mine: Reader, next: Device, appended: readonly Held[], length: number): void {
	const before = mine.device.held;
	mine.device = next;
	const isLonger = next.held.length === before.length + appended.length;
	const isLast = before.every((value, at) => next.held[at] === value);
	mine.fold =
		isLonger && isLast
			? extended(mine.fold, before, appended, length)
			: foldLog(next.held, modelOf, length);
	advanceTail(mine.fold, length);
}

describe('live', () => {
	law(
		'is replay, with any clocks, merges and erasures, on every device',
		fc.property(histories, seeds, lengths, (acts, seed, length) => {
			const readers = ['aa', 'bb', 'cc'].map((name): Reader => {
				return { device: newDevice(name), fold: foldLog([], modelOf, length) };
			});
			acts.forEach(({ device: index, act, ...moment }, at) => {
				const mine = readers[index] as Reader;
				if (act.is === 'merge') {
					const next = merged(mine.device, readers[act.from]?.device as Device);
					const known = new Set<unknown>(mine.device.held);
					takeIn(
						mine,
						next,
						next.held.filter((each) => !known.has(each)),
						length
					);
				} else {
					const { device, appended } = acted(mine.device, act, moment, `act${at}`);
					takeIn(mine, device, appended, length);
				}
			});
			for (const { device, fold } of readers) {
				const replay = foldLog(shuffled(device.held, seededRandom(seed)), modelOf);
				expectSame(said(fold), said(replay));
			}
		})
	);

	law(
		'is the same whichever way logs came together',
		fc.property(histories, (acts) => {
			const log = logOf(acts);
			expect(
				unionOf(
					log.filter((_, at) => at % 2),
					log
				)
			).toEqual(log);
			expect([...log].reverse().sort(compareEntries)).toEqual(log);
		})
	);
});
