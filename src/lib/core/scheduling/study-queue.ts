import type { Card } from '../bank/bank';
import { traits } from '../item/traits';
import { stateOf, tallyOf, type Fold } from '../log/fold';
import type { CardState } from '../log/fold-card';
import { leftOf, onTest, type Ahead, type Limits } from './day-limits';
import type { Scheduler } from './scheduler';

export const DEFAULT_LIMITS: Limits = { new: 20, reviews: 200 };

/** When nothing else is left, learning steps are shown this much early, in milliseconds. */
export const LEARN_AHEAD_MS = 20 * 60_000;

/** What a study day still holds, in the order it is shown. */
export interface StudyPlan {
	/** Cards in their learning steps, earliest first. */
	readonly learning: readonly Card[];
	/** Review cards that are due, those closest to being forgotten first. */
	readonly due: readonly Card[];
	/** New cards in their order. */
	readonly fresh: readonly Card[];
}

export interface PlanInput extends Ahead {
	readonly cards: readonly Card[];
	readonly fold: Fold;
	readonly scheduler: Scheduler;
}

const inSteps = (state: CardState | undefined) => state !== undefined && state.phase !== 'review';

const isDue = (state: CardState | undefined, day: number) =>
	state !== undefined && 'day' in state.due && state.due.day <= day;

/** Whether a card may be asked: it is neither suspended nor put off until tomorrow. */
export function isOffered({ fold, day }: PlanInput, card: Card): boolean {
	const record = fold.cards.live.get(card.key);
	return record === undefined || (!record.suspended && record.buriedOn !== day);
}

/** UTC milliseconds at which a card in its steps comes back. */
const dueAt = (fold: Fold, card: Card): number => {
	const due = stateOf(fold, card.key)?.due;
	return due && 'at' in due ? due.at : 0;
};

/** Groups that have had their card today, or have one in its steps, by the card that had it. */
export function takenGroups(input: PlanInput): Map<string, string> {
	const taken = new Map<string, string>();
	for (const card of input.cards) {
		const state = stateOf(input.fold, card.key);
		const hadItsTurn = state?.lastDay === input.day;
		const hasIt = inSteps(state) && isOffered(input, card);
		if (hadItsTurn || hasIt) taken.set(card.group, card.key);
	}
	return taken;
}

/** Of each group the first card only, and none of a group another card of which had its turn. */
export function onePerGroup(cards: readonly Card[], taken: Map<string, string>): readonly Card[] {
	return cards.filter((card) => {
		const holder = taken.get(card.group);
		if (holder !== undefined && holder !== card.key) return false;
		taken.set(card.group, card.key);
		return true;
	});
}

/** Cards in the order they are about to be forgotten. */
export function byRetrievability(
	{ fold, day, scheduler }: PlanInput,
	cards: readonly Card[]
): readonly Card[] {
	const recall = (card: Card) => {
		const state = stateOf(fold, card.key);
		return state ? scheduler.retrievability(state.memory, Math.max(0, day - state.lastDay)) : 1;
	};
	return cards
		.map((card) => ({ card, recall: recall(card) }))
		.sort((a, b) => a.recall - b.recall || a.card.order - b.card.order)
		.map(({ card }) => card);
}

/** Recognition before recall within a group; otherwise the order of new cards. */
function inOrder(unseen: readonly Card[]): readonly Card[] {
	const cards = [...unseen].sort((a, b) => a.order - b.order);
	const first = new Map<string, Card>();
	const rank = (card: Card) => traits[card.kind].recall;
	for (const card of cards) {
		const leader = first.get(card.group);
		if (!leader || rank(card) < rank(leader)) first.set(card.group, card);
	}
	return cards.filter((card) => first.get(card.group) === card);
}

/**
 * What is left to study on a day. Cards of a group (siblings, items on one fact) are kept apart:
 * one a study day. Those on a test come first. Law: a test that is over changes nothing.
 */
export function planStudy(input: PlanInput): StudyPlan {
	const { fold, day } = input;
	const cards = input.cards.filter((card) => isOffered(input, card));
	const tally = tallyOf(fold, day);
	const taken = takenGroups(input);

	const learning = cards
		.filter((card) => inSteps(stateOf(fold, card.key)))
		.sort((a, b) => dueAt(fold, a) - dueAt(fold, b));
	const waiting = cards.filter((card) => isDue(stateOf(fold, card.key), day));
	const isOn = onTest(input);
	const testFirst = (all: readonly Card[]) =>
		[true, false].map((is) => all.filter((card) => isOn(card) === is));
	const unseen = testFirst(cards.filter((card) => stateOf(fold, card.key) === undefined));
	const left = leftOf(input, tally, waiting.length, unseen[0]?.length ?? 0);
	const due = onePerGroup(testFirst(byRetrievability(input, waiting)).flat(), taken);
	const fresh = onePerGroup(unseen.flatMap(inOrder), taken);
	return { learning, due: due.slice(0, left.reviews), fresh: fresh.slice(0, left.new) };
}

/**
 * The next study day after this one that has something to study: due cards, siblings that were
 * kept apart today, new cards that the limit then lets in. Undefined when nothing is left at all.
 */
export function nextStudyDay(input: PlanInput): number | undefined {
	const days = input.cards.flatMap((card) => {
		const due = stateOf(input.fold, card.key)?.due;
		return due && 'day' in due ? due.day : [];
	});
	const candidates = new Set([input.day, ...days].map((day) => Math.max(day, input.day + 1)));
	return [...candidates].sort((a, b) => a - b).find((day) => planSize({ ...input, day }) > 0);
}

/** How many cards a day's plan holds. */
function planSize(input: PlanInput): number {
	const { learning, due, fresh } = planStudy(input);
	return learning.length + due.length + fresh.length;
}

/** The next card, how long until one comes back, or that the day is done. */
export type NextCard =
	| { readonly is: 'card'; readonly card: Card }
	| { readonly is: 'later'; readonly at: number }
	| { readonly is: 'done' };

/** Steps that are due, then due reviews, then new cards, then steps a little early. */
export function nextCard(plan: StudyPlan, fold: Fold, now: number): NextCard {
	const step = plan.learning[0];
	if (step && dueAt(fold, step) <= now) return { is: 'card', card: step };
	const card = plan.due[0] ?? plan.fresh[0];
	if (card) return { is: 'card', card };
	if (!step) return { is: 'done' };
	const at = dueAt(fold, step);
	return at - now <= LEARN_AHEAD_MS ? { is: 'card', card: step } : { is: 'later', at };
}
