import { describe, expect, it } from 'vitest';
import { AGAIN, GOOD, type Rating } from '../scheduling/rating';
import { createScheduler } from '../scheduling/scheduler';
import type {
	Entry,
	PracticeEntry,
	ReviewEntry,
	SettingEntry,
	UndoEntry,
	UndoTargets
} from './entry';
import { extendFold, foldLog, tallyOf } from './fold';

const model = createScheduler();

const envelope = (id: string, t: number, batch?: string) => ({
	...{ v: 1, id, t, at: t * 1_000, offset: 0, day: Math.floor(t / 100) },
	...(batch === undefined ? {} : { batch })
});

const answered = (card: string, rating: Rating) =>
	({ card, revision: '1-aa', itemKind: 'choice', rating, mode: 'study', durationMs: 9 }) as const;

/** A review; its study day is t ÷ 100. */
const review = (id: string, t: number, card: string, rating: Rating = GOOD): ReviewEntry => ({
	...envelope(id, t),
	...answered(card, rating),
	kind: 'review',
	scheduler: 'fsrs-6',
	interval: 2
});

const practice = (id: string, t: number, card: string): PracticeEntry => ({
	...envelope(id, t),
	...answered(card, GOOD),
	kind: 'practice'
});

const undo = (id: string, t: number, targets: UndoTargets, batch?: string): UndoEntry => ({
	...envelope(id, t, batch),
	kind: 'undo',
	targets
});

const setting = (id: string, t: number, key: string, value: unknown): SettingEntry => ({
	...envelope(id, t),
	kind: 'setting',
	key,
	value
});

function extended(...entries: readonly Entry[]) {
	const fold = foldLog([], model);
	for (const entry of entries) extendFold(fold, entry, model);
	return fold;
}

const undoIds = (id: string, t: number, ...ids: readonly string[]) => undo(id, t, { ids });
const NOTHING = { new: 0, review: 0, step: 0, practice: 0 };

describe('foldLog', () => {
	it('comes to nothing without entries', () => {
		const fold = foldLog([], model);
		expect(fold.cards.size + fold.days.size + fold.settings.size).toBe(0);
		expect(fold.counts).toEqual({ entries: 0, unknown: 0, newer: 0, malformed: 0 });
		expect(fold.last).toBeUndefined();
	});

	it('puts the entries into the order of the log first', () => {
		const entries = [review('b.1', 300, 'x'), review('a.2', 500, 'x'), review('a.1', 100, 'x')];
		const fold = foldLog(entries, model);
		expect(fold.cards.get('x')).toMatchObject({ reps: 3, lastDay: 5, lastId: 'a.2' });
		expect(fold.histories.get('x')?.map(({ id }) => id)).toEqual(['a.1', 'b.1', 'a.2']);
		expect(fold.last?.id).toBe('a.2');
	});

	it('keeps a review made before the last one', () => {
		const late = foldLog([review('a.1', 100, 'x'), review('a.2', 500, 'x')], model);
		const merged = foldLog(
			[review('a.1', 100, 'x'), review('a.2', 500, 'x'), review('b.1', 300, 'x')],
			model
		);
		expect(late.cards.get('x')?.reps).toBe(2);
		expect(merged.cards.get('x')?.reps).toBe(3);
		expect(merged.cards.get('x')?.memory).not.toEqual(late.cards.get('x')?.memory);
	});

	it('counts what it does not know and folds the rest', () => {
		const fold = foldLog(
			[
				review('a.1', 100, 'x'),
				{ ...envelope('a.2', 200), kind: 'flag', cards: ['x'] },
				{ ...review('a.3', 300, 'x'), v: 2 },
				{ ...review('a.4', 400, 'x'), rating: 9 },
				'rubbish',
				null
			],
			model
		);
		expect(fold.counts).toEqual({ entries: 1, unknown: 1, newer: 1, malformed: 3 });
		expect(fold.cards.get('x')?.reps).toBe(1);
	});

	it('does not change what it was given', () => {
		const entries = Object.freeze([review('a.2', 500, 'x'), review('a.1', 100, 'x')]);
		foldLog(entries, model);
		expect(entries.map(({ id }) => id)).toEqual(['a.2', 'a.1']);
	});
});

