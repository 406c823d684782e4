import type { Part } from './card-key';
import type { Item, Kind } from './item';
import { scoreChoice } from './kinds/choice/score-choice';
import { scoreFlashcard } from './kinds/flashcard/score-flashcard';
import type { PublicItem } from './public-item';
import type { Response, Score } from './response';

type OfKind<T extends { readonly kind: Kind }, K extends Kind> = Extract<T, { readonly kind: K }>;

/** What every kind must say of itself for it to be studied. */
export interface KindModule<K extends Kind> {
	/** Whether the learner rates the answer; otherwise it is scored. */
	readonly selfRated: boolean;
	/** 0 for kinds that recognise the answer, 1 for kinds that recall it; the former come first. */
	readonly recall: 0 | 1;
	/** Which cards one item has. */
	parts(item: OfKind<Item, K>): readonly Part[];
	/** What may be shown before the answer. */
	publicItem(item: OfKind<Item, K>, part: Part): OfKind<PublicItem, K>;
	score(response: OfKind<Response, K>, item: OfKind<Item, K>): Score;
}

/** Total: a kind that is forgotten here does not compile. */
export const kinds: { readonly [K in Kind]: KindModule<K> } = {
	choice: {
		selfRated: false,
		recall: 0,
		parts: () => [''],
		publicItem: ({ id, stem, options }) => ({
			kind: 'choice',
			id,
			stem,
			options: options
				.map((option) => ({ id: option.id, text: option.text }))
				.sort((a, b) => (a.id < b.id ? -1 : 1))
		}),
		score: scoreChoice
	},
	flashcard: {
		selfRated: true,
		recall: 1,
		parts: (item) => (item.reverse ? ['', 'reverse'] : ['']),
		publicItem: ({ id, front, back }, part) => ({
			kind: 'flashcard',
			id,
			prompt: part === 'reverse' ? back : front
		}),
		score: scoreFlashcard
	}
};

/** The module of an item's own kind, seen as one that takes any item. */
const moduleOf = (kind: Kind) => kinds[kind] as KindModule<Kind>;

export const partsOf = (item: Item): readonly Part[] => moduleOf(item.kind).parts(item);

/** The item without anything that gives its key away. */
export const publicItem = (item: Item, part: Part): PublicItem =>
	moduleOf(item.kind).publicItem(item, part);

/** Points in 0..1, or invalid; a response of another kind is invalid. */
export const scoreResponse = (response: Response, item: Item): Score =>
	response.kind === item.kind ? moduleOf(item.kind).score(response, item) : 'invalid';
