import { describe, expect, it } from 'vitest';
import { entry, modelOf, practice, review, undo } from '../../../../tests/support/entries';
import { AGAIN, EASY, GOOD, HARD } from '../scheduling/rating';
import type { Entry } from './entry';
import { recordOf } from './fold';
import { extendFold, foldLog } from './fold-log';
import { daysToLeave } from './missed';

const foldOf = (...entries: readonly Entry[]) => foldLog(entries, modelOf);
const missed = (...entries: readonly Entry[]) => recordOf(foldOf(...entries), 'x').missed;
const isMissed = (...entries: readonly Entry[]) => missed(...entries) !== undefined;

/** A miss in review on study day 1, after which the card is in its steps. */
const miss = review('a.1', 100, 'x', AGAIN, { score: 0 });

/** Right, in review, on a study day. */
const right = (day: number, more: Parameters<typeof review>[4] = {}) =>
	review(`a.${day}`, day * 100, 'x', GOOD, { score: 1, ...more });

describe('a card comes into the notebook', () => {
	it.each([
		['a score below 1', review('a.1', 100, 'x', HARD, { score: 0.99 })],
		['a wrong answer', miss],
		['a self-rated Again', review('a.1', 100, 'x', AGAIN)],
		['a guess, though it was right', review('a.1', 100, 'x', AGAIN, { score: 1, guess: true })],
		['a blank in a quiz', practice('a.1', 100, 'x', AGAIN, { score: 0, mode: 'quiz' })],
		['a miss in an assignment', practice('a.1', 100, 'x', AGAIN, { mode: 'assignment' })],
		['a miss in practice on the same day', practice('a.1', 100, 'x', AGAIN)]
	])('by %s', (_, entry) => {
		expect(missed(entry)).toMatchObject({ times: 1, lastDay: 1, right: 0 });
	});

	it.each([
		['a full score', right(1)],
		['a self-rated Hard', review('a.1', 100, 'x', HARD)],
		['a self-rated Easy', review('a.1', 100, 'x', EASY)],
		['a miss in drill', practice('a.1', 100, 'x', AGAIN, { score: 0, mode: 'drill' })],
		['a guess in drill', practice('a.1', 100, 'x', AGAIN, { guess: true, mode: 'drill' })]
	])('but not by %s', (_, entry) => {
		expect(isMissed(entry)).toBe(false);
	});

	it('as new when it was never right, as slipped when it was', () => {
		expect(missed(miss)?.how).toBe('new');
		expect(missed(right(1), review('a.3', 300, 'x', AGAIN))?.how).toBe('slipped');
		expect(missed(practice('b.1', 50, 'x', GOOD), miss)?.how).toBe('slipped');
	});

	it('as new when it was right by guess or in drill only', () => {
		const guessed = review('a.1', 100, 'x', AGAIN, { score: 1, guess: true });
		const drilled = practice('a.1', 100, 'x', GOOD, { mode: 'drill' });
		expect(missed(guessed)?.how).toBe('new');
		expect(missed(drilled, review('a.3', 300, 'x', AGAIN))?.how).toBe('new');
	});

	it('and stays what it came in as', () => {
		const again = review('a.4', 400, 'x', AGAIN);
		expect(missed(miss, right(2), again)).toMatchObject({ how: 'new', times: 2 });
	});

	it('anew once it has left', () => {
		const again = review('a.7', 700, 'x', AGAIN, { score: 0 });
		const seen = missed(miss, right(3), right(5), again);
		expect(seen).toMatchObject({ how: 'slipped', times: 1, lastDay: 7 });
	});

	it('with day and moment of its last miss, and whether that was a guess', () => {
		const guess = review('a.4', 400, 'x', AGAIN, { score: 1, guess: true });
		expect(missed(miss, guess)).toMatchObject({ lastDay: 4, lastAt: guess.at, guessed: true });
		expect(missed(guess, review('a.5', 500, 'x', AGAIN))?.guessed).toBe(false);
	});
});

describe('a card leaves the notebook', () => {
	it('when right in a review on two later study days', () => {
		expect(missed(miss, right(3))).toMatchObject({ right: 1, rightDay: 3 });
		expect(isMissed(miss, right(3), right(5))).toBe(false);
	});

	it('after three such days when it is true or false', () => {
		const even = (day: number) => right(day, { itemKind: 'true-false' as never });
		expect(missed(miss, even(3), even(5))?.right).toBe(2);
		expect(isMissed(miss, even(3), even(5), even(7))).toBe(false);
	});

	it('not on the day of the miss', () => {
		expect(missed(miss, review('a.2', 101, 'x', GOOD))?.right).toBe(0);
	});

	it('not twice on one day', () => {
		const steps = { delay: 600, step: 1 };
		const first = review('a.3', 300, 'x', GOOD, steps);
		const second = review('a.4', 301, 'x', GOOD, steps);
		expect(missed(miss, first, second)?.right).toBe(1);
	});

	it('not by practice, nor by a review that reads as practice', () => {
		const drilled = practice('a.4', 400, 'x', GOOD, { mode: 'drill' });
		const practised = practice('a.5', 500, 'x', GOOD);
		expect(missed(miss, right(3), drilled, practised)?.right).toBe(1);
		const late = review('b.9', 900, 'x', GOOD, { day: 2, for: 'q.1' });
		expect(missed(miss, right(3), late)?.right).toBe(1);
	});

	it('not by a guess, which is a miss', () => {
		const guess = review('a.5', 500, 'x', AGAIN, { score: 1, guess: true });
		expect(missed(miss, right(3), guess)).toMatchObject({ right: 0, times: 2 });
	});

	it('not when partly right, which begins again', () => {
		const partly = review('a.5', 500, 'x', HARD, { score: 0.5 });
		const seen = missed(miss, right(3), partly);
		expect(seen).toMatchObject({ right: 0, times: 2, lastDay: 5 });
		expect(seen).not.toHaveProperty('rightDay');
		expect(isMissed(miss, right(3), partly, right(7), right(9))).toBe(false);
	});

	it('not by a miss in drill, which changes nothing', () => {
		const drilled = practice('a.4', 400, 'x', AGAIN, { mode: 'drill' });
		expect(missed(miss, right(3), drilled)).toEqual(missed(miss, right(3)));
	});

	it('by hand, until that is undone', () => {
		const clear = entry('clear', 'a.2', 200, { cards: ['x', 'y'] });
		expect(isMissed(miss, clear)).toBe(false);
		const fold = foldOf(miss, clear);
		extendFold(fold, undo('a.3', 201, 'a.2'));
		expect(recordOf(fold, 'x').missed).toEqual(missed(miss));
		expect(missed(miss, clear, review('a.3', 300, 'x', AGAIN))).toMatchObject({ times: 1 });
	});

	it('when its only miss is undone', () => {
		expect(isMissed(miss, undo('a.2', 101, 'a.1'))).toBe(false);
	});

	it('as many days later as daysToLeave says', () => {
		const seen = missed(miss, right(3));
		expect(seen && daysToLeave(seen, 'choice')).toBe(1);
		expect(seen && daysToLeave(seen, 'true-false')).toBe(2);
	});
});
