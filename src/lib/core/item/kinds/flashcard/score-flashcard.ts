import type { Score } from '../../response';
import type { FlashcardResponse } from './flashcard';

/** A self-rated card scores 0 for Again and 1 otherwise: the learner is the judge. */
export function scoreFlashcard(response: FlashcardResponse): Score {
	return response.rating === 1 ? 0 : 1;
}
