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
import { recordOf, stateOf, tallyOf, type Fold } from './fold';
import { advanceTail, extendFold, foldLog } from './fold-log';
import { foldFromSnapshot, takeSnapshot } from './snapshot';
import { stateText } from './state-text';
import { TAIL } from './tail';

const foldOf = (...values: readonly unknown[]) => foldLog(values, modelOf);
const textOf = (fold: Fold) => [...stateText(fold)].join('');
const NOTHING = { new: 0, review: 0, step: 0, practice: 0 };
const NO_COUNTS = { entries: 0, unknown: 0, newer: 0, malformed: 0, erased: 0, unreadable: 0 };

/** The fold extended value by value; each must be one that it can be extended by. */
function extended(...values: readonly unknown[]): Fold {
	const fold = foldOf();
	for (const value of values) expect(extendFold(fold, value)).toBe(true);
	return fold;
}

describe('extendFold', () => {
	it('refuses an entry that does not sort last', () => {
		const fold = extended(review('a.2', 500, 'x'));
		expect(() => extendFold(fold, review('a.1', 100, 'x'))).toThrow(RangeError);
		expect(() => extendFold(fold, review('a.2', 500, 'x'))).toThrow(RangeError);
		expect(() => extendFold(fold, stone('a.1', 100))).toThrow(RangeError);
		expect(stateOf(fold, 'x')?.reps).toBe(1);
		expect(fold.counts).toEqual({ ...NO_COUNTS, entries: 1 });
	});

	it('takes back a card’s only review, so that nothing is known of it', () => {
		const fold = extended(review('a.1', 100, 'x'), undo('a.2', 101, 'a.1'));
		expect(fold.cards.live.has('x')).toBe(false);
		expect(tallyOf(fold, 1)).toEqual(NOTHING);
	});

	it('forgets a day on which all was taken back', () => {
		const entries = [review('a.1', 100, 'x'), review('a.2', 200, 'x'), undo('a.3', 201, 'a.2')];
		expect([...extended(...entries).days.keys()]).toEqual([1]);
		expect([...foldOf(...entries).days.keys()]).toEqual([1]);
	});

	it('takes back the last of several reviews', () => {
		const kept = [review('a.1', 100, 'x'), review('a.2', 100, 'y')];
		const fold = extended(...kept, review('a.3', 300, 'x', AGAIN), undo('a.4', 301, 'a.3'));
		expect(fold.cards.live).toEqual(foldOf(...kept).cards.live);
		expect(tallyOf(fold, 3)).toEqual(NOTHING);
	});

	it('leaves the undo of an act that began before the tail to the whole log, twins or not', () => {
		const act = { batch: 'act' };
		const begin = review('a.1', 100, 'x', GOOD, act);
		// Under the same id, as a copied profile gives it: either may stand last before the tail.
		for (const batch of ['aaa', 'zzz']) {
			const twin = { ...practice('a.1', 100, 'y'), batch };
			const rest = [review('a.2', 101, 'z', GOOD, act), undoBatch('a.3', 102, 'act')] as const;
			const fold = foldLog([begin, twin], modelOf, 0);
			expect(extendFold(fold, rest[0])).toBe(true);
			expect(extendFold(fold, rest[1])).toBe(false);
			const late = foldLog([begin, review('a.2', 100, 'y')], modelOf, 0);
			expect(extendFold(late, { ...rest[0], id: 'a.2' })).toBe(true);
			expect(extendFold(late, rest[1])).toBe(false);
		}
	});

	it('leaves the undo of an act to the whole log where an erased entry may have been part of it', () => {
		const act = { batch: 'act' };
		const end = [review('a.3', 102, 'z', GOOD, act), undoBatch('a.4', 103, 'act')] as const;
		const [begin, erased] = [review('a.1', 100, 'x', GOOD, act), stone('a.2', 102)];
		// What cannot be erased stands beside the tombstone of its twin, which may come after it.
		const twin = undo('a.2', 101, 'b.9');
		for (const [before, after] of [
			[[begin, erased], []],
			[[begin, twin, erased], []],
			[[begin, twin], [erased]]
		] as const) {
			const fold = foldLog(before, modelOf, 0);
			for (const value of [...after, end[0]]) expect(extendFold(fold, value)).toBe(true);
			const text = textOf(fold);
			expect(extendFold(fold, end[1])).toBe(false);
			expect(textOf(fold)).toBe(text);
		}
	});

	it('counts a review that read as practice once the one before it is taken back', () => {
		const first = review('a.2', 300, 'x', AGAIN);
		const fold = extended(review('a.1', 100, 'x'), first, review('a.3', 301, 'x'));
		expect(tallyOf(fold, 3)).toEqual({ ...NOTHING, review: 1, practice: 1 });
		extendFold(fold, undo('a.4', 302, 'a.2'));
		expect(tallyOf(fold, 3)).toEqual({ ...NOTHING, review: 1 });
		expect(stateOf(fold, 'x')).toMatchObject({ reps: 2, lapses: 0, lastId: 'a.3' });
	});

	it('redoes by an undo of the undo', () => {
		const reviews = [review('a.1', 100, 'x'), review('a.2', 300, 'x')];
		const fold = extended(...reviews, undo('a.3', 301, 'a.2'), undo('a.4', 302, 'a.3'));
		expect(textOf(fold)).toBe(textOf(extended(...reviews)));
	});

	it('takes back a batch over several cards', () => {
		const [one, two] = ['x', 'y'].map((card, at) =>
			review(`a.${at + 1}`, 100 + at, card, GOOD, { batch: 'sheet' })
		);
		const fold = extended(one, two, review('a.3', 102, 'z'), undoBatch('a.4', 103, 'sheet'));
		expect([...fold.cards.live.keys()]).toEqual(['z']);
		expect(tallyOf(fold, 1)).toEqual({ ...NOTHING, new: 1 });
	});

	it('changes an answer by an undo and a new review in one batch', () => {
		const batch = 'change';
		const undone = { ...undo('a.2', 102, 'a.1'), batch };
		const changed = review('a.3', 103, 'x', GOOD, { batch });
		const fold = extended(review('a.1', 101, 'x', AGAIN), undone, changed);
		expect(stateOf(fold, 'x')).toMatchObject({ reps: 1, lastId: 'a.3' });
		expect(recordOf(fold, 'x').missed).toBeUndefined();
		extendFold(fold, undoBatch('a.4', 104, batch));
		expect(stateOf(fold, 'x')).toMatchObject({ reps: 1, lastId: 'a.1' });
		expect(recordOf(fold, 'x').missed?.times).toBe(1);
	});

	it('does not let an undo or a redate reach what comes later', () => {
		const redate = entry('redate', 'a.2', 101, { ids: ['a.3'], days: 5 });
		const fold = extended(undo('a.1', 100, 'a.3'), redate, review('a.3', 102, 'x'));
		expect(stateOf(fold, 'x')).toMatchObject({ reps: 1, lastDay: 1 });
	});

	it('takes an erasure of nothing, and parameters that are in force already', () => {
		const set = (id: string, t: number) =>
			entry('parameters', id, t, { parameters: DEFAULT_PARAMETERS });
		const fold = foldOf(set('a.1', 100));
		expect(extendFold(fold, set('a.2', 200))).toBe(true);
		expect(extendFold(fold, entry('erase', 'a.3', 300, { ids: [] }))).toBe(true);
		expect(fold.counts.entries).toBe(3);
	});
});

