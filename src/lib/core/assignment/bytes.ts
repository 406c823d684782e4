/** Bytes with a buffer of their own, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes of a text that has ASCII only. */
export const ascii = (text: string): Bytes =>
	Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** All of them, one after another. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** Whether two have the same bytes. Not for secrets: it stops at the first that differs. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
	one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Lower-case hexadecimal digits, for names in maps; people are shown words. */
export const hex = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of {@link hex}. */
export const bytesOfHex = (digits: string): Bytes =>
	Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
		Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16)
	);

/** How many bytes UTF-8 takes for a text. */
export function utf8Length(text: string): number {
	let length = 0;
	for (const letter of text) {
		const point = letter.codePointAt(0) ?? 0;
		length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
	}
	return length;
}

/** Bytes with an end mark (0x80) and as many zeros as make a multiple of `block` (ISO/IEC 7816-4). */
export function padded(bytes: Uint8Array, block: number): Bytes {
	const whole = new Uint8Array(Math.ceil((bytes.length + 1) / block) * block);
	whole.set(bytes);
	whole[bytes.length] = 0x80;
	return whole;
}

/** What was padded; undefined where it was not padded exactly so. */
export function unpadded(bytes: Uint8Array, block: number): Bytes | undefined {
	const end = bytes.findLastIndex((byte) => byte !== 0);
	if (end < 0 || bytes[end] !== 0x80 || bytes.length !== Math.ceil((end + 1) / block) * block) {
		return undefined;
	}
	return bytes.slice(0, end) as Bytes;
}
