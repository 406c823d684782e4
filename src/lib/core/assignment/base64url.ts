import type { Bytes } from './bytes';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The value of each letter, by its code; 0 for what is none. */
const VALUES = new Uint8Array(128);
for (const [value, letter] of [...ALPHABET].entries()) VALUES[letter.charCodeAt(0)] = value;

/** Base64url without padding (RFC 4648 §5). */
export function toBase64Url(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 3) {
		const left = Math.min(3, bytes.length - at);
		const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
		for (let part = 0; part <= left; part++) text += ALPHABET[(bits >> (18 - 6 * part)) & 63];
	}
	return text;
}

/**
 * The bytes of letters of the alphabet; what is left of a cut one is passed over.
 *
 * @returns `isExact` says whether these letters are the one way to write the bytes down
 */
export function fromBase64Url(text: string): { readonly bytes: Bytes; readonly isExact: boolean } {
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let [bits, count, at] = [0, 0, 0];
	for (let place = 0; place < text.length; place++) {
		bits = ((bits << 6) | (VALUES[text.charCodeAt(place)] ?? 0)) & 0xffff;
		count += 6;
		if (count < 8) continue;
		count -= 8;
		bytes[at++] = bits >> count;
	}
	// The bits that are left over are zero in the one way to write these bytes.
	return { bytes, isExact: count < 6 && (bits & ((1 << count) - 1)) === 0 };
}
