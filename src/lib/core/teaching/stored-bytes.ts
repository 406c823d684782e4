import type { Bytes } from '../assignment/bytes';
import { toBase64Url } from '../assignment/link';

const LETTERS = /^[\w-]*$/;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** Bytes as a log holds them, of any length: base64url without padding. */
export const storedBytes = (bytes: Uint8Array): string => toBase64Url(bytes);

/** What {@link storedBytes} wrote; undefined where it cannot have written that. */
export function bytesIn(text: unknown): Bytes | undefined {
	if (typeof text !== 'string' || !LETTERS.test(text) || text.length % 4 === 1) return undefined;
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let [bits, count, at] = [0, 0, 0];
	for (const letter of text) {
		bits = ((bits << 6) | (VALUES.get(letter) ?? 0)) & 0xffff;
		count += 6;
		if (count < 8) continue;
		count -= 8;
		bytes[at++] = bits >> count;
	}
	return bytes;
}
