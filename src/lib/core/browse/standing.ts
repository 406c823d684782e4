import type { CardRecord } from '../log/fold-card';

/** Where a card stands on a study day. */
export type Standing = 'due' | 'learning' | 'new' | 'later' | 'buried' | 'suspended';

/** The most urgent first: of several cards the first one speaks for their item. */
const URGENCY: readonly Standing[] = ['due', 'learning', 'new', 'later', 'buried', 'suspended'];

/** @param day the study day it is */
export function standingOf({ state, suspended, buriedOn }: CardRecord, day: number): Standing {
	if (suspended) return 'suspended';
	if (buriedOn === day) return 'buried';
	if (!state) return 'new';
	if ('at' in state.due) return 'learning';
	return state.due.day <= day ? 'due' : 'later';
}

/** What is to be said of an item in a list. */
export interface ItemStanding {
	readonly standing: Standing;
	/** The card that speaks for the item. */
	readonly record: CardRecord;
	/** 0 is none. */
	readonly flag: number;
	readonly missed: boolean;
	readonly noted: boolean;
}

/**
 * Where an item stands, by the most urgent of its cards.
 *
 * @param records of all its cards, one at least
 * @param noted whether the learner has a note on it
 * @throws RangeError without a record
 */
export function itemStanding(
	records: readonly CardRecord[],
	day: number,
	noted: boolean
): ItemStanding {
	const standings = records.map((record) => ({ record, standing: standingOf(record, day) }));
	const [first] = standings.sort(
		(a, b) => URGENCY.indexOf(a.standing) - URGENCY.indexOf(b.standing)
	);
	if (!first) throw new RangeError('an item has a card at least');
	return {
		...first,
		flag: records.find(({ flag }) => flag > 0)?.flag ?? 0,
		missed: records.some(({ missed }) => missed !== undefined),
		noted
	};
}
