import type { Card } from '../bank/bank';
import { scoreInAttempt, type Attempt } from '../log/attempt';
import { recordOf, type Fold } from '../log/fold';
import type { Scheduler } from '../scheduling/scheduler';
import type { MissedItem } from './missed-items';

/** Most cards of a drill on topics: an evening before a test is short. */
export const MOST_OF_TOPICS = 20;

/** What is drilled, as an address says it. */
export type DrillChoice =
	| { readonly of: 'missed' }
	| { readonly of: 'attempt'; readonly attempt: string }
	| { readonly of: 'topics'; readonly topics: readonly string[] };

/** Reads from a query what is to be drilled; without a word on it, what was missed. */
export function readDrillChoice(getAll: (name: string) => readonly string[]): DrillChoice {
	const attempt = getAll('attempt').find((id) => id !== '');
	if (attempt !== undefined) return { of: 'attempt', attempt };
	const topics = getAll('topic').filter((topic) => topic !== '');
	const isMissed = getAll('of').includes('missed') || topics.length === 0;
	return isMissed ? { of: 'missed' } : { of: 'topics', topics };
}

/** The missed cards of these items, in their order; of those that are gone there is none. */
export const cardsOfMissed = (items: readonly MissedItem[]): readonly string[] =>
	items.flatMap(({ cards }) => cards.flatMap(({ card, kind }) => (kind ? [card] : [])));

/** Whether an item was not fully right; one that waits for its mark is not known to be. */
function isBelowFull(attempt: Attempt, item: string): boolean {
	const score = scoreInAttempt(attempt, item);
	if (score !== undefined) return score < 1;
	return (attempt.answers[item]?.response ?? null) === null;
}

/** Of an item its missed cards, or the first if none is; a single card if it is named. */
function cardsFor(item: string, cards: readonly Card[], fold: Fold): readonly string[] {
	const own = cards.filter((card) => (item.includes('#') ? card.key : card.item) === item);
	const missed = own.filter(({ key }) => recordOf(fold, key).missed);
	return (missed.length > 0 ? missed : own.slice(0, 1)).map(({ key }) => key);
}

/** The cards of an attempt that were not fully right, blanks too, in the order of the quiz. */
export function cardsOfAttempt(
	attempt: Attempt,
	cards: readonly Card[],
	fold: Fold
): readonly string[] {
	const asked = attempt.start?.items.map(({ item }) => item) ?? Object.keys(attempt.answers);
	return [...new Set(asked)]
		.filter((item) => isBelowFull(attempt, item))
		.flatMap((item) => cardsFor(item, cards, fold));
}

/** How a drill on topics chooses. */
export interface TopicDrillInput {
	/** Of the topics alone. */
	readonly cards: readonly Card[];
	readonly fold: Fold;
	/** The study day it is. */
	readonly day: number;
	readonly scheduler: Scheduler;
}

/** What was seen and is not suspended: missed ones first, then those closest to being forgotten. */
export function cardsOfTopics(input: TopicDrillInput): readonly string[] {
	const { cards, fold, day, scheduler } = input;
	return cards
		.flatMap(({ key, order }) => {
			const { state, missed, suspended } = recordOf(fold, key);
			if (suspended || (!state && !missed)) return [];
			const elapsed = state ? Math.max(0, day - state.lastDay) : 0;
			const recall = state ? scheduler.retrievability(state.memory, elapsed) : 0;
			return [{ key, order, recall, rank: missed ? 0 : 1 }];
		})
		.sort((a, b) => a.rank - b.rank || a.recall - b.recall || a.order - b.order)
		.slice(0, MOST_OF_TOPICS)
		.map(({ key }) => key);
}
