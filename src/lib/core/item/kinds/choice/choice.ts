import type { ItemBase } from '../../item';

export interface ChoiceOption {
	readonly id: string;
	readonly text: string;
	/** Why a wrong option tempts and why it is wrong; the key has none. */
	readonly why?: string;
}

/** One question with three or four options, one of them right. */
export interface ChoiceItem extends ItemBase {
	readonly kind: 'choice';
	readonly stem: string;
	/** In the author's order; shown shuffled. */
	readonly options: readonly ChoiceOption[];
	/** The id of the right option. */
	readonly key: string;
}

/** What may be shown before the answer: no key, no reasons, options by id. */
export interface PublicChoiceItem {
	readonly kind: 'choice';
	readonly id: string;
	readonly stem: string;
	readonly options: readonly { readonly id: string; readonly text: string }[];
}

/** The option the learner chose, by id and never by position. */
export interface ChoiceResponse {
	readonly kind: 'choice';
	readonly option: string;
}
