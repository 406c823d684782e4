import type { Item } from '../item/item';
import { partsOf, publicItem } from '../item/registry';
import { plainText } from '../text';

/** The gap of a cloze, as it is marked in its stem. */
const GAP = /\{c\d+\}/g;

/** What an item asks, in one line of plain words: its stem, or the front of a flashcard. */
export function itemText(item: Item): string {
	// Whatever the kind, it asks by one of these two.
	const asked = publicItem(item, partsOf(item)[0] ?? '') as { stem?: string; prompt?: string };
	return plainText((asked.stem ?? asked.prompt ?? '').replace(GAP, '____')).replace(/\s+/g, ' ');
}
