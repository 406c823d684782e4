import type { Item } from '../item/item';
import { plainText } from '../text';

/** Where a gap is, in a line that gives none of them away. */
const GAP_MARKS = /\{c[1-9]\}/g;

/** What an item asks, in one line of plain words: its stem, or the front of a flashcard. */
export function itemText(item: Item): string {
	const asked = 'stem' in item ? item.stem.replace(GAP_MARKS, '____') : item.front;
	return plainText(asked).replace(/\s+/g, ' ');
}
