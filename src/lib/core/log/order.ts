import { canonicalJson } from '../canonical';
import type { Envelope } from './entry';
import { describeValue, isJson } from './json-value';

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
 * last of all it holds, and what an entry had seen sorts before it in every union. Two entries
 * under one id, as a copied browser profile makes them, stand in the order of their canonical form.
 */
export function compareEntries(a: Ordered, b: Ordered): number {
	if (a.t !== b.t) return a.t - b.t;
	if (a === b) return 0;
	if (a.id === b.id) return compareContent(a, b);
	const [left, right] = [parseEntryId(a.id), parseEntryId(b.id)];
	if (left.device !== right.device) return left.device < right.device ? -1 : 1;
	return left.seq - right.seq;
}

function compareContent(a: Ordered, b: Ordered): number {
	const [left, right] = [contentOf(a), contentOf(b)];
	return left === right ? 0 : left < right ? -1 : 1;
}

/** What a value says, by which two under one id are told apart; total, unlike canonical JSON. */
export const contentOf = (value: unknown): string =>
	isJson(value) ? canonicalJson(value) : `not JSON: ${describeValue(value)}`;
