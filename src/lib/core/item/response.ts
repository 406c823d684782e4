import type { ChoiceResponse } from './kinds/choice/choice';
import type { ClozeResponse } from './kinds/cloze/cloze';
import type { FlashcardResponse } from './kinds/flashcard/flashcard';
import type { MatchResponse } from './kinds/match/match';
import type { MultipleResponse } from './kinds/multiple/multiple';
import type { NumberResponse } from './kinds/number/number';
import type { OrderResponse } from './kinds/order/order';
import type { TextResponse } from './kinds/text/text';
import type { TrueFalseResponse } from './kinds/true-false/true-false';

/** What the learner gave. It names ids, so that shuffling never changes a score. */
export type Response =
	| ChoiceResponse
	| ClozeResponse
	| FlashcardResponse
	| MatchResponse
	| MultipleResponse
	| NumberResponse
	| OrderResponse
	| TextResponse
	| TrueFalseResponse;

/** Points from 0 to 1. *Invalid* is not *wrong*: nothing was answered yet. */
export type Score = number | 'invalid';
