import type { Bytes } from './bytes';

/** Signs with a key that stays where it is: ECDSA on P-256 with SHA-256. */
export interface Signer {
	/** Compressed, 33 bytes. */
	readonly publicKey: Bytes;
	/** r and s, 64 bytes. */
	sign(message: Bytes): Promise<Bytes>;
}

/** Opens what was sealed to its key. */
export interface Opener {
	/** Compressed, 33 bytes. */
	readonly publicKey: Bytes;
	/** The plain bytes; undefined when it was sealed to another key, for another use, or altered. */
	open(sealed: Bytes, context: SealContext): Promise<Bytes | undefined>;
}

/** What a sealed message is bound to and does not carry. */
export interface SealContext {
	readonly info: Bytes;
	/** Additional authenticated data. */
	readonly aad: Bytes;
}

/** Encryption under a secret that is handed out later; one secret, one use and one message. */
export interface SecretBox {
	/** 16 random bytes, or 32 for the greater strength. */
	readonly secret: Bytes;
	/** Bits of the key; usually 128. */
	readonly strength?: 128 | 256;
	readonly salt: Bytes;
	/** ASCII; says what for. */
	readonly use: string;
	readonly aad: Bytes;
}

/** What the protocol asks of the device's cryptography. None of it throws for what came in. */
export interface AssignmentCrypto {
	sha256(message: Bytes): Promise<Bytes>;
	/** Whether a signature holds; a key that is no point on the curve signs nothing. */
	verify(publicKey: Bytes, signature: Bytes, message: Bytes): Promise<boolean>;
	/**
	 * HPKE: a compressed key of its own (33 bytes), then the ciphertext with its tag.
	 *
	 * @returns undefined where the key is no point on the curve
	 */
	seal(publicKey: Bytes, plain: Bytes, context: SealContext): Promise<Bytes | undefined>;
	encrypt(plain: Bytes, box: SecretBox): Promise<Bytes>;
	/** Undefined for another secret, and for what was altered. */
	decrypt(encrypted: Bytes, box: SecretBox): Promise<Bytes | undefined>;
	deflate(plain: Bytes): Promise<Bytes>;
	/** Stops as soon as there are more than `most` bytes. */
	inflate(deflated: Bytes, most: number): Promise<Bytes | 'too-large' | 'damaged'>;
}
