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
	/** The right answer in words. */
	keyText(item: OfKind<Item, K>): string;
	/** Why a wrong response tempts and is wrong, where the author said so. */
	whyNot(response: OfKind<Response, K>, item: OfKind<Item, K>): WhyNot | undefined;
}

/** What was answered, in words, and the author's word on it. */
export interface WhyNot {
	readonly answer: string;
	readonly why: string;
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
		score: scoreChoice,
		keyText: (item) => item.options.find(({ id }) => id === item.key)?.text ?? '',
		whyNot: (response, item) => {
			const { text, why } = item.options.find(({ id }) => id === response.option) ?? {};
			return text === undefined || why === undefined ? undefined : { answer: text, why };
		}
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
		score: scoreFlashcard,
		keyText: (item) => item.back,
		whyNot: () => undefined
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

/** The right answer of an item in words. */
export const keyText = (item: Item): string => moduleOf(item.kind).keyText(item);

/** Why a wrong response tempts and is wrong; undefined for a right one. */
export const whyNot = (response: Response, item: Item): WhyNot | undefined =>
	response.kind === item.kind ? moduleOf(item.kind).whyNot(response, item) : undefined;
