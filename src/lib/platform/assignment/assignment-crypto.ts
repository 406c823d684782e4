import type { Bytes } from '$lib/core/assignment/bytes';
import type { AssignmentCrypto } from '$lib/core/assignment/crypto-port';
import type { Random } from '$lib/core/random';
import { deflate, inflate } from './deflate';
import { seal } from './hpke';
import { verify } from './keys';
import { decrypt, encrypt } from './secret-box';

/** Whether this browser lends its cryptography to this page: only over https, and on localhost. */
export const hasCrypto = (): boolean => (crypto.subtle as SubtleCrypto | undefined) !== undefined;

/** Random bytes that nobody can guess. */
export const randomBytes = (length: number): Bytes =>
	crypto.getRandomValues(new Uint8Array(length));

/** Chance that nobody can work out, with 32 bits a number. */
export const secretRandom: Random = () =>
	(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** The device's cryptography, by WebCrypto and HPKE on top of it. */
export const assignmentCrypto: AssignmentCrypto = {
	sha256: async (message) => new Uint8Array(await crypto.subtle.digest('SHA-256', message)),
	verify,
	seal,
	encrypt,
	decrypt,
	deflate,
	inflate
};
