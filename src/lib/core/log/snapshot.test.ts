import { describe, expect, it } from 'vitest';
import {
	entry,
	modelOf,
	practice,
	review,
	stone,
	undo,
	undoBatch
} from '../../../../tests/support/entries';
import { AGAIN, GOOD } from '../scheduling/rating';
import { DEFAULT_PARAMETERS } from '../scheduling/scheduler';
import { FOLD_VERSION, tallyOf, type Fold } from './fold';
import { advanceTail, extendFold, foldLog } from './fold-log';
import { foldFromSnapshot, headsOfSnapshot, takeSnapshot, type Snapshot } from './snapshot';
import { stateText } from './state-text';

const foldOf = (values: readonly unknown[], length?: number) => foldLog(values, modelOf, length);
const textOf = (fold: Fold | undefined) => fold && [...stateText(fold)].join('');

/** The log of two devices, with something of every sort that a snapshot holds. */
const log = [
	entry('parameters', 'a.1', 50, { parameters: DEFAULT_PARAMETERS.map((value) => value * 1.1) }),
	review('a.2', 100, 'x', GOOD, { for: 'b.1', interval: 4 }),
	review('b.1', 120, 'y', AGAIN, { delay: 60, step: 0 }),
	entry('setting', 'b.2', 130, { key: 'newPerDay', value: 7 }),
	entry('note', 'a.3', 140, { item: 'b/i', text: 'mine' }),
	entry('answer', 'a.4', 150, { attempt: 'q', item: 'b/i', response: null, durationMs: 1 }),
	entry('document', 'a.5', 160, { type: 'bank', hash: 'h', text: '{}' }),
	{ ...entry('finish', 'b.3', 170, { attempt: 'q' }), kind: 'dream' },
	stone('b.4', 180),
	{ ...review('a.6', 190, 'x'), rating: 7 },
	practice('a.7', 201, 'y', AGAIN),
	review('b.5', 210, 'y', GOOD, { interval: 3 }),
	entry('mark', 'b.6', 220, { attempt: 'q', for: 'a.4', score: 1, by: 'device' }),
	review('a.8', 320, 'z', GOOD, { batch: 'act' }),
	undoBatch('a.9', 321, 'act'),
	entry('redate', 'a.10', 330, { ids: ['b.5'], days: 1 })
];

/** Stored and read again. */
const stored = (fold: Fold) => structuredClone(takeSnapshot(fold));

const isAfter = (snapshot: Snapshot) => (value: unknown) => {
	const [device, seq] = (value as { id: string }).id.split('.');
	return Number(seq) > (headsOfSnapshot(snapshot)?.get(device ?? '') ?? 0);
};

/** The fold from a snapshot at the beginning of the tail, and all values after it. */
function restored(fold: Fold, values: readonly unknown[] = log): Fold | undefined {
	const snapshot = stored(fold);
	return snapshot && foldFromSnapshot(snapshot, values.filter(isAfter(snapshot)), modelOf);
}

