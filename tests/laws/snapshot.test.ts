import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Fold } from '../../src/lib/core/log/fold';
import { advanceTail, extendFold, foldLog } from '../../src/lib/core/log/fold-log';
import { mergeLogs } from '../../src/lib/core/log/merge';
import { foldFromSnapshot, takeSnapshot, type Snapshot } from '../../src/lib/core/log/snapshot';
import { seededRandom, shuffled } from '../../src/lib/core/random';
import { histories, logOf } from './histories';
import { law } from './law';
import { expectSame, modelOf, said } from './said';
import { laterThan } from './snapshots';
import { namedLogs } from './wild';

const lengths = fc.constantFrom(0, 1, 3, 20, 512);

/** What is done to a fold between two entries. */
const steps = fc.array(
	fc.record({
		is: fc.constantFrom('append', 'append', 'append', 'advance', 'take', 'restore'),
		length: lengths,
		count: fc.integer({ min: 1, max: 6 })
	}),
	{ maxLength: 30, size: 'max' }
);

function restored(snapshot: Snapshot | undefined, held: readonly unknown[], seed: string) {
	const later = snapshot && laterThan(snapshot, held);
	return later && foldFromSnapshot(snapshot, shuffled(later, seededRandom(seed)), modelOf);
}

describe('the fold through any snapshot', () => {
	const through = (
		values: readonly unknown[],
		all: readonly { readonly is: string; readonly length: number; readonly count: number }[]
	): { fold: Fold; held: readonly unknown[]; restores: number } => {
		let fold = foldLog([], modelOf, all[0]?.length);
		let [snapshot, at, restores]: [Snapshot | undefined, number, number] = [undefined, 0, 0];
		const append = (length: number) => {
			if (at === values.length) return;
			at += 1;
			if (extendFold(fold, values[at - 1])) return;
			fold = foldLog(values.slice(0, at), modelOf, length);
		};
		for (const { is, length, count } of all) {
			if (is === 'append') for (let each = 0; each < count; each++) append(length);
			if (is === 'advance') advanceTail(fold, length);
			if (is === 'take') snapshot = structuredClone(takeSnapshot(fold)) ?? snapshot;
			if (is !== 'restore') continue;
			const next = restored(snapshot, values.slice(0, at), String(count));
			if (next) restores += 1;
			fold = next ?? fold;
		}
		return { fold, held: values.slice(0, at), restores };
	};

	law(
		'is the fold from nothing, however often it is taken, restored and extended',
		fc.property(histories, steps, (acts, all) => {
			const { fold, held } = through(logOf(acts), all);
			expectSame(said(fold), said(foldLog(held, modelOf)));
		})
	);

	law(
		'is the fold from nothing, whatever values the log holds',
		fc.property(namedLogs, steps, (values, all) => {
			const { entries, unreadable } = mergeLogs(values);
			const { fold, held } = through([...unreadable, ...entries], all);
			expectSame(said(fold), said(foldLog(held, modelOf)));
		})
	);

	law(
		'taken at the end, with a tail of any length, needs nothing but the tail',
		fc.property(histories, lengths, (acts, length) => {
			const log = logOf(acts);
			const whole = foldLog(log, modelOf, length);
			const snapshot = structuredClone(takeSnapshot(whole));
			fc.pre(snapshot !== undefined);
			const later = laterThan(snapshot, log) ?? [];
			expect(later).toEqual(whole.tail.entries);
			const fold = foldFromSnapshot(snapshot, later, modelOf);
			expect(fold).toBeDefined();
			expectSame(fold && said(fold), said(whole));
		})
	);
});
