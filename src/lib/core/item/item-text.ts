import type { Item } from '../item/item';
import { GAP_MARK } from '../item/kinds/cloze/cloze';
import { partsOf, publicItem } from '../item/registry';
import { plainText } from '../text';

/** What an item asks, in one line of plain words: its stem, or the front of a flashcard. */
export function itemText(item: Item): string {
	// Whatever the kind, it asks by one of these two.
	const asked = publicItem(item, partsOf(item)[0] ?? '') as { stem?: string; prompt?: string };
	return plainText((asked.stem ?? asked.prompt ?? '').replace(GAP_MARK, '____')).replace(
		/\s+/g,
		' '
	);
}
