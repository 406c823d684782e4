import { describe, expect, it } from 'vitest';
import {
	entry,
	modelOf,
	practice as practised,
	review as reviewed
} from '../../../../tests/support/entries';
import { AGAIN, GOOD, HARD, type Rating } from '../scheduling/rating';
import type { Mode } from './entry';
import {
	cardsOf,
	contributionOf,
	MAX_INTERVAL,
	NEW_CARD,
	stepCard,
	type CardEntry,
	type CardRecord
} from './fold-card';

type Back = { readonly interval: number } | { readonly delay: number; readonly step: number };

const review = (day: number, rating: Rating, back: Back) =>
	reviewed(`a.${day + 1}`, day * 100, 'b/i#', rating, back);

const practice = (day: number, rating: Rating, mode: Mode = 'study') =>
	practised(`a.${day + 1}`, day * 100, 'b/i#', rating, { mode });

const record = (...entries: readonly CardEntry[]): CardRecord =>
	entries.reduce((to, each) => stepCard(to, 'b/i#', each, modelOf(undefined)), NEW_CARD);

const state = (...entries: readonly CardEntry[]) => record(...entries).state;

/** What each entry did on its day. */
const did = (...entries: readonly CardEntry[]) =>
	entries.map((each, at) => contributionOf(record(...entries.slice(0, at)), each));

const cards = ['b/i#'];

describe('a reset', () => {
	const learnt = review(1, GOOD, { interval: 4 });
	const reset = entry('reset', 'a.9', 300, { cards });

	it('makes the card new again, so that what comes after starts from nothing', () => {
		expect(state(learnt, reset)).toBeUndefined();
		const again = review(3, HARD, { interval: 1 });
		expect(state(learnt, reset, again)).toEqual(state(again));
		expect(did(learnt, reset, again)).toEqual(['new', undefined, 'new']);
	});

	it('forgets neither flag nor notebook nor that the card is suspended', () => {
		const kept = [
			entry('flag', 'a.6', 200, { cards, flag: 3 }),
			entry('suspend', 'a.7', 201, { cards }),
			practice(2, AGAIN, 'quiz')
		];
		const before = record(learnt, ...kept);
		expect(record(learnt, ...kept, reset)).toEqual({ ...before, state: undefined });
	});
});

describe('a schedule', () => {
	const learnt = review(10, GOOD, { interval: 4 });
	const to = (...days: readonly number[]) =>
		entry('schedule', 'a.30', 1200, { cards: days.map((day) => ({ card: 'b/i#', day })) });

	it('moves the day of a review card, and nothing else', () => {
		const before = state(learnt);
		expect(state(learnt, to(20))).toEqual({ ...before, due: { day: 20 } });
		expect(state(learnt, to(12))).toEqual({ ...before, due: { day: 12 } });
	});

	it.each([
		['a day at least', 10, 11],
		['a day at least, though the day be long gone', -5_000, 11],
		['a hundred years at most', 1e9, 10 + MAX_INTERVAL]
	])('keeps it %s after the last review', (_, day, due) => {
		expect(state(learnt, to(day))?.due).toEqual({ day: due });
	});

	it('takes the last day when it names a card twice', () => {
		expect(state(learnt, to(20, 30))?.due).toEqual({ day: 30 });
	});

	it('leaves a card in its steps, and a new one, as they are', () => {
		const step = review(10, AGAIN, { delay: 60, step: 0 });
		expect(state(step, to(20))).toEqual(state(step));
		expect(record(to(20))).toBe(NEW_CARD);
	});

	it('holds until the next review', () => {
		expect(state(learnt, to(20), review(20, GOOD, { interval: 5 }))?.due).toEqual({ day: 25 });
	});
});

describe('what is said of a card by hand', () => {
	it('is suspended until resumed, the last word counting', () => {
		const suspend = entry('suspend', 'a.1', 100, { cards });
		const resume = entry('resume', 'a.2', 101, { cards });
		expect(record(suspend).suspended).toBe(true);
		expect(record(suspend, resume).suspended).toBe(false);
		expect(record(suspend, resume, suspend).suspended).toBe(true);
	});

	it('is put off for the study day of the burial', () => {
		const bury = entry('bury', 'a.1', 700, { cards });
		expect(record(bury).buriedOn).toBe(7);
		expect(record(bury, { ...bury, day: 9 }).buriedOn).toBe(9);
	});

	it('is not put off any more once it is resumed', () => {
		const bury = entry('bury', 'a.1', 700, { cards });
		expect(record(bury, entry('resume', 'a.2', 701, { cards })).buriedOn).toBeUndefined();
	});

	it('is flagged in the last colour', () => {
		const flag = (colour: number) => entry('flag', 'a.1', 100, { cards, flag: colour });
		expect(record(flag(2), flag(5)).flag).toBe(5);
		expect(record(flag(2), flag(0)).flag).toBe(0);
	});

	it('stays when the card is answered', () => {
		const hand = [
			entry('suspend', 'a.1', 100, { cards }),
			entry('bury', 'a.2', 101, { cards }),
			entry('flag', 'a.3', 102, { cards, flag: 4 })
		];
		const after = record(...hand, review(5, GOOD, { interval: 4 }));
		expect(after).toMatchObject({ suspended: true, buriedOn: 1, flag: 4 });
	});
});

describe('cardsOf', () => {
	it('names each card once', () => {
		expect(cardsOf(review(1, GOOD, { interval: 1 }))).toEqual(['b/i#']);
		expect(cardsOf(practice(1, GOOD))).toEqual(['b/i#']);
		expect(cardsOf(entry('bury', 'a.1', 1, { cards: ['x', 'y', 'x'] }))).toEqual(['x', 'y']);
		const both = ['x', 'x', 'y'].map((card) => ({ card, day: 1 }));
		expect(cardsOf(entry('schedule', 'a.1', 1, { cards: both }))).toEqual(['x', 'y']);
	});
});
