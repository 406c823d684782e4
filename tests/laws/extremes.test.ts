import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { canonicalJson } from '../../src/lib/core/canonical';
import { classifyEntry } from '../../src/lib/core/log/classify-entry';
import { advanceTail, extendFold, foldLog } from '../../src/lib/core/log/fold-log';
import { compareEntries } from '../../src/lib/core/log/order';
import { foldFromSnapshot, takeSnapshot } from '../../src/lib/core/log/snapshot';
import { logText } from '../../src/lib/core/log/state-text';
import type { Held } from './drafts';
import { histories, logOf } from './histories';
import { law } from './law';
import { expectSame, modelOf, said } from './said';
import { laterThan } from './snapshots';

const MEMBERS = ['at', 'day', 'offset', 'interval', 'delay', 'step', 'durationMs', 'score', 'days'];

const numbers = fc.oneof(
	fc.constantFrom(0, -0, 1, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 53 - 1, 1 - 2 ** 53, 1e6, -1e6),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.maxSafeInteger()
);

/** Changes of one number in one entry each; some make it malformed. */
const changes = fc.array(
	fc.record({
		at: fc.nat({ max: 60 }),
		member: fc.constantFrom(...MEMBERS, 'parameters', 'cards'),
		number: numbers
	}),
	{ maxLength: 20, size: 'max' }
);

function changed(value: Held, member: string, number: number): Held {
	const old = (value as unknown as Record<string, unknown>)[member];
	if (typeof old === 'number') return { ...value, [member]: number } as Held;
	if (!Array.isArray(old)) return value;
	const list = old.map((each: unknown, at) => {
		if (typeof each === 'number') return at % 3 === 0 ? number : each;
		return typeof each === 'object' ? { ...each, day: number } : each;
	});
	return { ...value, [member]: list } as Held;
}

const extremeLogs = fc.tuple(histories, changes).map(([acts, all]) => {
	const log = [...logOf(acts)];
	for (const { at, member, number } of log.length > 0 ? all : []) {
		log[at % log.length] = changed(log[at % log.length] as Held, member, number);
	}
	return log;
});

describe('entries with any numbers that are let in', () => {
	law(
		'come to a state that has a text, live as on replay and through a snapshot',
		fc.property(extremeLogs, fc.constantFrom(0, 3, 20), (log, length) => {
			const whole = foldLog(log, modelOf);
			let live = foldLog([], modelOf);
			[...log].sort(compareEntries).forEach((entry, at) => {
				if (!extendFold(live, entry)) live = foldLog(log.slice(0, at + 1), modelOf);
			});
			expectSame(said(live), said(whole));
			advanceTail(live, length);
			const snapshot = structuredClone(takeSnapshot(live));
			const later = snapshot && laterThan(snapshot, log);
			const restored = later && foldFromSnapshot(snapshot, later, modelOf);
			if (restored) expectSame(said(restored), said(whole));
		})
	);

	law(
		'say the same after a backup',
		fc.property(extremeLogs, (log) => {
			const file = [...logText(log)].map((line) => JSON.parse(line) as Held);
			expect(file.map((value) => classifyEntry(value).is)).toEqual(
				log.map((value) => classifyEntry(value).is)
			);
			expect(said(foldLog(file, modelOf)).text).toBe(said(foldLog(log, modelOf)).text);
			expect(file.map(canonicalJson)).toEqual(log.map(canonicalJson));
		})
	);
});
