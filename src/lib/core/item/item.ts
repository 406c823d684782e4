import type { ChoiceItem } from './kinds/choice/choice';
import type { ClozeItem } from './kinds/cloze/cloze';
import type { FlashcardItem } from './kinds/flashcard/flashcard';
import type { MatchItem } from './kinds/match/match';
import type { MultipleItem } from './kinds/multiple/multiple';
import type { NumberItem } from './kinds/number/number';
import type { OrderItem } from './kinds/order/order';
import type { TextItem } from './kinds/text/text';
import type { TrueFalseItem } from './kinds/true-false/true-false';

/** What an item tests: a fact, who said something, an opinion, or a forecast of its article. */
export type Claim = 'fact' | 'quote' | 'opinion' | 'forecast';

export type Difficulty = 'easy' | 'medium' | 'hard';

/** Where a key is supported: an article, its paragraph (from 1), and words that stand there. */
export interface Evidence {
	readonly source: string;
	readonly paragraph: number;
	readonly terms: readonly string[];
}

/** What every kind of item has. Ids are for ever; texts may be edited. */
export interface ItemBase {
	readonly id: string;
	readonly explanation: string;
	/** Knowledge from outside the articles: shown with that label, never a key. */
	readonly background?: string;
	readonly evidence: readonly Evidence[];
	readonly claim: Claim;
	readonly difficulty: Difficulty;
	/** Items on the same fact share a group: one a study day, never two in one quiz. */
	readonly fact?: string;
	/** Items of the same bank that give this one away. */
	readonly excludes: readonly string[];
	/** The inference, when the key does not stand literally in the evidence. */
	readonly derived?: string;
}

/** One authored question with its key. */
export type Item =
	| ChoiceItem
	| ClozeItem
	| FlashcardItem
	| MatchItem
	| MultipleItem
	| NumberItem
	| OrderItem
	| TextItem
	| TrueFalseItem;

/** The word for a kind, the same in every room. */
export type Kind = Item['kind'];

/** An id of an item, option or group: the author's, for ever. */
export const ID_PATTERN = /^[a-z0-9-]{1,64}$/;
