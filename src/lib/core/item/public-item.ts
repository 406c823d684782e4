import type { PublicChoiceItem } from './kinds/choice/choice';
import type { PublicClozeItem } from './kinds/cloze/cloze';
import type { PublicFlashcardItem } from './kinds/flashcard/flashcard';
import type { PublicMultipleItem } from './kinds/multiple/multiple';
import type { PublicNumberItem } from './kinds/number/number';
import type { PublicTextItem } from './kinds/text/text';
import type { PublicTrueFalseItem } from './kinds/true-false/true-false';

/** An item as it may be shown before the answer; it never holds the key. */
export type PublicItem =
	| PublicChoiceItem
	| PublicClozeItem
	| PublicFlashcardItem
	| PublicMultipleItem
	| PublicNumberItem
	| PublicTextItem
	| PublicTrueFalseItem;
