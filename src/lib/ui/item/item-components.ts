import type { Component } from 'svelte';
import type { Item, Kind } from '$lib/core/item/item';
import type { PublicItem } from '$lib/core/item/public-item';
import type { Response } from '$lib/core/item/response';
import ChoiceItem from './ChoiceItem.svelte';
import ClozeItem from './ClozeItem.svelte';
import FlashcardItem from './FlashcardItem.svelte';
import type { ItemProps } from './item-props';
import MultipleItem from './MultipleItem.svelte';
import NumberItem from './NumberItem.svelte';
import TextItem from './TextItem.svelte';
import TrueFalseItem from './TrueFalseItem.svelte';

type PropsOf<K extends Kind> = ItemProps<
	Extract<PublicItem, { kind: K }>,
	Extract<Item, { kind: K }>,
	Extract<Response, { kind: K }>
>;

/** Total: a kind that is forgotten here does not compile. */
const components: { readonly [K in Kind]: Component<PropsOf<K>> } = {
	choice: ChoiceItem,
	cloze: ClozeItem,
	flashcard: FlashcardItem,
	multiple: MultipleItem,
	number: NumberItem,
	text: TextItem,
	'true-false': TrueFalseItem
};

/** The component of a kind, seen as one that takes any item. */
export const componentOf = (kind: Kind) =>
	components[kind] as unknown as Component<ItemProps<PublicItem, Item, Response>>;
