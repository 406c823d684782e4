/** The id of a gap, as a stem marks it: `{c1}`. */
export type Gap = `c${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

/** What one item schedules: itself, the reverse of a flashcard, or one gap of a cloze. */
export type Part = '' | 'reverse' | Gap;

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