describe('extendFold leaves the fold as it was and says no', () => {
	const parameters = DEFAULT_PARAMETERS.map((value) => value * 1.1);
	const set = entry('parameters', 'a.1', 50, { parameters });
	const held = [set, review('a.2', 100, 'x'), review('a.3', 200, 'x')];

	it.each([
		['to an erasure', entry('erase', 'a.4', 300, { ids: ['a.2'] })],
		['to new parameters', entry('parameters', 'a.4', 300, { parameters: DEFAULT_PARAMETERS })],
		['to an undo of parameters', undo('a.4', 300, 'a.1')]
	])('%s', (_, value) => {
		const fold = foldOf(...held);
		const before = [textOf(fold), { ...fold.counts }, fold.last, fold.tail.entries.length];
		expect(extendFold(fold, value)).toBe(false);
		expect([textOf(fold), fold.counts, fold.last, fold.tail.entries.length]).toEqual(before);
		expect(extendFold(fold, review('a.4', 300, 'x'))).toBe(true);
	});

	it.each([
		['an undo', undo('a.9', 900, 'a.2')],
		['a redate', entry('redate', 'a.9', 900, { ids: ['a.2', 'a.3'], days: 1 })],
		['an undo of a batch', undoBatch('a.9', 900, 'early')],
		['an undo of nothing that is known', undo('a.9', 900, 'b.1')]
	])('to %s of what lies before the tail', (_, value) => {
		const early = review('b.7', 60, 'y', GOOD, { batch: 'early' });
		const fold = foldLog([early, ...held], modelOf, 1);
		expect(fold.tail.entries).toHaveLength(1);
		const before = textOf(fold);
		expect(extendFold(fold, value)).toBe(false);
		expect(textOf(fold)).toBe(before);
		expect(fold.last?.id).toBe('a.3');
	});

	it('to the redo of an undo of what lies before the tail', () => {
		const fold = foldLog([...held, undo('a.4', 300, 'a.2')], modelOf, 1);
		expect(fold.tail.entries.map(({ id }) => id)).toEqual(['a.2', 'a.3', 'a.4']);
		advanceTail(fold, 0);
		expect(extendFold(fold, undo('a.5', 301, 'a.4'))).toBe(false);
	});

	it('to the undo of a redate of what lies before the tail', () => {
		const far = Array.from({ length: 5 }, (_, at) => practice(`b.${at + 1}`, 300 + at, 'y'));
		const redate = entry('redate', 'b.6', 400, { ids: ['a.2'], days: 1 });
		const fold = foldLog([...held, ...far, redate], modelOf, 1);
		expect(fold.tail.entries.map(({ id }) => id)).toEqual(['b.6']);
		expect(extendFold(fold, undo('b.7', 500, 'b.6'))).toBe(false);
	});

	it('to an undo of an act that began before the tail and goes on in it', () => {
		const act = [1, 2].map((at) => review(`b.${at}`, 300 + at, 'y', GOOD, { batch: 'act' }));
		const fold = foldOf(...held, act[0]);
		advanceTail(fold, 0);
		const stored = structuredClone(takeSnapshot(fold));
		const restored = foldFromSnapshot(stored, [], modelOf);
		const settled = foldLog([...held, act[0]], modelOf, 0);
		for (const each of [fold, restored as Fold, settled]) {
			expect(extendFold(each, act[1])).toBe(true);
			expect(extendFold(each, undoBatch('b.3', 400, 'act'))).toBe(false);
			extendFold(each, practice('b.3', 400, 'y', GOOD, { batch: 'next' }));
			expect(extendFold(each, undoBatch('b.4', 401, 'next'))).toBe(true);
		}
	});

	it('to an undo of an id that a copied profile gave twice, before the tail and in it', () => {
		const copy = review('a.2', 400, 'y');
		const fold = foldLog(held, modelOf, 0);
		expect(extendFold(fold, copy)).toBe(true);
		expect(extendFold(fold, undo('b.1', 401, 'a.2'))).toBe(false);
		const whole = foldOf(...held, copy, undo('b.1', 401, 'a.2'));
		expect(stateOf(whole, 'x')?.reps).toBe(1);
		expect(whole.cards.live.has('y')).toBe(false);
	});
});

