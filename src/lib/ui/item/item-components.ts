import type { Component } from 'svelte';
import type { Item, Kind } from '$lib/core/item/item';
import type { PublicItem } from '$lib/core/item/public-item';
import type { Response } from '$lib/core/item/response';
import ChoiceItem from './ChoiceItem.svelte';
import ClozeItem from './ClozeItem.svelte';
import FlashcardItem from './FlashcardItem.svelte';
import type { ItemProps, PropsOf } from './item-props';
import NumberItem from './NumberItem.svelte';
import RareItem from './RareItem.svelte';
import type { RareKind } from './rare-components';
import TextItem from './TextItem.svelte';
import TrueFalseItem from './TrueFalseItem.svelte';

/** Total with the rare ones: a kind that is forgotten does not compile. */
const components: { readonly [K in Exclude<Kind, RareKind>]: Component<PropsOf<K>> } = {
	choice: ChoiceItem,
	cloze: ClozeItem,
	flashcard: FlashcardItem,
	number: NumberItem,
	text: TextItem,
	'true-false': TrueFalseItem
};

/** The component of a kind, seen as one that takes any item. */
export const componentOf = (kind: Kind) => {
	const own: unknown = kind in components ? components[kind as keyof typeof components] : RareItem;
	return own as Component<ItemProps<PublicItem, Item, Response>>;
};
