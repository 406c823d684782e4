import { describe, expect, it } from 'vitest';
import {
	DAY_MS,
	entry,
	modelOf,
	practice,
	review,
	stone,
	undo,
	undoBatch
} from '../../../../tests/support/entries';
import { AGAIN, GOOD } from '../scheduling/rating';
import { recordOf, stateOf, tallyOf, type Fold } from './fold';
import { extendFold, foldLog } from './fold-log';
import { stateText } from './state-text';

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

describe('foldLog', () => {
	it('comes to nothing without entries', () => {
		expect(foldOf().counts).toEqual(NO_COUNTS);
		expect(foldOf().last).toBeUndefined();
	});

	it('puts the entries into the order of the log first', () => {
		const values = [review('b.1', 300, 'x'), review('a.2', 500, 'x'), review('a.1', 100, 'x')];
		const fold = foldOf(...values);
		expect(stateOf(fold, 'x')).toMatchObject({ reps: 3, lastDay: 5, lastId: 'a.2' });
		expect(fold.last?.id).toBe('a.2');
		expect(textOf(fold)).toBe(textOf(foldOf(...values.reverse())));
	});

	it('keeps a review made before the last one', () => {
		const [first, last] = [review('a.1', 100, 'x'), review('a.2', 500, 'x')];
		const late = foldOf(first, last);
		const merged = foldOf(first, last, review('b.1', 300, 'x'));
		expect([late, merged].map((fold) => stateOf(fold, 'x')?.reps)).toEqual([2, 3]);
		expect(stateOf(merged, 'x')?.memory).not.toEqual(stateOf(late, 'x')?.memory);
	});

	it('folds both of two contents under one id, in one order', () => {
		const [one, two] = [review('a.1', 100, 'x'), review('a.1', 100, 'x', GOOD, { interval: 9 })];
		expect(foldOf(one, two).counts.entries).toBe(2);
		expect(textOf(foldOf(one, two))).toBe(textOf(foldOf(two, one)));
	});

	it('does not change what it was given', () => {
		const values = Object.freeze([review('a.2', 500, 'x'), review('a.1', 100, 'x')]);
		foldLog(values, modelOf);
		expect(values.map(({ id }) => id)).toEqual(['a.2', 'a.1']);
	});

	it('comes to the same whatever the length of the tail', () => {
		const values = [
			review('a.1', 100, 'x'),
			review('a.2', 200, 'x', AGAIN),
			undo('a.3', 201, 'a.2'),
			entry('redate', 'a.4', 300, { ids: ['a.1'], days: 2 }),
			undo('a.5', 301, 'a.3'),
			practice('a.6', 400, 'y')
		];
		const texts = [0, 1, 2, 3, 4, 9].map((length) => textOf(foldLog(values, modelOf, length)));
		expect(new Set(texts)).toEqual(new Set([textOf(foldOf(...values))]));
	});
});

describe('what is no known entry', () => {
	const odd = [
		review('a.1', 100, 'x'),
		{ ...entry('finish', 'a.2', 200, { attempt: 'q' }), kind: 'dream' },
		{ ...review('a.3', 300, 'x'), v: 2 },
		{ ...review('a.4', 400, 'x'), rating: 7 },
		stone('a.5', 500),
		'rubbish',
		{ ...review('a.6', 600, 'x'), t: 2 ** 53 },
		{ ...undo('a.7', 700), targets: { ids: [['a.1']] } },
		{ ...undo('a.8', 800, 'a.1'), v: 2 }
	];
	const counts = { entries: 1, unknown: 1, newer: 2, malformed: 2, erased: 1, unreadable: 2 };

	it('is counted by what it is, and the rest is folded', () => {
		const fold = foldOf(...odd);
		expect(fold.counts).toEqual(counts);
		expect(stateOf(fold, 'x')?.reps).toBe(1);
		expect(fold.last).toBe(odd.at(-1));
	});

	it('is taken by a fold that is extended as well', () => {
		const fold = extended(...odd);
		expect(fold.counts).toEqual(counts);
		expect(fold.last).toBe(odd.at(-1));
		expect(textOf(fold)).toBe(textOf(foldOf(...odd)));
	});

	it('may be named by an undo, which changes nothing', () => {
		const fold = extended(...odd, undo('a.9', 900, 'a.2', 'a.3', 'a.4', 'a.5'));
		expect(textOf(fold)).toBe(textOf(foldOf(odd[0])));
	});
});

