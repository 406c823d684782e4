import type { Card } from '../bank/bank';
import { recordOf, type Fold } from '../log/fold';
import type { CardRecord } from '../log/fold-card';

/** Days a forecast looks ahead, today included. */
const DAYS = 7;

/** The study day a card comes back on; undefined for one that does not. */
function comesOn({ state, suspended, buriedOn }: CardRecord, day: number): number | undefined {
	if (!state || suspended) return undefined;
	const due = 'day' in state.due ? Math.max(day, state.due.day) : day;
	return buriedOn === day ? Math.max(due, day + 1) : due;
}

/**
 * How many cards come back on each of the next seven study days, today first. What was due before
 * is due today, and what is in its steps too. New cards are not counted, nor what today's answers
 * will lead to; siblings are not kept apart.
 */
export function forecastDue(cards: readonly Card[], fold: Fold, day: number): readonly number[] {
	const counts = Array.from({ length: DAYS }, () => 0);
	for (const { key } of cards) {
		const on = comesOn(recordOf(fold, key), day);
		if (on !== undefined && on < day + DAYS) counts[on - day] = (counts[on - day] ?? 0) + 1;
	}
	return counts;
}
