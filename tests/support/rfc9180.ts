/**
 * HPKE in base mode, written down from RFC 9180 on node:crypto alone: DHKEM(P-256, HKDF-SHA256),
 * HKDF-SHA256, AES-128-GCM. It shares nothing with the app, and is held to the published vectors.
 */
import { createCipheriv, createDecipheriv, createECDH, createHmac, ECDH } from 'node:crypto';

const KEM = Buffer.concat([Buffer.from('KEM'), i2osp(0x0010, 2)]);
const HPKE = Buffer.concat([Buffer.from('HPKE'), i2osp(0x0010, 2), i2osp(1, 2), i2osp(1, 2)]);

function i2osp(value: number, length: number): Buffer {
	const bytes = Buffer.alloc(length);
	bytes.writeUIntBE(value, 0, length);
	return bytes;
}

/** RFC 5869 §2.2 */
const extract = (salt: Uint8Array, secret: Uint8Array) =>
	createHmac('sha256', salt.length > 0 ? salt : Buffer.alloc(32))
		.update(secret)
		.digest();

/** RFC 5869 §2.3 */
function expand(key: Uint8Array, info: Uint8Array, length: number): Buffer {
	const blocks: Buffer[] = [];
	for (let at = 1; 32 * (at - 1) < length; at++) {
		const hmac = createHmac('sha256', key).update(blocks.at(-1) ?? Buffer.alloc(0));
		blocks.push(hmac.update(info).update(i2osp(at, 1)).digest());
	}
	return Buffer.concat(blocks).subarray(0, length);
}

/** RFC 9180 §4 */
const labeledExtract = (suite: Buffer, salt: Uint8Array, label: string, secret: Uint8Array) =>
	extract(salt, Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), secret]));

function labeledExpand(
	suite: Buffer,
	key: Uint8Array,
	label: string,
	info: Uint8Array,
	length = 32
) {
	const parts = [i2osp(length, 2), Buffer.from('HPKE-v1'), suite, Buffer.from(label), info];
	return expand(key, Buffer.concat(parts), length);
}

const NONE = Buffer.alloc(0);

/** RFC 9180 §7.1.3: the private key. */
export function deriveScalar(secret: Uint8Array): Buffer {
	const root = labeledExtract(KEM, NONE, 'dkp_prk', secret);
	return labeledExpand(KEM, root, 'candidate', i2osp(0, 1));
}

/** 65 bytes. */
export function publicOf(scalar: Uint8Array): Buffer {
	const ecdh = createECDH('prime256v1');
	ecdh.setPrivateKey(scalar);
	return ecdh.getPublicKey();
}

const uncompressed = (point: Uint8Array) =>
	ECDH.convertKey(Buffer.from(point), 'prime256v1', undefined, undefined, 'uncompressed') as Buffer;

/** RFC 9180 §4.1: Decap. The key that was sent may be compressed. */
export function decap(sent: Uint8Array, scalar: Uint8Array): Buffer {
	const ecdh = createECDH('prime256v1');
	ecdh.setPrivateKey(scalar);
	const enc = uncompressed(sent);
	const dh = ecdh.computeSecret(enc);
	const kemContext = Buffer.concat([enc, publicOf(scalar)]);
	return labeledExpand(KEM, labeledExtract(KEM, NONE, 'eae_prk', dh), 'shared_secret', kemContext);
}

/** RFC 9180 §5.1: KeySchedule in base mode. */
export function keySchedule(sharedSecret: Uint8Array, info: Uint8Array) {
	const pskIdHash = labeledExtract(HPKE, NONE, 'psk_id_hash', NONE);
	const infoHash = labeledExtract(HPKE, NONE, 'info_hash', info);
	const context = Buffer.concat([i2osp(0, 1), pskIdHash, infoHash]);
	const secret = labeledExtract(HPKE, sharedSecret, 'secret', NONE);
	return {
		context,
		secret,
		key: labeledExpand(HPKE, secret, 'key', context, 16),
		baseNonce: labeledExpand(HPKE, secret, 'base_nonce', context, 12),
		exporterSecret: labeledExpand(HPKE, secret, 'exp', context)
	};
}

/** RFC 9180 §5.2 */
export function nonceOf(baseNonce: Uint8Array, sequence: number): Buffer {
	const counter = i2osp(sequence, 6);
	return Buffer.from(baseNonce.map((byte, at) => byte ^ (counter[at - 6] ?? 0)));
}

/** AES-128-GCM, the tag at the end. */
export function aeadOpen(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array) {
	const decipher = createDecipheriv('aes-128-gcm', key, nonce);
	decipher.setAAD(aad);
	decipher.setAuthTag(sealed.subarray(-16));
	return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

export function aeadSeal(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array) {
	const cipher = createCipheriv('aes-128-gcm', key, nonce);
	cipher.setAAD(aad);
	return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens the one message that was sealed: the compressed key that was sent, then the ciphertext. */
export function openSealed(
	sealed: Uint8Array,
	scalar: Uint8Array,
	info: Uint8Array,
	aad: Uint8Array
): Buffer {
	const { key, baseNonce } = keySchedule(decap(sealed.subarray(0, 33), scalar), info);
	return aeadOpen(key, baseNonce, aad, sealed.subarray(33));
}

/** RFC 5869 with a salt, for keys that come from a teacher's seed. */
export const hkdfSha256 = (secret: Uint8Array, salt: Uint8Array, info: string, length = 32) =>
	expand(extract(salt, secret), Buffer.from(info), length);
