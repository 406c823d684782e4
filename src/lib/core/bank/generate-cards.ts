import { cardKey, itemKey } from '../item/card-key';
import type { BankIndex, Card } from './bank';

/** All cards of some banks, in bank order; a fact group never reaches across banks. */
export function generateCards(banks: readonly BankIndex[]): readonly Card[] {
	const cards = banks.flatMap((bank) =>
		bank.items.flatMap(({ id, fact, parts = [''], kind, topic }) => {
			const item = itemKey(bank.id, id);
			const group = fact === undefined ? item : `${bank.id}/fact:${fact}`;
			return parts.map((part) => {
				return { key: cardKey(item, part), item, part, kind, topic, group };
			});
		})
	);
	return cards.map((card, order) => ({ ...card, order }));
}
