import { MAX_TIME } from './classify-entry';
import { ENTRY_VERSION, type Entry, type EntryDraft } from './entry';

/** The end of a device's log, as far as giving ids and times needs it. */
export interface Head {
	/** At least 80 random bits, one for each browser and learner. */
	readonly device: string;
	/** How many entries this device has appended. */
	readonly count: number;
	/** Largest logical time of all entries the device holds; 0 when it holds none. */
	readonly t: number;
}

export interface Stamped {
	readonly head: Head;
	readonly entries: readonly Entry[];
}

/**
 * Gives drafts their ids and logical times. The store does it inside the transaction that
 * appends; the page does it as well, so that the next card need not wait for the disk.
 *
 * Law: t is `max(at, t of the head + 1)`, so that every entry sorts after all the device holds.
 * @throws RangeError past `MAX_TIME`, rather than acknowledge an answer that none can read again
 */
export function stampEntries(head: Head, drafts: readonly EntryDraft[]): Stamped {
	let { count, t } = head;
	const entries = drafts.map((draft): Entry => {
		count += 1;
		t = Math.max(draft.at, t + 1);
		if (t > MAX_TIME) throw new RangeError(`no logical time is left after ${t - 1}`);
		return { ...draft, v: ENTRY_VERSION, id: `${head.device}.${count}`, t } as Entry;
	});
	return { head: { device: head.device, count, t }, entries };
}
