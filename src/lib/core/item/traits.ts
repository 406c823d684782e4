import type { Kind } from './item';

/** What the plan of a day must know of a kind. Apart from `kinds`: Today scores nothing. */
interface Traits {
	/** Whether the learner rates the answer; otherwise it is scored. */
	readonly selfRated: boolean;
	/** 0 for kinds that recognise the answer, 1 for kinds that recall it; the former come first. */
	readonly recall: 0 | 1;
}

/** Total: a kind that is forgotten here does not compile. */
export const traits: { readonly [K in Kind]: Traits } = {
	choice: { selfRated: false, recall: 0 },
	cloze: { selfRated: false, recall: 1 },
	flashcard: { selfRated: true, recall: 1 },
	match: { selfRated: false, recall: 0 },
	multiple: { selfRated: false, recall: 0 },
	number: { selfRated: false, recall: 1 },
	order: { selfRated: false, recall: 0 },
	text: { selfRated: false, recall: 1 },
	'true-false': { selfRated: false, recall: 0 }
};
