import type { ItemBase } from '../../item';

export interface Step {
	readonly id: string;
	readonly text: string;
}

/** Steps to be put in order. */
export interface OrderItem extends ItemBase {
	readonly kind: 'order';
	readonly stem: string;
	/** In the right order, which is the key; shown shuffled. */
	readonly steps: readonly Step[];
}

/** What may be shown before the answer. */
export interface PublicOrderItem {
	readonly kind: 'order';
	readonly id: string;
	readonly stem: string;
	/** As they are shown first: never in the right order. */
	readonly steps: readonly Step[];
}

/** All steps by id, in the order the learner put them. */
export interface OrderResponse {
	readonly kind: 'order';
	readonly steps: readonly string[];
}

/** Which steps follow, in one order, the very step that they follow in the key; by id. */
export function followers(order: readonly string[], key: readonly string[]): ReadonlySet<string> {
	const before = new Map(key.slice(1).map((id, at) => [id, key[at]]));
	return new Set(order.slice(1).filter((id, at) => before.get(id) === order[at]));
}