describe('extendFold', () => {
	it('refuses an entry that does not sort last', () => {
		const fold = extended(review('a.2', 500, 'x'));
		expect(() => extendFold(fold, review('a.1', 100, 'x'), model)).toThrow(RangeError);
		expect(() => extendFold(fold, review('a.2', 500, 'x'), model)).toThrow(RangeError);
		expect(fold.cards.get('x')?.reps).toBe(1);
		expect(fold.counts.entries).toBe(1);
	});

	it('takes back a card’s only review, so that it is new again', () => {
		const fold = extended(review('a.1', 100, 'x'), undoIds('a.2', 101, 'a.1'));
		expect(fold.cards.has('x')).toBe(false);
		expect(tallyOf(fold, 1)).toEqual(NOTHING);
	});

	it('forgets a day on which all was taken back', () => {
		const entries = [review('a.1', 100, 'x'), review('a.2', 200, 'x'), undoIds('a.3', 201, 'a.2')];
		expect([...extended(...entries).days.keys()]).toEqual([1]);
		expect([...foldLog(entries, model).days.keys()]).toEqual([1]);
	});

	it('takes back the last of several reviews', () => {
		const kept = [review('a.1', 100, 'x'), review('a.2', 100, 'y')];
		const fold = extended(...kept, review('a.3', 300, 'x', AGAIN), undoIds('a.4', 301, 'a.3'));
		expect(fold.cards).toEqual(foldLog(kept, model).cards);
		expect(tallyOf(fold, 3)).toEqual(NOTHING);
	});

	it('counts a review that read as practice once the one before it is taken back', () => {
		const first = review('a.2', 300, 'x', AGAIN);
		const entries = [review('a.1', 100, 'x'), first, review('a.3', 301, 'x')];
		const fold = extended(...entries);
		expect(tallyOf(fold, 3)).toEqual({ ...NOTHING, review: 1, practice: 1 });
		extendFold(fold, undoIds('a.4', 302, 'a.2'), model);
		expect(tallyOf(fold, 3)).toEqual({ ...NOTHING, review: 1 });
		expect(fold.cards.get('x')).toMatchObject({ reps: 2, lapses: 0, lastId: 'a.3' });
	});

	it('redoes by an undo of the undo', () => {
		const reviews = [review('a.1', 100, 'x'), review('a.2', 300, 'x')];
		const fold = extended(...reviews, undoIds('a.3', 301, 'a.2'), undoIds('a.4', 302, 'a.3'));
		expect(fold.cards).toEqual(extended(...reviews).cards);
		expect(fold.days).toEqual(extended(...reviews).days);
	});

	it('takes back a batch over several cards', () => {
		const one = { ...review('a.1', 100, 'x'), batch: 'sheet' };
		const two = { ...review('a.2', 101, 'y'), batch: 'sheet' };
		const fold = extended(one, two, review('a.3', 102, 'z'), undo('a.4', 103, { batch: 'sheet' }));
		expect([...fold.cards.keys()]).toEqual(['z']);
		expect(tallyOf(fold, 1)).toEqual({ ...NOTHING, new: 1 });
	});

	it('changes an answer by an undo and a new review in one batch', () => {
		const changed = { ...review('a.3', 103, 'x', GOOD), batch: 'change' };
		const undone = undo('a.2', 102, { ids: ['a.1'] }, 'change');
		const fold = extended(review('a.1', 101, 'x', AGAIN), undone, changed);
		expect(fold.cards.get('x')).toMatchObject({ reps: 1, lastId: 'a.3' });
		extendFold(fold, undo('a.4', 104, { batch: 'change' }), model);
		expect(fold.cards.get('x')).toMatchObject({ reps: 1, lastId: 'a.1' });
	});

	it('does not let an undo reach what comes later', () => {
		const fold = extended(undoIds('a.1', 100, 'a.2'), review('a.2', 101, 'x'));
		expect(fold.cards.get('x')?.reps).toBe(1);
	});

	it('ignores and counts an undo of itself', () => {
		const fold = extended(review('a.1', 100, 'x'), undoIds('a.2', 101, 'a.2'));
		expect(fold.cards.get('x')?.reps).toBe(1);
		expect(fold.voids.ignored).toBe(1);
	});
});

describe('settings', () => {
	it('are the last in the order for each key', () => {
		const fold = foldLog(
			[
				setting('a.2', 200, 'newPerDay', 5),
				setting('b.1', 300, 'newPerDay', 9),
				setting('a.1', 100, 'x', 1)
			],
			model
		);
		expect(Object.fromEntries(fold.settings)).toEqual({ newPerDay: 9, x: 1 });
	});

	it('return to the one before when the last is undone, and to none', () => {
		const fold = extended(
			setting('a.1', 100, 'newPerDay', 5),
			setting('a.2', 200, 'newPerDay', 9),
			undoIds('a.3', 300, 'a.2')
		);
		expect(fold.settings.get('newPerDay')).toBe(5);
		extendFold(fold, undoIds('a.4', 400, 'a.1'), model);
		expect(fold.settings.has('newPerDay')).toBe(false);
	});
});

describe('tallyOf', () => {
	it('adds up a day over all cards', () => {
		const fold = extended(
			review('a.1', 100, 'x'),
			review('a.2', 101, 'y'),
			practice('a.3', 102, 'y')
		);
		expect(tallyOf(fold, 1)).toEqual({ ...NOTHING, new: 2, practice: 1 });
	});

	it('is nothing on a day without entries', () => {
		expect(tallyOf(extended(), 7)).toEqual(NOTHING);
	});
});
