/** What a format reads from a text, and what becomes of it. `src/lib/formats/` has the formats. */

/** A question as it was pasted, in the notation of `questions/README.md`, without ids. */
export type PastedItem =
	| {
			readonly kind: 'choice';
			readonly stem: string;
			readonly options: readonly { readonly text: string; readonly key?: true }[];
	  }
	| { readonly kind: 'flashcard'; readonly front: string; readonly back: string }
	| { readonly kind: 'text'; readonly stem: string; readonly key: string };

/** Why a block could not be read. Each has a sentence, and one that says what would mend it. */
export type PasteFault =
	| 'no-stem'
	| 'no-options'
	| 'one-option'
	| 'no-answer'
	| 'answer-unknown'
	| 'option-twice'
	| 'options-alike'
	| 'option-empty'
	| 'too-many-options'
	| 'too-long'
	| 'one-column'
	| 'empty-cell'
	| 'open-quote'
	| 'answer-long'
	| 'answer-signs'
	| 'other';

/** What is wrong, and with which of its words, if they help. */
export interface PasteProblem {
	readonly what: PasteFault;
	readonly of?: string;
}

/** Lines of a text, from 1, both inclusive. */
export interface Lines {
	readonly fromLine: number;
	readonly toLine: number;
}

/** Lines that are one question, or name columns, or cannot be read. */
export type ReadBlock = Lines &
	({ readonly item: PastedItem } | { readonly problem: PasteProblem } | { readonly header: true });

/** How two columns are asked: as a card to be turned, or by typing the term for its meaning. */
export type AskAs = 'cards' | 'typed';

/** Most questions that are kept at once. */
export const MAX_PASTED_ITEMS = 200;
/** Most blocks that are shown: a text that is nothing of the sort is not worth more. */
export const MAX_PASTED_BLOCKS = 400;
/** Longest text that is looked at, in UTF-16 code units. */
export const MAX_PASTED_LENGTH = 2_000_000;
/** Most options of a question. */
export const MAX_PASTED_OPTIONS = 64;
