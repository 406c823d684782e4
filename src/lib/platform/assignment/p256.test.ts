import { createECDH, ECDH, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compress, decompress, isScalar, publicPoint } from './p256';

const CURVE = 'prime256v1';
const hexOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex');
const fromHex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const ORDER = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551';
const FIELD = 'ffffffff00000001000000000000000000000000ffffffffffffffffffffffff';

function made() {
	const ecdh = createECDH(CURVE);
	const point = ecdh.generateKeys();
	// Node leaves zeros in front out.
	const scalar = Buffer.from(ecdh.getPrivateKey('hex').padStart(64, '0'), 'hex');
	return { point: Uint8Array.from(point), scalar: Uint8Array.from(scalar) };
}

describe('the public key of a private one', () => {
	it('is that of another implementation, for the least and the greatest and any between', () => {
		for (const scalar of ['1'.padStart(64, '0'), '2'.padStart(64, '0'), `${ORDER.slice(0, -1)}0`]) {
			const ecdh = createECDH(CURVE);
			ecdh.setPrivateKey(Buffer.from(scalar, 'hex'));
			expect(hexOf(publicPoint(fromHex(scalar)))).toBe(ecdh.getPublicKey('hex'));
		}
		for (let time = 0; time < 20; time++) {
			const { point, scalar } = made();
			expect(hexOf(publicPoint(scalar))).toBe(hexOf(point));
		}
	});

	it('is asked of a private key only', () => {
		for (const wrong of ['0'.repeat(64), ORDER, 'f'.repeat(64), '01']) {
			expect(isScalar(fromHex(wrong))).toBe(false);
			expect(() => publicPoint(fromHex(wrong))).toThrow(RangeError);
		}
		expect(isScalar(fromHex(`${ORDER.slice(0, -1)}0`))).toBe(true);
	});
});

describe('a compressed key', () => {
	it('is the same point as in another implementation, both ways', () => {
		for (let time = 0; time < 20; time++) {
			const { point } = made();
			const short = compress(point);
			expect(hexOf(short)).toBe(ECDH.convertKey(point, CURVE, undefined, 'hex', 'compressed'));
			expect(hexOf(decompress(short))).toBe(hexOf(point));
		}
	});

	it('that is no point on the curve is none, nor is one in another form', () => {
		let refused = 0;
		for (let time = 0; time < 64; time++) {
			const bytes = Uint8Array.of(2 + (time % 2), ...randomBytes(32));
			let expected: string | undefined;
			try {
				const whole = ECDH.convertKey(bytes, CURVE, undefined, 'hex', 'uncompressed');
				expected = whole as string;
			} catch {
				refused += 1;
			}
			expect(hexOf(decompress(bytes))).toBe(expected);
		}
		expect(refused).toBeGreaterThan(0);
		const { point } = made();
		const short = compress(point);
		expect(decompress(point)).toBeUndefined();
		expect(decompress(short.subarray(0, 32))).toBeUndefined();
		for (const first of [0, 1, 4, 5, 6]) {
			expect(decompress(Uint8Array.of(first, ...short.subarray(1)))).toBeUndefined();
		}
		expect(decompress(fromHex(`02${FIELD}`))).toBeUndefined();
		// x of a point, and the field's prime too many: a second way to write it.
		expect(decompress(fromHex(`02${'f'.repeat(64)}`))).toBeUndefined();
		expect(decompress(new Uint8Array(33))).toBeUndefined();
	});

	it('is made of a raw point only', () => {
		expect(() => compress(new Uint8Array(65))).toThrow(TypeError);
		expect(() => compress(new Uint8Array(33))).toThrow(TypeError);
	});
});
