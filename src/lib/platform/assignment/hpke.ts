import {
	Aes128Gcm,
	CipherSuite,
	DhkemP256HkdfSha256,
	HkdfSha256,
	type RecipientContextParams
} from '@hpke/core';
import { concat, type Bytes } from '$lib/core/assignment/bytes';
import type { Opener, SealContext } from '$lib/core/assignment/crypto-port';
import { importKeyPair, type RawKeyPair } from './derive-key';
import { compress, decompress } from './p256';

const COMPRESSED = 33;

/** The one suite: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. */
const suite = () =>
	new CipherSuite({
		kem: new DhkemP256HkdfSha256(),
		kdf: new HkdfSha256(),
		aead: new Aes128Gcm()
	});

/** Seals to a compressed key; what is sent of the key of its own is compressed too. */
export async function seal(
	publicKey: Bytes,
	plain: Bytes,
	{ info, aad }: SealContext
): Promise<Bytes | undefined> {
	const point = decompress(publicKey);
	if (!point) return undefined;
	const how = { name: 'ECDH', namedCurve: 'P-256' };
	const recipientPublicKey = await crypto.subtle.importKey('raw', point, how, true, []);
	const sender = await suite().createSenderContext({ recipientPublicKey, info });
	const sealed = await sender.seal(plain, aad);
	return concat(compress(new Uint8Array(sender.enc)), new Uint8Array(sealed));
}

/** Opens what was sealed to a key pair. */
export async function openerOf(pair: RawKeyPair): Promise<Opener> {
	const recipientKey = await importKeyPair(pair, 'ECDH');
	return {
		publicKey: compress(pair.point),
		open: (sealed, context) => open(recipientKey, sealed, context)
	};
}

async function open(
	recipientKey: RecipientContextParams['recipientKey'],
	sealed: Bytes,
	{ info, aad }: SealContext
): Promise<Bytes | undefined> {
	const enc = decompress(sealed.subarray(0, COMPRESSED));
	if (!enc) return undefined;
	try {
		const recipient = await suite().createRecipientContext({ recipientKey, enc, info });
		return new Uint8Array(await recipient.open(sealed.slice(COMPRESSED), aad));
	} catch {
		return undefined;
	}
}
