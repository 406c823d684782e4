import { ok, type Result } from '../result';
import { concat, type Bytes } from './bytes';
import { MAX_BACKUP, MAX_FILE } from './caps';
import { faulty, type Fault } from './fault';

/** What travels. Their numbers on the wire are their places here, from 1; they are for ever. */
export const DOCUMENT_KINDS = [
	'class',
	'assignment',
	'sheet',
	'answers',
	'practice',
	'backup',
	'items'
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The one version there is. It names the suite; nothing is negotiated. */
export const VERSION = 1;

/** A payload taken apart: its first byte and what follows its length. */
export interface Frame {
	readonly kind: DocumentKind;
	/** Whether the content was deflated. */
	readonly isDeflated: boolean;
	readonly content: Bytes;
}

const DEFLATED = 0x08;
const VERSIONS = 0x07;

/** No document is so short: a signature alone is longer. What is, and does not fit, is not ours. */
const LEAST = 64;

/** The first byte: 0, three bits of kind, one for deflated, three of version. */
export const firstByte = (kind: DocumentKind, isDeflated = false): number =>
	((DOCUMENT_KINDS.indexOf(kind) + 1) << 4) | (isDeflated ? DEFLATED : 0) | VERSION;

/** A length in groups of seven bits, the lowest first; all but the last have their top bit set. */
function lengthBytes(length: number): Bytes {
	const groups: number[] = [];
	let rest = length;
	for (; rest > 0x7f; rest >>>= 7) groups.push((rest & 0x7f) | 0x80);
	return Uint8Array.of(...groups, rest);
}

export const writeFrame = ({ kind, isDeflated, content }: Frame): Bytes =>
	concat(Uint8Array.of(firstByte(kind, isDeflated)), lengthBytes(content.length), content);

/** Where the payload ends by its own account; undefined where that is not said (yet). */
export function frameEnd(start: Uint8Array): number | undefined {
	let length = 0;
	// A teacher's file alone may need a fourth group.
	const groups = kindOf(start) === 'backup' ? 4 : 3;
	for (let at = 1; at <= groups; at++) {
		const byte = start[at];
		if (byte === undefined) return undefined;
		length |= (byte & 0x7f) << (7 * (at - 1));
		// A last group of zero would be a second way to write the same length.
		if (byte < 0x80) return byte === 0 && at > 1 ? undefined : at + 1 + length;
	}
	return undefined;
}

/** Which kind a payload says it is, whatever its version; undefined if it is none of ours. */
export function kindOf(payload: Uint8Array): DocumentKind | undefined {
	const first = payload[0] ?? 0;
	return first & 0x80 || (first & VERSIONS) === 0 ? undefined : DOCUMENT_KINDS[(first >> 4) - 1];
}

/** Takes a payload apart: `foreign`, `too-new`, `other-kind`, `too-large`, `cut` or `altered`. */
export function readFrame(payload: Uint8Array, wanted: DocumentKind): Result<Frame, Fault> {
	const first = payload[0] ?? 0;
	const end = frameEnd(payload);
	const isWhole = end === payload.length;
	const version = first & VERSIONS;
	if (first & 0x80 || first >> 4 === 0 || version === 0) return faulty('foreign');
	const found = kindOf(payload);
	// Words after a “#” can look like a version that is not there yet, but not like their length too.
	if (version !== VERSION || !found) {
		return faulty(isWhole && payload.length >= LEAST ? 'too-new' : 'foreign');
	}
	if (payload.length > (found === 'backup' ? MAX_BACKUP : MAX_FILE)) return faulty('too-large');
	if (found !== wanted) {
		// Letters can look like a first byte too.
		const couldBe = end !== undefined && payload.length >= LEAST && payload.length <= end;
		return couldBe ? { ok: false, error: { is: 'other-kind', found } } : faulty('foreign');
	}
	if (!isWhole) return faulty(end === undefined ? lengthFault(payload) : endFault(payload, end));
	const content = concat(payload.subarray(frameStart(payload)));
	return ok({ kind: found, isDeflated: (first & DEFLATED) !== 0, content });
}

const lengthFault = ({ length }: Uint8Array) => (length < 4 ? 'cut' : 'altered');

const endFault = ({ length }: Uint8Array, end: number) => (length < end ? 'cut' : 'altered');

/** Where the content begins, after the last group of the length. */
const frameStart = (payload: Uint8Array) =>
	payload.findIndex((byte, at) => at > 0 && byte < 0x80) + 1;
