import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../../tests/support/entries';
import { reviveTypedArrays } from '../../../../tests/support/typed-arrays';
import { seededRandom } from '../random';
import { checkLog } from './check-log';
import { classifyEntry } from './classify-entry';
import type { Entry } from './entry';
import type { Fold } from './fold';
import { advanceTail, extendFold, foldLog } from './fold-log';
import { mergeLogs } from './merge';
import { compareEntries, contentOf } from './order';
import { unpackEntries, type Pack } from './pack';
import { foldFromSnapshot, headsOfSnapshot, takeSnapshot } from './snapshot';
import { stateText } from './state-text';

const read = (name: string) => {
	const url = new URL(`../../../../tests/fixtures/log/v1/${name}`, import.meta.url);
	return readFileSync(fileURLToPath(url), 'utf8');
};

type Stored = Readonly<Partial<Entry>> & { readonly id: string; readonly t: number };

/** The log of two devices over a week: a quiz, an assignment, a wrong clock, a copied profile. */
const values = JSON.parse(read('entries.json')) as readonly Stored[];
const classes = JSON.parse(read('classes.json')) as Readonly<Record<string, string>>;
const state = read('state.txt');

const textOf = (fold: Fold) => [...stateText(fold)].join('');
const entries = values.filter((value) => classifyEntry(value).is !== 'unreadable');

/** In another order for each seed. */
function shuffled(seed: string): readonly Stored[] {
	const random = seededRandom(seed);
	return values
		.map((value) => [random(), value] as const)
		.sort(([a], [b]) => a - b)
		.map(([, value]) => value);
}

describe('the frozen log', () => {
	it('has each entry classed as it was', () => {
		const got = values.map((value) => [value.id, classifyEntry(value).is]);
		expect(Object.fromEntries(got)).toEqual(classes);
	});

	it('has an entry of every kind, and of every class', () => {
		const kinds: Readonly<Record<Entry['kind'], true>> = {
			...{ review: true, practice: true, start: true, answer: true, finish: true, mark: true },
			...{ suspend: true, resume: true, bury: true, reset: true, flag: true, clear: true },
			...{ schedule: true, note: true, setting: true, parameters: true, document: true },
			...{ undo: true, redate: true, erase: true }
		};
		const known = values.filter(({ id }) => classes[id] === 'known').map(({ kind }) => kind);
		expect(new Set(known)).toEqual(new Set(Object.keys(kinds)));
		expect(new Set(Object.values(classes)).size).toBe(6);
	});

	it('is found to hold what it holds', () => {
		expect(checkLog(values)).toEqual({
			counts: { known: 71, unknown: 1, newer: 1, erased: 4, malformed: 1, unreadable: 1 },
			...{ unknownKinds: [['focus', 1]], doubled: 1, devices: 2, clockJumps: 2, selfUndos: 1 }
		});
	});

	it('comes to the state it came to', () => {
		expect(textOf(foldLog(values, modelOf))).toBe(state);
	});

	it('comes to that state in whatever order it is given', () => {
		for (let n = 0; n < 50; n++) expect(textOf(foldLog(shuffled(`${n}`), modelOf))).toBe(state);
	});

	it('comes to that state value by value, the whole folded again where it must be', () => {
		let fold = foldLog([], modelOf);
		[...entries].sort(compareEntries).forEach((value, at, all) => {
			if (!extendFold(fold, value)) fold = foldLog(all.slice(0, at + 1), modelOf);
		});
		expect(textOf(fold)).toBe(state);
	});

	it('comes to that state through a snapshot at any length of the tail', () => {
		let taken = 0;
		for (let length = 0; length <= values.length; length++) {
			const fold = foldLog(values, modelOf, length);
			expect(textOf(fold)).toBe(state);
			const snapshot = structuredClone(takeSnapshot(fold));
			if (!snapshot) continue;
			const heads = headsOfSnapshot(snapshot) ?? new Map<string, number>();
			const later = entries.filter(({ id }) => {
				const [device = '', seq] = id.split('.');
				return Number(seq) > (heads.get(device) ?? 0);
			});
			const again = foldFromSnapshot(snapshot, later, modelOf);
			taken += again ? 1 : 0;
			if (again) expect(textOf(again), `a tail of ${length}`).toBe(state);
		}
		expect(taken).toBeGreaterThan(20);
	});

	it('comes to that state however its tail moves on', () => {
		for (let length = 0; length < values.length; length += 5) {
			const fold = foldLog(values, modelOf);
			advanceTail(fold, length);
			expect(textOf(fold)).toBe(state);
		}
	});

	it('is unpacked from its columns as it was', () => {
		const pack: unknown = JSON.parse(read('pack.json'), reviveTypedArrays);
		const unpacked = unpackEntries(pack).map(contentOf);
		const device = (pack as Pack).device;
		const own = values.filter(({ id }) => String(id).startsWith(`${device}.`)).map(contentOf);
		expect(unpacked).toHaveLength(43);
		expect(own).toEqual(expect.arrayContaining(unpacked));
	});

	it('is its own union, and that of its parts', () => {
		const merged = mergeLogs(shuffled('a').slice(0, 50), shuffled('b'), shuffled('a').slice(40));
		expect(merged).toEqual(mergeLogs(values));
		expect(merged.entries).toEqual([...entries].sort(compareEntries));
		expect(merged.doubled).toHaveLength(1);
	});
});
