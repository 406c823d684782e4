import type { ChoiceResponse } from './kinds/choice/choice';
import type { FlashcardResponse } from './kinds/flashcard/flashcard';

/** What the learner gave. It names ids, so that shuffling never changes a score. */
export type Response = ChoiceResponse | FlashcardResponse;

/** Points from 0 to 1. *Invalid* is not *wrong*: nothing was answered yet. */
export type Score = number | 'invalid';
