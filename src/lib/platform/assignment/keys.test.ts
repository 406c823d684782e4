import { createPublicKey, ECDH, verify as verifyByNode } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ascii } from '$lib/core/assignment/bytes';
import * as rfc from '../../../../tests/support/rfc9180';
import { assignmentOpener, makeDeviceKey, makeSeed, signerOf, teacherSigner, verify } from './keys';

const seed = Uint8Array.from({ length: 32 }, (_, at) => at);
const salt = Uint8Array.from({ length: 16 }, (_, at) => 200 + at);
const message = ascii('a message');
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const compressed = (scalar: Uint8Array) =>
	ECDH.convertKey(rfc.publicOf(scalar), 'prime256v1', undefined, 'hex', 'compressed');

describe('the keys of a teacher', () => {
	it('come of the seed as RFC 5869 and RFC 9180 say', async () => {
		const identity = rfc.deriveScalar(rfc.hkdfSha256(seed, new Uint8Array(), 'kachi/identity/1'));
		expect(hexOf((await teacherSigner(seed)).publicKey)).toBe(compressed(identity));
		const sealing = rfc.deriveScalar(rfc.hkdfSha256(seed, salt, 'kachi/sealing/1'));
		expect(hexOf((await assignmentOpener(seed, salt)).publicKey)).toBe(compressed(sealing));
	});

	it('are the same for ever', async () => {
		const keys = [await teacherSigner(seed), await assignmentOpener(seed, salt)];
		expect(keys.map(({ publicKey }) => hexOf(publicKey))).toEqual([
			'038f4d6a6b0cdc94cd10956b762b87d1a7fd1149388c9cdd0fbb3a4725a802b8a0',
			'02ac51ee352392a122da38db0018b410b6b9a67c905da7cd25f6f7ec2fa1a1000e'
		]);
	});

	it('are others for another seed, and for another assignment', async () => {
		const keys = await Promise.all([
			teacherSigner(seed),
			teacherSigner(makeSeed()),
			assignmentOpener(seed, salt),
			assignmentOpener(seed, salt.slice(1))
		]);
		expect(new Set(keys.map(({ publicKey }) => hexOf(publicKey))).size).toBe(4);
	});
});

describe('a signature', () => {
	it('holds for its message and key alone, and for other programs', async () => {
		const [signer, other] = [await teacherSigner(seed), await signerOf(await makeDeviceKey())];
		const signature = await signer.sign(message);
		expect(signature.length).toBe(64);
		expect(await verify(signer.publicKey, signature, message)).toBe(true);
		expect(await verify(other.publicKey, signature, message)).toBe(false);
		expect(await verify(signer.publicKey, signature, ascii('another'))).toBe(false);

		const point = Buffer.from(
			ECDH.convertKey(signer.publicKey, 'prime256v1', undefined, undefined, 'uncompressed')
		);
		const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) =>
			half.toString('base64url')
		) as [string, string];
		const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
		expect(verifyByNode('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(
			true
		);
	});

	it('does not hold, and throws nothing, for what is no key or no signature', async () => {
		const signer = await teacherSigner(seed);
		const signature = await signer.sign(message);
		expect(await verify(new Uint8Array(33), signature, message)).toBe(false);
		expect(await verify(signer.publicKey, new Uint8Array(64), message)).toBe(false);
		expect(await verify(signer.publicKey, signature.slice(0, 63), message)).toBe(false);
		expect(await verify(signer.publicKey, new Uint8Array(64).fill(255), message)).toBe(false);
	});
});

describe("a student's key", () => {
	it('is another each time, and cannot be taken out', async () => {
		const [one, other] = [await makeDeviceKey(), await makeDeviceKey()];
		expect(one.privateKey.extractable).toBe(false);
		expect(hexOf((await signerOf(one)).publicKey)).not.toBe(
			hexOf((await signerOf(other)).publicKey)
		);
	});
});
