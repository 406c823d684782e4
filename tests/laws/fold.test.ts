import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Entry } from '../../src/lib/core/log/entry';
import { extendFold, foldLog, type Fold } from '../../src/lib/core/log/fold';
import { seededRandom, shuffled } from '../../src/lib/core/random';
import { createScheduler } from '../../src/lib/core/scheduling/scheduler';
import { acted, histories, logOf, merged, newDevice, type Device } from './histories';
import { law } from './law';

const model = createScheduler();

/** All that a fold says, and of every entry whether it is void. */
const said = (fold: Fold, entries: readonly Entry[]) => ({
	...{ cards: fold.cards, days: fold.days, settings: fold.settings, counts: fold.counts },
	...{ histories: fold.histories, undos: fold.undos, last: fold.last },
	...{ void: entries.filter((entry) => fold.voids.has(entry)), ignored: fold.voids.ignored }
});

const seeds = fc.integer().map(String);

describe('the fold', () => {
	law(
		'extended entry by entry is the fold of the shuffled whole',
		fc.property(histories, seeds, (acts, seed) => {
			const log = logOf(acts);
			const live = foldLog([], model);
			for (const entry of log) extendFold(live, entry, model);
			const whole = foldLog(shuffled(log, seededRandom(seed)), model);
			expect(said(live, log)).toEqual(said(whole, log));
		})
	);

	law(
		'extended from any point is the fold of the whole',
		fc.property(histories, fc.nat({ max: 50 }), (acts, at) => {
			const log = logOf(acts);
			const fold = foldLog(log.slice(0, at), model);
			for (const entry of log.slice(at)) extendFold(fold, entry, model);
			expect(said(fold, log)).toEqual(said(foldLog(log, model), log));
		})
	);

	law(
		'is the same live, with any clocks and merges, as on replay',
		fc.property(histories, seeds, (acts, seed) => {
			const devices = ['aa', 'bb', 'cc'].map((name) => ({
				device: newDevice(name),
				fold: foldLog([], model)
			}));
			acts.forEach((act, at) => {
				const mine = devices[act.device] as (typeof devices)[number];
				if (act.act.is === 'merge') {
					mine.device = merged(mine.device, devices[act.act.from]?.device as Device);
					mine.fold = foldLog(mine.device.held, model);
					return;
				}
				const { device, appended } = acted(mine.device, act, `act${at}`);
				mine.device = device;
				for (const entry of appended) extendFold(mine.fold, entry, model);
			});
			for (const { device, fold } of devices) {
				const replay = foldLog(shuffled(device.held, seededRandom(seed)), model);
				expect(said(fold, device.held)).toEqual(said(replay, device.held));
			}
		})
	);

	law(
		'tallies days after any undo and redo as from nothing, and as without what is void',
		fc.property(histories, (acts) => {
			const log = logOf(acts);
			const live = foldLog([], model);
			log.forEach((entry, at) => {
				extendFold(live, entry, model);
				if (entry.kind !== 'undo') return;
				const held = log.slice(0, at + 1);
				expect(live.days).toEqual(foldLog(held, model).days);
				const alive = held.filter((each) => each.kind !== 'undo' && !live.voids.has(each));
				expect(live.days).toEqual(foldLog(alive, model).days);
			});
		})
	);
});
