import type { Rating } from '../../../scheduling/rating';
import type { ItemBase } from '../../item';

/** A prompt whose answer the learner rates; optionally asked in both directions. */
export interface FlashcardItem extends ItemBase {
	readonly kind: 'flashcard';
	readonly front: string;
	readonly back: string;
	readonly reverse: boolean;
}

/** What may be shown before the answer: the side that asks. */
export interface PublicFlashcardItem {
	readonly kind: 'flashcard';
	readonly id: string;
	readonly prompt: string;
}

/** How well the learner says it was remembered. */
export interface FlashcardResponse {
	readonly kind: 'flashcard';
	readonly rating: Rating;
}
