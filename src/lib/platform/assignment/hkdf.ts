import { ascii, concat, type Bytes } from '$lib/core/assignment/bytes';

const HASH_LENGTH = 32;

/** HKDF with SHA-256 (RFC 5869): `length` bytes. */
export async function hkdf(
	secret: Bytes,
	salt: Bytes,
	info: Bytes,
	length: number
): Promise<Bytes> {
	const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
	const how = { name: 'HKDF', hash: 'SHA-256', salt, info };
	return new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * length));
}

async function hmac(key: Bytes, message: Bytes): Promise<Bytes> {
	const how = { name: 'HMAC', hash: 'SHA-256' };
	const imported = await crypto.subtle.importKey('raw', key, how, false, ['sign']);
	return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

/** `HPKE-v1` and the suite of the key encapsulation: DHKEM(P-256, HKDF-SHA256). */
const SUITE = concat(ascii('HPKE-v1KEM'), Uint8Array.of(0, 0x10));

/** LabeledExtract with no salt (RFC 9180 §4); engines refuse an empty key, which zeros stand for. */
export const labeledExtract = (label: string, secret: Bytes): Promise<Bytes> =>
	hmac(new Uint8Array(HASH_LENGTH), concat(SUITE, ascii(label), secret));

/** LabeledExpand to 32 bytes, which is one block (RFC 9180 §4, RFC 5869 §2.3). */
export function labeledExpand(key: Bytes, label: string, info: Bytes): Promise<Bytes> {
	const length = Uint8Array.of(0, HASH_LENGTH);
	return hmac(key, concat(length, SUITE, ascii(label), info, Uint8Array.of(1)));
}
