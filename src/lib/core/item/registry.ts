import type { Part } from './card-key';
import type { Item, Kind } from './item';
import { scoreChoice } from './kinds/choice/score-choice';
import { gapOf, stemFor } from './kinds/cloze/cloze';
import { clozeRemark, scoreCloze } from './kinds/cloze/score-cloze';
import { scoreFlashcard } from './kinds/flashcard/score-flashcard';
import { matchKeyText, matchRemark, publicMatch, scoreMatch } from './kinds/match/score-match';
import { multipleRemark, scoreMultiple } from './kinds/multiple/score-multiple';
import { numberRemark, scoreNumber } from './kinds/number/score-number';
import { orderKeyText, publicOrder, scoreOrder } from './kinds/order/score-order';
import { scoreText, textRemark } from './kinds/text/score-text';
import { scoreTrueFalse } from './kinds/true-false/score-true-false';
import { publicOptions } from './options';
import type { PublicItem } from './public-item';
import type { Remark } from './remark';
import type { Response, Score } from './response';

type OfKind<T extends { readonly kind: Kind }, K extends Kind> = Extract<T, { readonly kind: K }>;

/** What every kind must say of itself for it to be studied. */
export interface KindModule<K extends Kind> {
	/** Which cards one item has. */
	parts(item: OfKind<Item, K>): readonly Part[];
	/** What may be shown before the answer; the seed says how, where that hangs on the key. */
	publicItem(item: OfKind<Item, K>, part: Part, seed?: string): OfKind<PublicItem, K>;
	score(response: OfKind<Response, K>, item: OfKind<Item, K>): Score;
	/** The right answer of a card in words; true or false is for the page to name. */
	keyText(item: OfKind<Item, K>, part: Part): string | boolean;
	/** What there is to say of a response beside its score. */
	remark(response: OfKind<Response, K>, item: OfKind<Item, K>): Remark | undefined;
}

/** Total: a kind that is forgotten here does not compile. */
export const kinds: { readonly [K in Kind]: KindModule<K> } = {
	choice: {
		parts: () => [''],
		publicItem: ({ id, stem, options }) => ({
			kind: 'choice',
			id,
			stem,
			options: publicOptions(options)
		}),
		score: scoreChoice,
		keyText: (item) => item.options.find(({ id }) => id === item.key)?.text ?? '',
		remark: (response, item) => {
			const { text, why } = item.options.find(({ id }) => id === response.option) ?? {};
			if (text === undefined || why === undefined) return undefined;
			return { is: 'why-not', answer: text, why };
		}
	},
	cloze: {
		parts: ({ gaps }) => gaps.map(({ id }) => id),
		publicItem: (item, part) => {
			const gap = gapOf(item, part).id;
			return { kind: 'cloze', id: item.id, stem: stemFor(item, gap), gap };
		},
		score: scoreCloze,
		keyText: (item, part) => gapOf(item, part).key,
		remark: clozeRemark
	},
	flashcard: {
		parts: (item) => (item.reverse ? ['', 'reverse'] : ['']),
		publicItem: ({ id, front, back }, part) => ({
			kind: 'flashcard',
			id,
			prompt: part === 'reverse' ? back : front
		}),
		score: scoreFlashcard,
		keyText: ({ front, back }, part) => (part === 'reverse' ? front : back),
		remark: () => undefined
	},
	match: {
		parts: () => [''],
		publicItem: publicMatch,
		score: scoreMatch,
		keyText: matchKeyText,
		remark: matchRemark
	},
	multiple: {
		parts: () => [''],
		publicItem: ({ id, stem, options, keys }) => ({
			kind: 'multiple',
			id,
			stem,
			options: publicOptions(options),
			count: keys.length
		}),
		score: scoreMultiple,
		keyText: ({ options, keys }) =>
			options.flatMap(({ id, text }) => (keys.includes(id) ? [text] : [])).join(', '),
		remark: multipleRemark
	},
	number: {
		parts: () => [''],
		publicItem: ({ id, stem, unit }) => ({
			kind: 'number',
			id,
			stem,
			...(unit === undefined ? {} : { unit })
		}),
		score: scoreNumber,
		keyText: ({ key, unit }) => (unit === undefined ? String(key) : `${key} ${unit}`),
		remark: numberRemark
	},
	order: {
		parts: () => [''],
		publicItem: (item, _, seed) => publicOrder(item, seed),
		score: scoreOrder,
		keyText: orderKeyText,
		remark: () => undefined
	},
	text: {
		parts: () => [''],
		publicItem: ({ id, stem }) => ({ kind: 'text', id, stem }),
		score: scoreText,
		keyText: (item) => item.key,
		remark: textRemark
	},
	'true-false': {
		parts: () => [''],
		publicItem: ({ id, stem }) => ({ kind: 'true-false', id, stem }),
		score: scoreTrueFalse,
		keyText: (item) => item.key,
		remark: ({ answer }, item) =>
			answer === item.key ? undefined : { is: 'why-not', answer, why: item.why }
	}
};

/** The module of an item's own kind, seen as one that takes any item. */
const moduleOf = (kind: Kind) => kinds[kind] as KindModule<Kind>;

export const partsOf = (item: Item): readonly Part[] => moduleOf(item.kind).parts(item);

/**
 * The item without anything that gives its key away.
 *
 * @param seed of the steps of an order, which are not to be shown as they belong; by id without one
 */
export const publicItem = (item: Item, part: Part, seed?: string): PublicItem =>
	moduleOf(item.kind).publicItem(item, part, seed);

/** Points in 0..1, or invalid; a response of another kind is invalid. */
export const scoreResponse = (response: Response, item: Item): Score =>
	response.kind === item.kind ? moduleOf(item.kind).score(response, item) : 'invalid';

/** The right answer of a card in words; true or false is for the page to name. */
export const keyText = (item: Item, part: Part): string | boolean =>
	moduleOf(item.kind).keyText(item, part);

/** What there is to say of a response beside its score; of another kind's there is nothing. */
export const remarkOn = (response: Response, item: Item): Remark | undefined =>
	response.kind === item.kind ? moduleOf(item.kind).remark(response, item) : undefined;
