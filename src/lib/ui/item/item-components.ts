import type { Component } from 'svelte';
import type { Item, Kind } from '$lib/core/item/item';
import type { PublicItem } from '$lib/core/item/public-item';
import type { Response } from '$lib/core/item/response';
import ChoiceItem from './ChoiceItem.svelte';
import FlashcardItem from './FlashcardItem.svelte';
import type { ItemProps, PropsOf } from './item-props';
import TrueFalseItem from './TrueFalseItem.svelte';

/** A component of one kind, seen as one that takes any item. */
type AnyComponent = Component<ItemProps<PublicItem, Item, Response>>;

/** What a first session begins with comes along with its page. */
const early: { readonly [K in 'choice' | 'flashcard' | 'true-false']: Component<PropsOf<K>> } = {
	choice: ChoiceItem,
	flashcard: FlashcardItem,
	'true-false': TrueFalseItem
};

/** The others come when one is asked. Total: a kind that is forgotten here does not compile. */
const late: {
	readonly [K in Exclude<Kind, keyof typeof early>]: () => Promise<{
		readonly default: Component<PropsOf<K>>;
	}>;
} = {
	cloze: () => import('./ClozeItem.svelte'),
	multiple: () => import('./MultipleItem.svelte'),
	match: () => import('./MatchItem.svelte'),
	number: () => import('./NumberItem.svelte'),
	order: () => import('./OrderItem.svelte'),
	text: () => import('./TextItem.svelte')
};

const ready = new Map(Object.entries(early) as unknown as readonly [Kind, AnyComponent][]);

/** The component of a kind, at once where it is there. */
export function componentOf(kind: Kind): AnyComponent | Promise<AnyComponent> {
	const here = ready.get(kind);
	if (here) return here;
	return late[kind as keyof typeof late]().then((module) => {
		const component = module.default as unknown as AnyComponent;
		ready.set(kind, component);
		return component;
	});
}
