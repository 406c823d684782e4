import { describe, expect, it } from 'vitest';
import { entry, practice, review, stone, undo } from '../../../../tests/support/entries';
import type { Entry } from '../log/entry';
import { AGAIN, GOOD } from '../scheduling/rating';
import { notebookOf } from './notebook';

const CARD = 'b/x#';
const option = (id: string) => ({ kind: 'choice', option: id }) as const;
const given = (id: string) => ({ score: 0, response: option(id) });

const miss = review('a.1', 100, CARD, AGAIN, given('wrong'));
const pageOf = (...values: readonly unknown[]) => notebookOf(values).get(CARD);

const start = entry('start', 'a.10', 200, {
	...({ attempt: 'q1', number: 1, title: 'Week 47', settings: {}, seed: 's' } as const),
	items: [{ item: 'b/x', revision: '1-aa' }]
});
const answer = (id: string, t: number, more: object = {}) =>
	entry('answer', id, t, {
		...({ attempt: 'q1', item: 'b/x', response: option('other'), durationMs: 5 } as const),
		...more
	});
const quizMiss = (more: object = {}) =>
	practice('a.12', 202, CARD, AGAIN, { score: 0, mode: 'quiz', ...more });

describe('a page of the notebook', () => {
	it('tells each miss with what was answered, the latest first', () => {
		const again = practice('a.2', 150, CARD, AGAIN, given('also-wrong'));
		expect(pageOf(miss, again)).toMatchObject({
			missed: { times: 2, how: 'new' },
			misses: [
				{ day: 1, response: option('also-wrong'), score: 0, mode: 'study', sure: false },
				{ day: 1, response: option('wrong') }
			]
		});
	});

	it('is not there for a card that left, and begins anew when it comes in again', () => {
		const right = [300, 400].map((t, at) => review(`a.${at + 3}`, t, CARD, GOOD, { score: 1 }));
		expect(pageOf(miss, ...right)).toBeUndefined();
		const later = review('a.9', 900, CARD, AGAIN, given('late'));
		expect(pageOf(miss, ...right, later)).toMatchObject({
			missed: { times: 1, how: 'slipped' },
			misses: [{ response: option('late') }]
		});
	});

	it('is taken out by hand, and is back when that is undone', () => {
		const clear = entry('clear', 'a.2', 200, { cards: [CARD] });
		expect(pageOf(miss, clear)).toBeUndefined();
		expect(pageOf(miss, clear, undo('a.3', 300, 'a.2'))).toEqual(pageOf(miss));
	});

	it('holds no answer that was taken back or erased', () => {
		expect(pageOf(miss, undo('a.2', 200, 'a.1'))).toBeUndefined();
		expect(pageOf(stone('a.1', 100))).toBeUndefined();
	});

	it('has the day that a redate has given', () => {
		const redate = entry('redate', 'a.2', 200, { ids: ['a.1'], days: 30 });
		expect(pageOf(miss, redate)).toMatchObject({ missed: { lastDay: 31 }, misses: [{ day: 31 }] });
	});

	it('holds no miss of a drill', () => {
		expect(pageOf(practice('a.1', 100, CARD, AGAIN, { ...given('x'), mode: 'drill' }))).toBe(
			undefined
		);
	});

	it('tells only of the cards that are asked for', () => {
		const other = review('a.2', 150, 'b/y#', AGAIN);
		expect([...notebookOf([miss, other], new Set(['b/y#'])).keys()]).toEqual(['b/y#']);
		expect([...notebookOf([miss, other]).keys()]).toEqual([CARD, 'b/y#']);
	});
});

describe('a miss in a quiz', () => {
	const titled = { quiz: { attempt: 'q1', title: 'Week 47' } };
	const tell = (...entries: readonly Entry[]) => pageOf(start, ...entries)?.misses[0];

	it('names the quiz by the answer it is for, and tells what was given there', () => {
		expect(tell(answer('a.11', 201), quizMiss({ for: 'a.11' }))).toMatchObject({
			...titled,
			response: option('other')
		});
	});

	it('names it by the act it stands in', () => {
		const blank = answer('a.11', 201, { batch: 'act', response: null });
		const told = tell(blank, quizMiss({ batch: 'act' }));
		expect(told).toMatchObject({ ...titled, sure: false });
		expect(told?.response).toBeUndefined();
	});

	it('at the end of the quiz finds the answer of its item', () => {
		const finish = entry('finish', 'a.11', 202, { attempt: 'q1', batch: 'act' });
		const told = tell(answer('a.13', 201), finish, quizMiss({ batch: 'act' }));
		expect(told).toMatchObject({ ...titled, response: option('other') });
	});

	it('is a misconception when the learner was sure, and not when it was right by guess', () => {
		const sure = answer('a.11', 201, { certainty: 'sure' });
		expect(tell(sure, quizMiss({ for: 'a.11' }))?.sure).toBe(true);
		const unsure = answer('a.11', 201, { certainty: 'unsure' });
		expect(tell(unsure, quizMiss({ for: 'a.11' }))?.sure).toBe(false);
		const guess = quizMiss({ for: 'a.11', score: 1, guess: true });
		expect(tell(sure, guess)).toMatchObject({ sure: false, guessed: true });
	});

	it('has no title once the beginning of the quiz is gone', () => {
		const told = pageOf(answer('a.11', 201), quizMiss({ for: 'a.11' }))?.misses[0];
		expect(told?.quiz).toEqual({ attempt: 'q1', title: '' });
	});

	it('names no quiz where none is known', () => {
		expect(tell(quizMiss({ for: 'z.9' }))?.quiz).toBeUndefined();
		expect(pageOf(miss)?.misses[0]?.quiz).toBeUndefined();
	});
});
