import type { Component } from 'svelte';
import type { PropsOf } from './item-props';

/** Kinds that are not asked often enough for their components to come with Study. */
export type RareKind = 'match' | 'order';

/** What brings the component of each. */
export const rareComponents: {
	readonly [K in RareKind]: () => Promise<{ readonly default: Component<PropsOf<K>> }>;
} = {
	match: () => import('./MatchItem.svelte'),
	order: () => import('./OrderItem.svelte')
};
