import { cardKey, itemKey } from '../item/card-key';
import type { BankIndex, Card } from './bank';

/** The cards of a bank in its order, each with the place of its item in the topic. */
function cardsOf({ id: bank, items }: BankIndex) {
	const places = new Map<string, number>();
	return items.flatMap(({ id, fact, parts = [''], kind, topic }) => {
		const item = itemKey(bank, id);
		const group = fact === undefined ? item : `${bank}/fact:${fact}`;
		const place = places.get(topic) ?? 0;
		places.set(topic, place + 1);
		return parts.map((part) => {
			return { card: { key: cardKey(item, part), item, part, kind, topic, group }, place };
		});
	});
}

/**
 * All cards of some banks, in bank order; a fact group never reaches across banks. New ones come
 * with the topics mixed, one item of each in turn: what is told apart is learnt better than what
 * is learnt in one piece, and nobody wants twenty questions about the same.
 */
export function generateCards(banks: readonly BankIndex[]): readonly Card[] {
	const placed = banks.flatMap(cardsOf);
	const mixed = [...placed].sort((a, b) => a.place - b.place).map(({ card }) => card);
	const orders = new Map(mixed.map((card, order) => [card, order]));
	return placed.map(({ card }) => ({ ...card, order: orders.get(card) ?? 0 }));
}
