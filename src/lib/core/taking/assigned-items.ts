import type { OpenedAssignment, OpenedItem } from '../assignment/assignment';
import { askedPart, type AssignableItem } from '../assignment/public-document';
import { cardKey, itemOfCard, type CardKey } from '../item/card-key';

/** Letters of a key or an id that stand in names of items. */
const SHORT = 8;

/** The bank that a teacher's own questions come to be in. */
export const teacherBank = (teacherKey: string): string => `t-${teacherKey.slice(2, 2 + SHORT)}`;

/** The part of a card key, after its `#`. */
const partIn = (card: CardKey) => card.slice(card.indexOf('#') + 1);

/**
 * What an attempt calls an item of an assignment. A second gap of one text is called by its card.
 *
 * @param id the assignment's, as hexadecimal digits
 */
export function assignedItem(id: string, item: OpenedItem): string {
	if (item.is === 'own') return `a-${id.slice(0, SHORT)}/${item.question.id}`;
	const { key } = item.card;
	return ['', 'c1'].includes(partIn(key)) ? itemOfCard(key) : key;
}

/**
 * The card of one of a teacher's own items, once its id is known.
 *
 * @param item under the document's ids, with its key
 */
export const ownCard = (teacherKey: string, itemId: string, item: AssignableItem): CardKey =>
	cardKey(`${teacherBank(teacherKey)}/${itemId}`, askedPart(item));

/** The place of each own item among the own ones, by its place among all. */
export function ownPlaces({ items }: Pick<OpenedAssignment, 'items'>): readonly number[] {
	let next = 0;
	return items.map(({ is }) => (is === 'own' ? next++ : -1));
}
