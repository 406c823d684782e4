import type { Card } from '../bank/bank';
import { recordOf, type Fold } from '../log/fold';
import type { Random } from '../random';
import type { Limits } from './day-limits';
import { AGAIN, GOOD, type Rating } from './rating';
import type { Memory, Scheduler } from './scheduler';

/** A card as it goes through days that have not come yet. It is written to. */
export interface Simulated {
	readonly group: string;
	/** New cards come in this order. */
	readonly order: number;
	/** Undefined while it is new. */
	memory: Memory | undefined;
	/** Study day of its last answer. */
	lastDay: number;
	/** Study day on which it comes back; for a new card, from which it may come. */
	dueDay: number;
}

/** What one simulated day came to. */
export interface SimulatedDay {
	/** Cards that were due when it began. */
	readonly waiting: number;
	readonly reviewed: number;
	readonly fresh: number;
}

export interface Simulation {
	readonly scheduler: Scheduler;
	readonly random: Random;
}

/** How often a new card is right at its first look: about as often as not. */
const FIRST_RIGHT = 0.5;

/** Cards as they stand on a study day; those that are suspended are left out. */
export function simulated(cards: readonly Card[], fold: Fold, day: number): readonly Simulated[] {
	return cards.flatMap(({ key, group, order }) => {
		const { state, suspended, buriedOn } = recordOf(fold, key);
		if (suspended) return [];
		const due = state && 'day' in state.due ? state.due.day : day;
		const dueDay = buriedOn === day ? Math.max(due, day + 1) : due;
		const lastDay = state?.lastDay ?? -Infinity;
		return { group, order, memory: state?.memory, lastDay, dueDay };
	});
}

/** Probability that a card is known on a day; of a new one 0. */
export const recallOn = ({ memory, lastDay }: Simulated, day: number, scheduler: Scheduler) =>
	memory ? scheduler.retrievability(memory, Math.max(0, day - lastDay)) : 0;

/** A card that was not known is learnt before the day is over, and comes back on the next. */
function answer(card: Simulated, day: number, { scheduler, random }: Simulation): void {
	const chance = card.memory ? recallOn(card, day, scheduler) : FIRST_RIGHT;
	const rating: Rating = random() < chance ? GOOD : AGAIN;
	const elapsed = card.memory ? Math.max(0, day - card.lastDay) : 0;
	const memory = scheduler.next(card.memory, elapsed, rating);
	card.memory = rating === GOOD ? memory : scheduler.next(memory, 0, GOOD);
	card.lastDay = day;
	card.dueDay = day + (rating === GOOD ? Math.max(1, scheduler.interval(card.memory)) : 1);
}

/** The first cards that may come, at most so many, one of a group. */
function pick(cards: readonly Simulated[], most: number, taken: Set<string>) {
	const picked: Simulated[] = [];
	for (const card of cards) {
		if (picked.length >= most) break;
		if (taken.has(card.group)) continue;
		taken.add(card.group);
		picked.push(card);
	}
	return picked;
}

/**
 * Studies one day: what is due, that closest to being forgotten first, then new cards, as the plan
 * of a day has them. Each answer is right as often as FSRS expects.
 */
export function simulateDay(
	cards: readonly Simulated[],
	day: number,
	limits: Limits,
	simulation: Simulation
): SimulatedDay {
	const taken = new Set(cards.filter(({ lastDay }) => lastDay === day).map(({ group }) => group));
	const ready = cards.filter(({ dueDay }) => dueDay <= day);
	const waiting = ready
		.filter(({ memory, lastDay }) => memory && lastDay !== day)
		.map((card) => ({ card, recall: recallOn(card, day, simulation.scheduler) }))
		.sort((a, b) => a.recall - b.recall)
		.map(({ card }) => card);
	const unseen = ready.filter(({ memory }) => !memory).sort((a, b) => a.order - b.order);
	const reviewed = pick(waiting, limits.reviews, taken);
	const fresh = pick(unseen, limits.new, taken);
	for (const card of [...reviewed, ...fresh]) answer(card, day, simulation);
	return { waiting: waiting.length, reviewed: reviewed.length, fresh: fresh.length };
}
