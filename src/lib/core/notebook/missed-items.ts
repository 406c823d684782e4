import type { Card } from '../bank/bank';
import { topicKey } from '../bank/topic-key';
import { itemOfCard } from '../item/card-key';
import type { Kind } from '../item/item';
import type { Fold } from '../log/fold';
import { daysToLeave, type Missed } from '../log/missed';
import type { Notebook } from './notebook';
import type { QuizName } from './quiz-of';

/** A missed card, as a list of the notebook knows it. */
export interface MissedCard {
	readonly card: string;
	/** Undefined when no bank here has it any more. */
	readonly kind: Kind | undefined;
	readonly missed: Missed;
}

/** An item with missed cards; shown once, however many of its cards were missed. */
export interface MissedItem {
	/** `bank/item` */
	readonly item: string;
	/** `bank/topic`; undefined when no bank here has the item any more. */
	readonly topic: string | undefined;
	/** Last missed first, one at least. */
	readonly cards: readonly MissedCard[];
	/** UTC milliseconds of the last miss. */
	readonly lastAt: number;
}

const lastFirst = (a: MissedCard, b: MissedCard): number =>
	b.missed.lastAt - a.missed.lastAt || (a.card < b.card ? -1 : 1);

/** `bank` of `bank/item` */
const bankOf = (item: string) => item.slice(0, item.indexOf('/'));

/** What is missed by the fold alone, without reading the log: last missed first. */
export function missedItems(fold: Fold, cards: readonly Card[]): readonly MissedItem[] {
	const known = new Map<string, Card>(cards.map((card) => [card.key, card]));
	const byItem = new Map<string, MissedCard[]>();
	for (const [card, { missed }] of fold.cards.live) {
		if (!missed) continue;
		const item = itemOfCard(card);
		const others = byItem.get(item) ?? [];
		byItem.set(item, [...others, { card, kind: known.get(card)?.kind, missed }]);
	}
	return [...byItem]
		.map(([item, missed]): MissedItem => {
			const sorted = missed.sort(lastFirst);
			const topic = sorted.flatMap(({ card }) => known.get(card)?.topic ?? [])[0];
			const place = topic === undefined ? undefined : topicKey(bankOf(item), topic);
			return { item, topic: place, cards: sorted, lastAt: sorted[0]?.missed.lastAt ?? 0 };
		})
		.sort((a, b) => b.lastAt - a.lastAt || (a.item < b.item ? -1 : 1));
}

/** Study days on which a card was right, of those it needs to leave the notebook. */
export function progressOf({ missed, kind }: MissedCard): { done: number; needed: number } {
	const left = daysToLeave(missed, kind ?? '');
	return { done: missed.right, needed: missed.right + left };
}

/** Whether what was read of the log still tells of the card as it is. */
export const isTold = (notebook: Notebook | undefined, { card, missed }: MissedCard): boolean => {
	const told = notebook?.get(card)?.missed;
	return told?.times === missed.times && told.lastAt === missed.lastAt;
};

/** The quizzes in which something was missed, each title once, in the order of the list. */
export function quizzesOf(items: readonly MissedItem[], notebook: Notebook): readonly QuizName[] {
	const quizzes = new Map<string, QuizName>();
	for (const { card } of items.flatMap(({ cards }) => cards)) {
		for (const { quiz } of notebook.get(card)?.misses ?? []) {
			if (quiz && !quizzes.has(quiz.title)) quizzes.set(quiz.title, quiz);
		}
	}
	return [...quizzes.values()];
}
