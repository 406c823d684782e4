import { ascii, type Bytes } from '$lib/core/assignment/bytes';
import type { Opener, Signer } from '$lib/core/assignment/crypto-port';
import { deriveKeyPair, importKeyPair } from './derive-key';
import { hkdf } from './hkdf';
import { openerOf } from './hpke';
import { compress, decompress } from './p256';

const SEED_LENGTH = 32;
const ECDSA = { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' } as const;

/** A teacher's seed, from which all of their keys come: the whole of their key back-up. */
export const makeSeed = (): Bytes => crypto.getRandomValues(new Uint8Array(SEED_LENGTH));

const secretFor = (seed: Bytes, salt: Bytes, use: string) =>
	hkdf(seed, salt, ascii(use), SEED_LENGTH);

/** Signs with a pair of keys that WebCrypto made or took. */
export async function signerOf({ privateKey, publicKey }: CryptoKeyPair): Promise<Signer> {
	const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
	return {
		publicKey: compress(raw),
		sign: async (message) => new Uint8Array(await crypto.subtle.sign(ECDSA, privateKey, message))
	};
}

/** The key that a teacher is known by. */
export async function teacherSigner(seed: Bytes): Promise<Signer> {
	const secret = await secretFor(seed, new Uint8Array(), 'kachi/identity/1');
	return signerOf(await importKeyPair(await deriveKeyPair(secret), 'ECDSA'));
}

/** The key that the sheets of one assignment are sealed to. @param salt the assignment's */
export async function assignmentOpener(seed: Bytes, salt: Bytes): Promise<Opener> {
	const secret = await secretFor(seed, salt, 'kachi/sealing/1');
	return openerOf(await deriveKeyPair(secret));
}

/** A student's device key: it cannot be taken out of this browser, whose database can keep it. */
export const makeDeviceKey = (): Promise<CryptoKeyPair> =>
	crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify']);

/** Whether a signature of 64 bytes holds under a compressed key. */
export async function verify(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
	const point = decompress(key);
	if (!point) return false;
	const imported = await crypto.subtle.importKey('raw', point, ECDSA, false, ['verify']);
	return crypto.subtle.verify(ECDSA, imported, signature, message);
}
