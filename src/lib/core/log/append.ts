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

/** What a draft is `for`, when that is a draft of the same act: `@` and its place, from 0. */
const PLACE = /^@(\d{1,9})$/;

/** Names the draft at a place of its own act: an entry is `for` what has no id yet. */
export const atPlace = (place: number): string => `@${place}`;

/** A draft with the id of what it is for; a place at which nothing came before stays as it is. */
function named(draft: EntryDraft, act: readonly Entry[]): EntryDraft {
	const place = 'for' in draft ? PLACE.exec(draft.for ?? '')?.[1] : undefined;
	const id = place === undefined ? undefined : act[Number(place)]?.id;
	return id === undefined ? draft : ({ ...draft, for: id } as EntryDraft);
}

/**
 * Gives drafts their ids and logical times. The store does it inside the transaction that
 * appends; the page does it as well, so that the next card need not wait for the disk.
 *
 * A draft that is `for` another of its act names it by {@link atPlace}. An act is a run of drafts
 * with one batch: several acts may be stamped at once.
 *
 * Law: t is `max(at, t of the head + 1)`, so that every entry sorts after all the device holds.
 * @throws RangeError past `MAX_TIME`, rather than acknowledge an answer that none can read again
 */
export function stampEntries(head: Head, drafts: readonly EntryDraft[]): Stamped {
	let { count, t } = head;
	const entries: Entry[] = [];
	let act: Entry[] = [];
	for (const draft of drafts) {
		count += 1;
		t = Math.max(draft.at, t + 1);
		if (t > MAX_TIME) throw new RangeError(`no logical time is left after ${t - 1}`);
		if (draft.batch !== act.at(-1)?.batch) act = [];
		const stamp = { v: ENTRY_VERSION, id: `${head.device}.${count}`, t };
		const entry = { ...named(draft, act), ...stamp } as Entry;
		act.push(entry);
		entries.push(entry);
	}
	return { head: { device: head.device, count, t }, entries };
}
