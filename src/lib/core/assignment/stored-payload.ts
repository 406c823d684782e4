import type { DocumentEntry } from '../log/entry';
import type { Bytes } from './bytes';
import { readLink, toBase64Url } from './link';

/** A payload as an entry of the log holds it. */
export const storedPayload = (payload: Uint8Array): string => toBase64Url(payload);

/** The payload of an entry; undefined where it has none that can be read. */
export function payloadOf({ bytes }: DocumentEntry): Bytes | undefined {
	const read = bytes === undefined ? undefined : readLink(bytes);
	return read?.ok ? read.value : undefined;
}
