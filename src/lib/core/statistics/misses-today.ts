import type { Card } from '../bank/bank';
import { recordOf, type Fold } from '../log/fold';
import { readsAsPractice, type CardRecord } from '../log/fold-card';

/** Items that were missed. */
export interface MissesToday {
	readonly all: number;
	/** Those for which being right today counts. */
	readonly ready: number;
}

/** Whether a right answer today is one on a later study day than the miss, and a new one. */
const isReady = ({ missed, state, buriedOn }: CardRecord, day: number): boolean =>
	missed !== undefined &&
	missed.lastDay < day &&
	(missed.rightDay ?? -Infinity) < day &&
	buriedOn !== day &&
	!readsAsPractice(state, day);

/** Counts the items in the notebook, and those that can be worked off today. */
export function missesToday(cards: readonly Card[], fold: Fold, day: number): MissesToday {
	const missed = cards.filter(({ key }) => {
		const record = recordOf(fold, key);
		return record.missed !== undefined && !record.suspended;
	});
	const ready = missed.filter(({ key }) => isReady(recordOf(fold, key), day));
	const items = (all: readonly Card[]) => new Set(all.map(({ item }) => item)).size;
	return { all: items(missed), ready: items(ready) };
}
