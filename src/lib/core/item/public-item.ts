import type { PublicChoiceItem } from './kinds/choice/choice';
import type { PublicClozeItem } from './kinds/cloze/cloze';
import type { PublicFlashcardItem } from './kinds/flashcard/flashcard';
import type { PublicMatchItem } from './kinds/match/match';
import type { PublicMultipleItem } from './kinds/multiple/multiple';
import type { PublicNumberItem } from './kinds/number/number';
import type { PublicOrderItem } from './kinds/order/order';
import type { PublicTextItem } from './kinds/text/text';
import type { PublicTrueFalseItem } from './kinds/true-false/true-false';

/** An item as it may be shown before the answer; it never holds the key. */
export type PublicItem =
	| PublicChoiceItem
	| PublicClozeItem
	| PublicFlashcardItem
	| PublicMatchItem
	| PublicMultipleItem
	| PublicNumberItem
	| PublicOrderItem
	| PublicTextItem
	| PublicTrueFalseItem;
