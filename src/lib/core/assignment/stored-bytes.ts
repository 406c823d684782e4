import type { DocumentEntry } from '../log/entry';
import { fromBase64Url, toBase64Url } from './base64url';
import type { Bytes } from './bytes';

const LETTERS = /^[\w-]*$/;

/** Bytes as a log holds them, of any length: base64url without padding. */
export const storedBytes = (bytes: Uint8Array): string => toBase64Url(bytes);

/** What {@link storedBytes} wrote; undefined where it cannot have written that. */
export function bytesIn(text: unknown): Bytes | undefined {
	if (typeof text !== 'string' || !LETTERS.test(text)) return undefined;
	const { bytes, isExact } = fromBase64Url(text);
	return isExact ? bytes : undefined;
}

/** The payload of an entry; undefined where it has none that can be read. */
export const payloadOf = ({ bytes }: Pick<DocumentEntry, 'bytes'>): Bytes | undefined => {
	const read = bytesIn(bytes);
	return read && read.length > 0 ? read : undefined;
};
