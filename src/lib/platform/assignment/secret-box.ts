import { ascii, type Bytes } from '$lib/core/assignment/bytes';
import type { SecretBox } from '$lib/core/assignment/crypto-port';
import { hkdf } from './hkdf';

const USUAL_STRENGTH = 128;
const NONCE_LENGTH = 12;

/** Key and nonce both come of the secret: it encrypts one message, once. */
async function cipher({ secret, salt, use, aad, strength = USUAL_STRENGTH }: SecretBox) {
	const length = strength / 8;
	const derived = await hkdf(secret, salt, ascii(use), length + NONCE_LENGTH);
	const raw = derived.slice(0, length);
	const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
	return { key, how: { name: 'AES-GCM', iv: derived.slice(length), additionalData: aad } };
}

/** AES-GCM under HKDF of a secret. */
export async function encrypt(plain: Bytes, box: SecretBox): Promise<Bytes> {
	const { key, how } = await cipher(box);
	return new Uint8Array(await crypto.subtle.encrypt(how, key, plain));
}

export async function decrypt(encrypted: Bytes, box: SecretBox): Promise<Bytes | undefined> {
	const { key, how } = await cipher(box);
	try {
		return new Uint8Array(await crypto.subtle.decrypt(how, key, encrypted));
	} catch {
		return undefined;
	}
}