describe('a snapshot', () => {
	it('with what came after it comes to the fold of the whole log', () => {
		const whole = foldOf(log);
		for (let length = 0; length < log.length; length++) {
			const fold = foldOf(log, length);
			if (fold.tail.whole) continue;
			const again = restored(fold);
			expect(textOf(again), `a tail of ${length}`).toBe(textOf(whole));
			expect(again?.counts).toEqual(whole.counts);
			expect(again?.last).toEqual(whole.last);
		}
	});

	it('is the same from a fold that was extended and whose tail moved on', () => {
		const fold = foldOf([]);
		for (const value of log.slice(1)) extendFold(fold, value);
		advanceTail(fold, 2);
		expect(takeSnapshot(fold)).toEqual(takeSnapshot(foldOf(log.slice(1), 2)));
	});

	it('goes on as the fold it was taken from', () => {
		const again = restored(foldOf(log, 3));
		const next = [review('a.11', 400, 'x'), undo('a.12', 401, 'a.11'), undo('a.13', 402, 'a.10')];
		for (const value of next) expect(again && extendFold(again, value)).toBe(true);
		expect(textOf(again)).toBe(textOf(foldOf([...log, ...next])));
		expect(again && [...again.tail.heads].sort()).toEqual([...foldOf(log, 3).tail.heads].sort());
	});

	it('leaves out what the tail did on its days', () => {
		const days = new Map(takeSnapshot(foldOf(log, 3))?.days);
		expect([...days.keys()].sort()).toEqual([1, 2]);
		const again = restored(foldOf(log, 3));
		expect(again && [2, 3].map((day) => tallyOf(again, day).step)).toEqual([0, 1]);
	});

	it('leaves the fold alone', () => {
		const fold = foldOf(log, 3);
		const before = textOf(fold);
		takeSnapshot(fold);
		expect(textOf(fold)).toBe(before);
	});

	it('counts values that have no place in the log, which come after every snapshot', () => {
		const snapshot = stored(foldOf(['rubbish', ...log], 0));
		const again = foldFromSnapshot(snapshot, ['rubbish', 7], modelOf);
		expect(again?.counts.unreadable).toBe(2);
		expect(again?.counts.entries).toBe(foldOf(log).counts.entries);
	});

	it('takes what came after it in any order', () => {
		const snapshot = stored(foldOf(log.slice(0, 9), 0)) as Snapshot;
		const later = log.slice(9).reverse();
		expect(textOf(foldFromSnapshot(snapshot, later, modelOf))).toBe(textOf(foldOf(log)));
	});

	it('has the effect of what acts on it from the tail', () => {
		const far = Array.from({ length: 20 }, (_, at) => practice(`a.${at + 11}`, 400 + at, 'w'));
		const acts = [
			undo('a.50', 500, 'a.2'),
			entry('redate', 'a.51', 501, { ids: ['b.1'], days: 1 }),
			entry('parameters', 'a.52', 502, { parameters: DEFAULT_PARAMETERS }),
			entry('erase', 'a.53', 503, { ids: ['a.3'] })
		];
		const values = [...log, ...far, ...acts];
		const fold = foldOf(values, 4);
		expect(fold.tail.entries).toHaveLength(4);
		expect(textOf(restored(fold, values))).toBe(textOf(foldOf(values)));
		const redone = [...values, undo('a.54', 504, 'a.50')];
		expect(restored(fold, redone)).toBeUndefined();
	});

	it('does not take the copy of such an entry for it', () => {
		const values = [...log, review('a.49', 499, 'w'), undo('a.50', 500, 'a.2')];
		const fold = foldOf(values, 1);
		expect(fold.tail.entries.map(({ id }) => id)).toEqual(['a.50']);
		const copied = [...values, undo('a.50', 600, 'b.5')];
		expect(restored(fold, copied)).toBeUndefined();
	});

	it('is none while the tail is everything', () => {
		expect(takeSnapshot(foldOf(log, 99))).toBeUndefined();
		expect(takeSnapshot(foldOf([]))).toBeUndefined();
	});

	it('is none when a copied profile has the same number before the tail and in it', () => {
		const copy = review('a.2', 900, 'x');
		expect(takeSnapshot(foldOf([...log, copy], 0))).toBeDefined();
		expect(takeSnapshot(foldOf([...log, copy], 1))).toBeUndefined();
	});

	it('knows a batch of which it has a part', () => {
		const part = (id: string, t: number) => review(id, t, 'w', GOOD, { batch: 'act' });
		const apart = [part('a.1', 10), ...log.slice(2), part('a.99', 900)];
		const snapshot = stored(foldOf(apart, 1)) as Snapshot;
		const later = [part('a.99', 900)];
		expect(foldFromSnapshot(snapshot, later, modelOf)).toBeDefined();
		const undone = [...later, undoBatch('a.100', 901, 'act')];
		expect(foldFromSnapshot(snapshot, undone, modelOf)).toBeUndefined();
	});
});

describe('a snapshot gives way to the whole log', () => {
	const snapshot = stored(foldOf(log, 0)) as Snapshot;
	const from = (value: unknown, ...later: readonly unknown[]) =>
		foldFromSnapshot(value, later, modelOf);

	it.each([
		['an undo of something in it', undo('a.11', 400, 'a.2')],
		['a redate of something in it', entry('redate', 'a.11', 400, { ids: ['a.2'], days: 1 })],
		['an erasure', entry('erase', 'a.11', 400, { ids: ['a.2'] })],
		['new parameters', entry('parameters', 'a.11', 400, { parameters: DEFAULT_PARAMETERS })],
		['an entry that sorts before its last one', review('c.1', 200, 'x')],
		['an entry that it holds', log.at(-1)]
	])('after %s', (_, value) => {
		expect(from(snapshot, value)).toBeUndefined();
		expect(textOf(from(snapshot))).toBe(textOf(foldOf(log)));
	});

	it('when it is of another version, or none', () => {
		for (const foldVersion of [FOLD_VERSION + 1, FOLD_VERSION - 1, '1']) {
			expect(from({ ...snapshot, foldVersion })).toBeUndefined();
			expect(headsOfSnapshot({ ...snapshot, foldVersion })).toBeUndefined();
		}
		for (const value of [undefined, null, 7, 'snapshot', {}]) {
			expect(from(value)).toBeUndefined();
			expect(headsOfSnapshot(value)).toBeUndefined();
		}
	});

	it.each([
		...Object.keys(snapshot).filter((name) => name !== 'foldVersion' && name !== 'parameters'),
		...['numbers', 'keys', 'devices', 'rest'].map((name) => `cards.${name}`)
	])('when it is damaged: %s', (path) => {
		const [name = '', inner] = path.split('.');
		const damage = inner ? { ...snapshot.cards, [inner]: 7 } : 7;
		expect(from({ ...snapshot, [name]: damage })).toBeUndefined();
	});

	it('when its parameters are damaged', () => {
		expect(from({ ...snapshot, parameters: ['1'] })).toBeUndefined();
		expect(from({ ...snapshot, parameters: [NaN] })).toBeUndefined();
	});

	it('but does not hide the error of a program', () => {
		const broken = () => {
			throw new Error('broken model');
		};
		expect(() => foldFromSnapshot(snapshot, [], broken)).toThrow('broken model');
	});
});
