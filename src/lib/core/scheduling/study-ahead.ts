import type { Card } from '../bank/bank';
import { stateOf } from '../log/fold';
import {
	byRetrievability,
	isOffered,
	nextCard,
	onePerGroup,
	takenGroups,
	type NextCard,
	type PlanInput,
	type StudyPlan
} from './study-queue';

/** Most cards that are asked ahead at a time. */
export const MOST_AHEAD = 20;
/** How many study days ahead a card may be due to be asked now. */
const DAYS_AHEAD = 7;

/** On the day of its last review a card's next answer would be mere practice. */
function isWaiting(input: PlanInput, card: Card): boolean {
	const { fold, day } = input;
	const state = stateOf(fold, card.key);
	if (!state || !('day' in state.due) || state.lastDay >= day) return false;
	return state.due.day <= day + DAYS_AHEAD && isOffered(input, card);
}

/**
 * The cards that can be asked when a day is done: those of the next seven study days and those
 * the day's limit kept back, the ones closest to being forgotten first, one of each group, at most
 * twenty. They are ordinary reviews, with the days that have really gone by.
 */
export function cardsAhead(input: PlanInput): readonly Card[] {
	const waiting = input.cards.filter((card) => isWaiting(input, card));
	const ordered = byRetrievability(input, waiting);
	return onePerGroup(ordered, takenGroups(input)).slice(0, MOST_AHEAD);
}

/** A card that is to be asked before its time, once. */
export interface AheadCard {
	readonly card: Card;
	/** Id of its last counting review then: with another one it has been asked. */
	readonly lastId: string | undefined;
}

/** Takes cards to be asked before their time. */
export const takeAhead = ({ fold }: PlanInput, cards: readonly Card[]): readonly AheadCard[] =>
	cards.map((card) => ({ card, lastId: stateOf(fold, card.key)?.lastId }));

/** The first of them that was not answered since and may still be asked. */
const nextAhead = (input: PlanInput, taken: readonly AheadCard[]): Card | undefined =>
	taken.find(
		({ card, lastId }) => stateOf(input.fold, card.key)?.lastId === lastId && isOffered(input, card)
	)?.card;

/**
 * What is next on a day; when nothing is, the first card that was taken to be asked ahead, was not
 * answered since, and may still be asked.
 *
 * @param plan of the input
 * @param now UTC milliseconds
 */
export function nextOrAhead(
	input: PlanInput,
	plan: StudyPlan,
	now: number,
	taken: readonly AheadCard[]
): NextCard {
	const next = nextCard(plan, input.fold, now);
	const card = next.is === 'card' ? undefined : nextAhead(input, taken);
	return card ? { is: 'card', card } : next;
}
