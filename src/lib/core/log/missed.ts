import type { PracticeEntry, ReviewEntry } from './entry';
import { AGAIN } from '../scheduling/rating';

/** A card that is in the notebook of what was missed. */
export interface Missed {
	/** How often it was missed since it came into the notebook. */
	readonly times: number;
	/** Study day and moment of the last miss. */
	readonly lastDay: number;
	readonly lastAt: number;
	/** Whether it had ever been right before its first miss here. */
	readonly how: 'new' | 'slipped';
	/** Whether the last miss was right, but by guess. */
	readonly guessed: boolean;
	/** On how many later study days it has been right. */
	readonly right: number;
	/** The last of these days. */
	readonly rightDay?: number;
}

type Answered = ReviewEntry | PracticeEntry;

/** Later study days on which a card must be right to leave; a coin can be right twice. */
const DAYS_TO_LEAVE = 2;
const DAYS_TO_LEAVE_TRUE_FALSE = 3;

/** Drill is for working off the notebook: it neither fills nor empties it. */
const isDrill = (entry: Answered) => entry.mode === 'drill';

const isFull = ({ score, rating }: Answered) =>
	score === undefined ? rating !== AGAIN : score === 1;

/** Right, and not by guess. */
export const isKnown = (entry: Answered): boolean =>
	!isDrill(entry) && isFull(entry) && entry.guess !== true;

/** A score below 1, a self-rated Again, a blank or a guess. */
const isMiss = (entry: Answered): boolean => !isDrill(entry) && !isKnown(entry);

/** How many study days a missed card still has to be right on. */
export function daysToLeave(missed: Missed, itemKind: string): number {
	const all = itemKind === 'true-false' ? DAYS_TO_LEAVE_TRUE_FALSE : DAYS_TO_LEAVE;
	return all - missed.right;
}

const addMiss = (missed: Missed | undefined, entry: Answered, wasRight: boolean): Missed => ({
	times: (missed?.times ?? 0) + 1,
	lastDay: entry.day,
	lastAt: entry.at,
	how: missed?.how ?? (wasRight ? 'slipped' : 'new'),
	guessed: entry.guess === true,
	right: 0
});

/** Right in a review on a study day after the miss, and after the last such day. */
function addRight(missed: Missed, entry: Answered): Missed | undefined {
	if (entry.day <= Math.max(missed.lastDay, missed.rightDay ?? -Infinity)) return missed;
	const next = { ...missed, right: missed.right + 1, rightDay: entry.day };
	return daysToLeave(next, entry.itemKind) > 0 ? next : undefined;
}

/**
 * Folds one answer into a card's place in the notebook. It comes in by a miss in any mode but
 * drill; it leaves when right in a review on two later study days, three for true-false.
 *
 * @param reviewed whether the entry counts as a review
 * @param wasRight whether the card had ever been right before
 */
export function stepMissed(
	missed: Missed | undefined,
	entry: Answered,
	reviewed: boolean,
	wasRight: boolean
): Missed | undefined {
	if (isMiss(entry)) return addMiss(missed, entry, wasRight);
	return missed && reviewed && isKnown(entry) ? addRight(missed, entry) : missed;
}
