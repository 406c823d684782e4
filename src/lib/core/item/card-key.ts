/** What one item schedules: itself, the reverse of a flashcard, or the gap of a cloze. */
export type Part = '' | 'reverse' | 'c1';

/** `bank/item` */
export type ItemKey = `${string}/${string}`;

/** `bank/item#part` */
export type CardKey = `${ItemKey}#${string}`;

export const itemKey = (bank: string, item: string): ItemKey => `${bank}/${item}`;

export const cardKey = (item: ItemKey, part: Part): CardKey => `${item}#${part}`;

/** The item a card belongs to. */
export function itemOfCard(card: string): ItemKey {
	const hash = card.indexOf('#');
	return (hash < 0 ? card : card.slice(0, hash)) as ItemKey;
}