describe('an id that a copied profile gave twice', () => {
	const [undone, copy] = [undo('a.5', 205, 'a.3'), undo('a.5', 300, 'a.3', 'a.5')];

	it('is not taken for the entry it stands for elsewhere', () => {
		const parameters = Array<number>(21).fill(0.4);
		const set = entry('parameters', 'a.5', 100, { parameters });
		const fold = foldOf(set);
		expect(extendFold(fold, copy)).toBe(false);
		expect(foldOf(set, copy).parameters).toBeUndefined();
	});

	it('is undone with both', () => {
		const fold = foldLog([review('a.3', 100, 'x'), undone], modelOf);
		expect(extendFold(fold, copy)).toBe(true);
		expect(textOf(fold)).toBe(textOf(foldOf(review('a.3', 100, 'x'), undone, copy)));
	});
});

describe('advanceTail', () => {
	const reviews = Array.from({ length: 12 }, (_, at) =>
		review(`a.${at + 1}`, at * 100, at % 2 ? 'x' : 'y')
	);

	it('lets go of the oldest entries and changes nothing that shows', () => {
		const fold = extended(...reviews);
		const before = textOf(fold);
		advanceTail(fold, 3);
		expect(fold.tail.entries.map(({ id }) => id)).toEqual(['a.10', 'a.11', 'a.12']);
		expect([fold.tail.before?.id, [...fold.tail.heads]]).toEqual(['a.9', [['a', 9]]]);
		expect(textOf(fold)).toBe(before);
		expect(fold.counts.entries).toBe(12);
	});

	it('keeps what the tail still takes back', () => {
		const fold = extended(...reviews);
		advanceTail(fold, 3);
		expect(extendFold(fold, undo('a.13', 1300, 'a.11'))).toBe(true);
		expect(textOf(fold)).toBe(textOf(foldOf(...reviews, undo('a.13', 1300, 'a.11'))));
		expect(extendFold(fold, undo('a.14', 1301, 'a.9'))).toBe(false);
	});

	it('keeps what is void void, when a later answer to the same card is taken back', () => {
		const values = [...reviews, undo('a.13', 1300, 'a.10'), review('a.14', 1400, 'x')];
		const fold = extended(...values);
		advanceTail(fold, 1);
		expect(fold.tail.entries.map(({ id }) => id)).toEqual(['a.14']);
		const undone = undo('a.15', 1401, 'a.14');
		expect(extendFold(fold, undone)).toBe(true);
		expect(textOf(fold)).toBe(textOf(foldOf(...values, undone)));
	});

	it('knows how far each device had come, over all it has let go', () => {
		const fold = extended(review('b.3', 10, 'x'), ...reviews.slice(1));
		advanceTail(fold, 5);
		advanceTail(fold, 1);
		expect(Object.fromEntries(fold.tail.heads)).toEqual({ a: 11, b: 3 });
	});

	it('settles what is void or redated as it counts', () => {
		const redate = entry('redate', 'a.14', 1301, { ids: ['a.12'], days: 2 });
		const values = [...reviews, undo('a.13', 1300, 'a.11'), redate];
		const fold = extended(...values);
		advanceTail(fold, 0);
		expect(fold.tail.entries).toEqual([]);
		expect(textOf(fold)).toBe(textOf(foldOf(...values)));
		const next = review('a.15', 1500, 'x');
		extendFold(fold, next);
		expect(textOf(fold)).toBe(textOf(foldOf(...values, next)));
	});

	it('cuts through no act, and no undo with what it names', () => {
		const batch = 'act';
		const values = [
			...reviews.slice(0, 4),
			review('a.5', 500, 'x', GOOD, { batch }),
			review('a.6', 501, 'y', GOOD, { batch }),
			undo('a.7', 700, 'a.3')
		];
		const fold = extended(...values);
		advanceTail(fold, 2);
		expect(fold.tail.entries[0]?.id).toBe('a.3');
		const other = extended(...values.slice(0, 6));
		advanceTail(other, 1);
		expect(other.tail.entries.map(({ id }) => id)).toEqual(['a.5', 'a.6']);
	});

	it('knows a batch of which a part lies further back than it looks', () => {
		const first = review('a.1', 10, 'z', GOOD, { batch: 'act' });
		const last = review('a.13', 1300, 'w', GOOD, { batch: 'act' });
		const values = [first, ...reviews.slice(1), last];
		for (const fold of [extended(...values), foldLog(values, modelOf, 1)]) {
			advanceTail(fold, 1);
			expect(fold.tail.entries.map(({ id }) => id)).toEqual(['a.13']);
			expect(extendFold(fold, undoBatch('a.14', 1400, 'act'))).toBe(false);
			advanceTail(fold, 1);
			expect(extendFold(fold, undoBatch('a.14', 1400, 'act'))).toBe(false);
			extendFold(fold, practice('a.14', 1400, 'w'));
			advanceTail(fold, 1);
			expect(fold.tail.straddling.size).toBe(0);
		}
	});

	it('knows an act that may go on, when entries of others go after it', () => {
		const part = (seq: number, t: number) => review(`b.${seq}`, t, 'z', GOOD, { batch: 'act' });
		const fold = extended(part(1, 10), ...reviews.slice(1));
		advanceTail(fold, 5);
		advanceTail(fold, 1);
		extendFold(fold, part(2, 1300));
		expect(extendFold(fold, undoBatch('b.3', 1301, 'act'))).toBe(false);
	});

	it('knows such a batch when only what is between goes', () => {
		const first = review('a.1', 10, 'z', GOOD, { batch: 'act' });
		const last = review('a.13', 1300, 'w', GOOD, { batch: 'act' });
		const fold = foldLog([first, ...reviews.slice(1), last], modelOf, 2);
		advanceTail(fold, 1);
		expect(fold.tail.entries.map(({ id }) => id)).toEqual(['a.13']);
		expect(extendFold(fold, undoBatch('a.14', 1400, 'act'))).toBe(false);
	});

	it('does nothing to a tail that is short enough, which by itself is 512', () => {
		expect(TAIL).toBe(512);
		const many = Array.from({ length: 513 }, (_, at) => review(`a.${at + 1}`, at, 'x'));
		const fold = extended(...many.slice(0, 512));
		advanceTail(fold);
		expect(fold.tail).toMatchObject({ whole: true, before: undefined });
		extendFold(fold, many[512]);
		advanceTail(fold);
		expect(fold.tail).toMatchObject({ whole: false, before: { id: 'a.1' } });
	});
});