describe('odd entries', () => {
	it('of a card no bank has are folded all the same', () => {
		expect(stateOf(foldOf(review('a.1', 100, 'gone/long-ago#')), 'gone/long-ago#')?.reps).toBe(1);
	});

	it('of 1970 and 2099 and beyond are folded to numbers', () => {
		const days = [0, 47_482, -1, 20_000, 100_000_000, -100_000_000];
		const reviews = days.map((day, at) => review(`a.${at + 1}`, at, 'x', GOOD, { day }));
		const fold = extended(...reviews);
		expect(stateOf(fold, 'x')).toMatchObject({ reps: days.length, lastDay: -100_000_000 });
		expect(Object.values(stateOf(fold, 'x')?.memory ?? {}).every(Number.isFinite)).toBe(true);
		expect(textOf(fold)).toBe(textOf(foldOf(...reviews)));
	});

	it('of the last day there can be are moved on by redates, live as on replay', () => {
		const day = 100_000_000;
		const log = [
			review('a.1', 1, 'x', GOOD, { day }),
			entry('redate', 'a.2', 2, { ids: ['a.1'], days: 1 }),
			entry('redate', 'a.3', 3, { ids: ['a.1'], days: 1 })
		];
		expect(stateOf(extended(...log), 'x')?.lastDay).toBe(day + 2);
		expect(textOf(extended(...log))).toBe(textOf(foldOf(...log)));
		// Beyond 2^53 one more day would be no other number.
		expect(extended(review('a.1', 1, 'x', GOOD, { day: 2 ** 53 - 1 })).counts.malformed).toBe(1);
	});

	it.each([0, -1, 1e-300, 1e300, 1, 100])(
		'are parameters that are %d throughout: never a crash, always numbers',
		(value) => {
			const set = entry('parameters', 'b.1', 1, { parameters: Array<number>(21).fill(value) });
			const reviews = [1, 2, 3, 4, 1, 2, 3, 4].map((rating, at) =>
				review(`a.${at + 1}`, at * 150, 'x', rating as 1 | 2 | 3 | 4, { interval: at + 1 })
			);
			expect(textOf(foldOf(set, ...reviews))).toContain('"reps":8');
		}
	);

	it('are an undo of itself: ignored', () => {
		const fold = extended(review('a.1', 100, 'x'), undo('a.2', 101, 'a.2'));
		expect(stateOf(fold, 'x')?.reps).toBe(1);
	});

	it('are an undo and a redate of what is not there', () => {
		const redate = entry('redate', 'a.3', 102, { ids: ['b.9', '', 'rubbish'], days: 3 });
		const fold = extended(review('a.1', 100, 'x'), undo('a.2', 101, 'b.7', ''), redate);
		expect(textOf(fold)).toBe(textOf(foldOf(review('a.1', 100, 'x'))));
	});

	it('are comebacks beyond all measure', () => {
		const step = review('a.1', 100, 'x', AGAIN, { delay: 1e300, step: 2 ** 52 });
		const far = review('a.2', 200, 'y', GOOD, { interval: 1e300 });
		const fold = extended(step, far);
		expect(stateOf(fold, 'y')?.due).toEqual({ day: 36_502 });
		expect(textOf(fold)).toBe(textOf(foldOf(step, far)));
	});
});

describe('a redate', () => {
	const answers = [
		review('a.1', 100, 'x'),
		review('a.2', 10_000, 'x', AGAIN),
		review('a.3', 10_100, 'y')
	];
	const redate = entry('redate', 'a.4', 10_200, { ids: ['a.2', 'a.3'], days: -97 });

	it('mends memory, due days and the tally of the entries it names', () => {
		const fold = extended(...answers, redate);
		const right = foldOf(
			answers[0],
			{ ...answers[1], day: 3, at: 3 * DAY_MS },
			{ ...answers[2], day: 4, at: 4 * DAY_MS }
		);
		expect(textOf(fold)).toBe(textOf(right));
		expect([...fold.days.keys()].sort()).toEqual([1, 3, 4]);
	});

	it('is undone, and done again', () => {
		const fold = extended(...answers, redate, undo('a.5', 10_201, 'a.4'));
		expect(textOf(fold)).toBe(textOf(foldOf(...answers)));
		extendFold(fold, undo('a.6', 10_202, 'a.5'));
		expect(textOf(fold)).toBe(textOf(foldOf(...answers, redate)));
	});
});

describe('a late mark', () => {
	const quiz = { attempt: 'q1' };
	const answer = entry('answer', 'a.1', 100, {
		...{ ...quiz, item: 'b/i', response: { kind: 'choice', option: 'x' } as never },
		durationMs: 9
	});
	const mark = (id: string, t: number, score: number) =>
		entry('mark', id, t, { ...quiz, for: 'a.1', score, by: 'teacher' });
	const rated = (id: string, t: number, rating: 1 | 3, score: number) =>
		review(id, t, 'x', rating, { day: 1, for: 'a.1', score, interval: 5, mode: 'quiz' });

	it('rates the answer on its own day', () => {
		const fold = extended(answer, mark('b.1', 400, 1), rated('b.2', 401, GOOD, 1));
		expect(stateOf(fold, 'x')).toMatchObject({ lastDay: 1, due: { day: 6 } });
		expect(tallyOf(fold, 1)).toEqual({ ...NOTHING, new: 1 });
	});

	it('that two devices learn of rates it once', () => {
		const values = [
			answer,
			...[mark('b.1', 400, 1), rated('b.2', 401, GOOD, 1)],
			...[mark('c.1', 400, 1), rated('c.2', 401, GOOD, 1)]
		];
		expect(stateOf(foldOf(...values), 'x')?.reps).toBe(1);
		expect(tallyOf(foldOf(...values), 1)).toEqual({ ...NOTHING, new: 1, practice: 1 });
	});

	it('is changed by a regrade: a mark, an undo of the old review, and a new one', () => {
		const batch = 'regrade';
		const regrade = [
			{ ...mark('b.3', 500, 0), by: 'regrade', batch },
			{ ...undo('b.4', 501, 'b.2'), batch },
			{ ...rated('b.5', 502, AGAIN, 0), batch }
		];
		const fold = extended(answer, mark('b.1', 400, 1), rated('b.2', 401, GOOD, 1), ...regrade);
		expect(stateOf(fold, 'x')).toMatchObject({ reps: 1, lastId: 'b.5', lastDay: 1 });
		expect(recordOf(fold, 'x')).toMatchObject({ reviewed: ['a.1'], missed: { times: 1 } });
		expect(fold.attempts.live.get('q1')?.marks['a.1']?.score).toBe(0);
		extendFold(fold, undoBatch('b.6', 503, batch));
		expect(stateOf(fold, 'x')?.lastId).toBe('b.2');
		expect(fold.attempts.live.get('q1')?.marks['a.1']?.score).toBe(1);
	});
});
