import { noteOf, recordOf, type Fold } from '../log/fold';

/** An item, and what can be done with it besides answering. */
export interface Controllable {
	/** `bank/item` */
	readonly item: string;
	/** All its cards: what is done to it is done to them together. */
	readonly cards: readonly string[];
	/** All of its cards are. */
	readonly suspended: boolean;
	/** Put off today. */
	readonly buried: boolean;
	/** Nothing was learnt of it, so that there is nothing to forget. */
	readonly isNew: boolean;
	/** 0 is none. */
	readonly flag: number;
	/** Empty when there is none. */
	readonly note: string;
}

/** @param day the study day it is */
export function controllableOf(
	fold: Fold,
	item: string,
	cards: readonly string[],
	day: number
): Controllable {
	const records = cards.map((card) => recordOf(fold, card));
	return {
		item,
		cards,
		suspended: records.every(({ suspended }) => suspended),
		buried: records.every(({ buriedOn }) => buriedOn === day),
		isNew: records.every(({ state }) => state === undefined),
		flag: records.find(({ flag }) => flag > 0)?.flag ?? 0,
		note: noteOf(fold, item) ?? ''
	};
}
