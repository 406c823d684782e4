import type { Bytes } from '$lib/core/assignment/bytes';
import { labeledExpand, labeledExtract } from './hkdf';
import { COORDINATE, isScalar, publicPoint } from './p256';

/** A private key of P-256 and its public one, as bytes. */
export interface RawKeyPair {
	/** 32 bytes. */
	readonly scalar: Bytes;
	/** 65 bytes. */
	readonly point: Bytes;
}

/** DeriveKeyPair of DHKEM(P-256, HKDF-SHA256) (RFC 9180 §7.1.3). */
export async function deriveKeyPair(secret: Bytes): Promise<RawKeyPair> {
	const root = await labeledExtract('dkp_prk', secret);
	for (let counter = 0; counter < 256; counter++) {
		const scalar = await labeledExpand(root, 'candidate', Uint8Array.of(counter));
		if (isScalar(scalar)) return { scalar, point: publicPoint(scalar) };
	}
	throw new Error('no key came of it');
}

const base64Url = (bytes: Uint8Array) =>
	btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');

/**
 * Imports a key pair. As JWK with all three numbers: engines differ on PKCS #8 that has no public
 * key in it, and none takes the private number alone.
 */
export async function importKeyPair(
	{ scalar, point }: RawKeyPair,
	use: 'ECDSA' | 'ECDH'
): Promise<CryptoKeyPair> {
	const how = { name: use, namedCurve: 'P-256' };
	const jwk: JsonWebKey = {
		...{ kty: 'EC', crv: 'P-256', ext: true },
		x: base64Url(point.subarray(1, 1 + COORDINATE)),
		y: base64Url(point.subarray(1 + COORDINATE)),
		d: base64Url(scalar)
	};
	const [secret, open] = use === 'ECDSA' ? [['sign'], ['verify']] : [['deriveBits'], []];
	const [privateKey, publicKey] = await Promise.all([
		crypto.subtle.importKey('jwk', jwk, how, false, secret as KeyUsage[]),
		crypto.subtle.importKey('raw', point, how, true, open as KeyUsage[])
	]);
	return { privateKey, publicKey };
}
