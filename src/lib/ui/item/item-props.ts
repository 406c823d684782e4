import type { Item, Kind } from '$lib/core/item/item';
import type { PublicItem } from '$lib/core/item/public-item';
import type { Remark } from '$lib/core/item/remark';
import type { Response } from '$lib/core/item/response';

/** What a component of one kind is given. The key comes with the solution, not before. */
export interface ItemProps<Q extends PublicItem, I extends Item, R extends Response> {
	question: Q;
	/** There once the answer may be seen. */
	solution: I | undefined;
	/** What the learner gave, once it was given. */
	response: R | undefined;
	/** What there is to say of what was given, taken or not. */
	remark: Remark | undefined;
	/** Language of the item's texts. */
	lang: string;
	/** Seeds what is shuffled. */
	seed: string;
	onrespond: (response: R) => void;
	/** Asks for the solution without answering. */
	onreveal: () => void;
}

export type PropsOf<K extends Kind> = ItemProps<
	Extract<PublicItem, { kind: K }>,
	Extract<Item, { kind: K }>,
	Extract<Response, { kind: K }>
>;
