import type { ItemBase } from '../../item';

/** A statement that holds or does not. */
export interface TrueFalseItem extends ItemBase {
	readonly kind: 'true-false';
	readonly stem: string;
	readonly key: boolean;
	/** What tempts to the wrong response, and what is wrong with it. */
	readonly why: string;
}

/** What may be shown before the answer. */
export interface PublicTrueFalseItem {
	readonly kind: 'true-false';
	readonly id: string;
	readonly stem: string;
}

/** Whether the learner takes the statement for true. */
export interface TrueFalseResponse {
	readonly kind: 'true-false';
	readonly answer: boolean;
}
