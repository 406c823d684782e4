/** What one item schedules: itself, or the reverse of a flashcard. */
export type Part = '' | 'reverse';

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
