import type { PublicChoiceItem } from './kinds/choice/choice';
import type { PublicFlashcardItem } from './kinds/flashcard/flashcard';

/** An item as it may be shown before the answer; it never holds the key. */
export type PublicItem = PublicChoiceItem | PublicFlashcardItem;
