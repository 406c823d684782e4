import { describe, expect, it } from 'vitest';
import { entry, modelOf, review } from '../../../../tests/support/entries';
import { historiesOf } from '../log/card-history';
import { AGAIN, GOOD } from './rating';
import { whyDue } from './why-due';

const scheduler = modelOf(undefined);

function why(...log: readonly unknown[]) {
	const history = historiesOf(log, ['b/one#'], scheduler).get('b/one#');
	if (!history) throw new Error('there is none');
	return whyDue(history, scheduler);
}

const first = review('a.1', 100, 'b/one#', GOOD, { interval: 4 });
const schedule = (day: number) =>
	entry('schedule', 'a.2', 200, { cards: [{ card: 'b/one#', day }] });

describe('why a card comes back when it does', () => {
	it('is nothing yet for a new card', () => {
		expect(why()).toEqual({ is: 'new' });
	});

	it('is its step while it is learnt', () => {
		expect(why(review('a.1', 100, 'b/one#', AGAIN, { delay: 60 }))).toMatchObject({
			is: 'step',
			delay: 60
		});
	});

	it('is that recall will have fallen by then, on the day it was given', () => {
		const reason = why(first);
		expect(reason).toMatchObject({ is: 'interval', days: 4, due: 5, answer: { entry: first } });
		// A first Good has a stability of 2.3 days: at four, recall is below 90 %.
		expect(reason.is === 'interval' && reason.recall).toBeCloseTo(0.85, 1);
	});

	it('is about 90 % when the interval is the stability', () => {
		const days = Math.round(scheduler.next(undefined, 0, GOOD).stability);
		const reason = why(review('a.1', 100, 'b/one#', GOOD, { interval: days }));
		expect(reason.is === 'interval' && reason.recall).toBeCloseTo(0.9, 1);
	});

	it('is a move by hand, but not one to the day it had anyway', () => {
		expect(why(first, schedule(12))).toEqual({ is: 'moved', on: 2, from: 5, due: 12 });
		expect(why(first, schedule(5))).toMatchObject({ is: 'interval', due: 5 });
	});

	it('is a reset', () => {
		expect(why(first, entry('reset', 'a.2', 300, { cards: ['b/one#'] }))).toEqual({
			is: 'reset',
			on: 3
		});
	});
});
