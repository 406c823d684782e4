import type { Part } from '../item/card-key';
import type { Item } from '../item/item';
import type { PublicItem } from '../item/public-item';

/** A card as a sheet of paper asks it. */
export interface PaperItem {
	readonly card: string;
	readonly item: Item;
	readonly part: Part;
	/** Without its key, with everything in the places it is printed in. */
	readonly question: PublicItem;
	/** Language of the item. */
	readonly lang: string;
}
