import type { Envelope } from './entry';

/** An entry's id in its two parts. */
export interface EntryId {
	readonly device: string;
	/** Counts from 1 without gaps on each device. */
	readonly seq: number;
}

/** @throws RangeError when the text is not `<device>.<seq>` */
export function parseEntryId(id: string): EntryId {
	const dot = id.lastIndexOf('.');
	const seq = Number(id.slice(dot + 1));
	if (dot < 1 || !Number.isSafeInteger(seq)) throw new RangeError(`not an entry id: ${id}`);
	return { device: id.slice(0, dot), seq };
}

type Ordered = Pick<Envelope, 'id' | 't'>;

/**
 * The order of the log: logical time, then device, then sequence. What a device appends sorts
 * last of all it holds, and what an entry had seen sorts before it in every union.
 */
export function compareEntries(a: Ordered, b: Ordered): number {
	if (a.t !== b.t) return a.t - b.t;
	if (a.id === b.id) return 0;
	const [left, right] = [parseEntryId(a.id), parseEntryId(b.id)];
	if (left.device !== right.device) return left.device < right.device ? -1 : 1;
	return left.seq - right.seq;
}
