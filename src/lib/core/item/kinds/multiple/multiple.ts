import type { ItemBase } from '../../item';
import type { Option, PublicOption } from '../../options';

/** One question with several right options; its stem says how many. */
export interface MultipleItem extends ItemBase {
	readonly kind: 'multiple';
	readonly stem: string;
	/** In the author's order; shown shuffled. */
	readonly options: readonly Option[];
	/** The ids of the right options. */
	readonly keys: readonly string[];
}

/** What may be shown before the answer: how many are right, and not which. */
export interface PublicMultipleItem {
	readonly kind: 'multiple';
	readonly id: string;
	readonly stem: string;
	readonly options: readonly PublicOption[];
	/** How many options are to be chosen. */
	readonly count: number;
}

/** The options the learner chose, by id, in no order. */
export interface MultipleResponse {
	readonly kind: 'multiple';
	readonly options: readonly string[];
}
