import type { Card } from '../bank/bank';
import type { DayTally } from '../log/fold';

/** Most cards of a study day. */
export interface Limits {
	readonly new: number;
	readonly reviews: number;
}

/** A test the learner has. */
export interface TestDay {
	/** The study day it is on. */
	readonly day: number;
	/** `bank/topic` of each of its topics. */
	readonly topics: readonly string[];
}

/** A plan after a break: a portion a day, from a study day until another, both included. */
export interface CatchUp {
	readonly from: number;
	/** Reviews a study day, 1 or more. */
	readonly perDay: number;
	readonly until: number;
}

/** What a learner has ahead that changes a day's plan. */
export interface Ahead {
	readonly day: number;
	readonly limits: Limits;
	readonly test?: TestDay | null;
	readonly catchUp?: CatchUp | null;
}

/** Whether cards are on a test that is not over; on none, once its day has passed. */
export function onTest({ test, day }: Pick<Ahead, 'test' | 'day'>): (card: Card) => boolean {
	if (!test || day > test.day) return () => false;
	return ({ item, topic }) => test.topics.includes(`${item.split('/')[0]}/${topic}`);
}

/**
 * Whether a plan after a break still holds cards back. Once what waits fits into the day's portion
 * it does nothing. Law: answering changes nothing of it within a day.
 *
 * @param waiting review cards that are due
 */
export const isCatchingUp = (
	{ catchUp, day }: Pick<Ahead, 'catchUp' | 'day'>,
	waiting: number,
	{ review }: DayTally
): boolean =>
	!!catchUp && catchUp.from <= day && day <= catchUp.until && waiting + review > catchUp.perDay;

/**
 * What the limits of a day still let in. New cards pause while a break is caught up with; those on
 * a test come all the same, as many a day as it takes to have seen all of them by the day before.
 *
 * @param unseen new cards on the test
 */
export function leftOf(ahead: Ahead, tally: DayTally, waiting: number, unseen: number): Limits {
	const { limits, catchUp, test, day } = ahead;
	const { new: fresh, reviews } =
		catchUp && isCatchingUp(ahead, waiting, tally) ? { new: 0, reviews: catchUp.perDay } : limits;
	// Those that were new today had their part in it: the number stays the same all day.
	const needed =
		test && unseen > 0 ? Math.ceil((unseen + tally.new) / Math.max(1, test.day - day)) : 0;
	return {
		new: Math.max(0, Math.max(fresh, needed) - tally.new),
		reviews: Math.max(0, reviews - tally.review)
	};
}
