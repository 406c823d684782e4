import type { ItemBase } from '../../item';
import type { Option, PublicOption } from '../../options';

/** One question with three or four options, one of them right. */
export interface ChoiceItem extends ItemBase {
	readonly kind: 'choice';
	readonly stem: string;
	/** In the author's order; shown shuffled. */
	readonly options: readonly Option[];
	/** The id of the right option. */
	readonly key: string;
}

/** What may be shown before the answer: no key, no reasons, options by id. */
export interface PublicChoiceItem {
	readonly kind: 'choice';
	readonly id: string;
	readonly stem: string;
	readonly options: readonly PublicOption[];
}

/** The option the learner chose, by id and never by position. */
export interface ChoiceResponse {
	readonly kind: 'choice';
	readonly option: string;
}
