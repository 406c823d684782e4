import type { Bytes } from '$lib/core/assignment/bytes';

/**
 * The curve P-256 (FIPS 186-4, D.1.2.3), for what engines do not do alike: to take a compressed
 * point, and to import a private key without its public one. It is not constant-time; it works
 * on keys of this device, and everything else is done by WebCrypto.
 */
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const GENERATOR: Point = {
	x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
	y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n
};

/** Bytes of a coordinate, a scalar, and a point in both forms. */
export const COORDINATE = 32;
const COMPRESSED = 1 + COORDINATE;
const UNCOMPRESSED = 1 + 2 * COORDINATE;

/** A point that is not the one at infinity. */
interface Point {
	readonly x: bigint;
	readonly y: bigint;
}

/** A point (X/Z², Y/Z³); Z is 0 at infinity. */
type Jacobian = readonly [x: bigint, y: bigint, z: bigint];

const mod = (value: bigint) => {
	const rest = value % P;
	return rest < 0n ? rest + P : rest;
};

function power(base: bigint, exponent: bigint): bigint {
	let [result, square] = [1n, base];
	for (let rest = exponent; rest > 0n; rest >>= 1n) {
		if (rest & 1n) result = mod(result * square);
		square = mod(square * square);
	}
	return result;
}

const inverse = (value: bigint) => power(value, P - 2n);

/** x³ − 3x + b */
const curve = (x: bigint) => mod(x * x * x - 3n * x + B);

const isOnCurve = ({ x, y }: Point) => x < P && y < P && mod(y * y) === curve(x);

function doubled([x, y, z]: Jacobian): Jacobian {
	const [yy, zz] = [mod(y * y), mod(z * z)];
	const s = mod(4n * x * yy);
	const m = mod(3n * (x - zz) * (x + zz));
	const x3 = mod(m * m - 2n * s);
	return [x3, mod(m * (s - x3) - 8n * yy * yy), mod(2n * y * z)];
}

/** Adds a point that is neither the other nor its opposite, as in {@link multiply}. */
function added([x, y, z]: Jacobian, { x: x2, y: y2 }: Point): Jacobian {
	if (z === 0n) return [x2, y2, 1n];
	const zz = mod(z * z);
	const [h, r] = [mod(x2 * zz - x), mod(y2 * zz * z - y)];
	const [hh, v] = [mod(h * h), mod(x * h * h)];
	const x3 = mod(r * r - hh * h - 2n * v);
	return [x3, mod(r * (v - x3) - y * hh * h), mod(h * z)];
}

/** The generator so many times; the scalar is from 1 to the order, which it does not reach. */
function multiply(scalar: bigint): Point {
	let sum: Jacobian = [0n, 1n, 0n];
	for (const bit of scalar.toString(2)) {
		sum = doubled(sum);
		if (bit === '1') sum = added(sum, GENERATOR);
	}
	const [x, y, z] = sum;
	const shrink = inverse(z);
	const square = mod(shrink * shrink);
	return { x: mod(x * square), y: mod(y * square * shrink) };
}

function bigOf(bytes: Uint8Array): bigint {
	let value = 0n;
	for (const byte of bytes) value = (value << 8n) | BigInt(byte);
	return value;
}

function bytesOf(value: bigint): Bytes {
	const digits = value.toString(16).padStart(2 * COORDINATE, '0');
	return Uint8Array.from({ length: COORDINATE }, (_, at) =>
		Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16)
	);
}

function uncompressed({ x, y }: Point): Bytes {
	const bytes = new Uint8Array(UNCOMPRESSED);
	bytes[0] = 4;
	bytes.set(bytesOf(x), 1);
	bytes.set(bytesOf(y), COMPRESSED);
	return bytes;
}

/** 65 bytes of a compressed point (SEC 1, 2.3.4); undefined for what is no point on the curve. */
export function decompress(bytes: Uint8Array): Bytes | undefined {
	const sign = bytes[0];
	if (bytes.length !== COMPRESSED || (sign !== 2 && sign !== 3)) return undefined;
	const x = bigOf(bytes.subarray(1));
	if (x >= P) return undefined;
	// P is 3 modulo 4: this is a root, if there is one.
	const root = power(curve(x), (P + 1n) / 4n);
	const y = (root & 1n) === BigInt(sign & 1) ? root : P - root;
	const point = { x, y };
	return isOnCurve(point) ? uncompressed(point) : undefined;
}

/** 33 bytes of a point as engines export it. */
export function compress(bytes: Uint8Array): Bytes {
	if (bytes.length !== UNCOMPRESSED || bytes[0] !== 4) throw new TypeError('not a raw point');
	const compressed = bytes.slice(0, COMPRESSED) as Bytes;
	compressed[0] = 2 + ((bytes[UNCOMPRESSED - 1] ?? 0) & 1);
	return compressed;
}

/** Whether bytes are a private key: a number from 1 to the order, which it does not reach. */
export function isScalar(bytes: Uint8Array): boolean {
	const value = bigOf(bytes);
	return bytes.length === COORDINATE && value > 0n && value < ORDER;
}

/** The public key of a private one, 65 bytes. */
export function publicPoint(scalar: Uint8Array): Bytes {
	if (!isScalar(scalar)) throw new RangeError('not a private key');
	return uncompressed(multiply(bigOf(scalar)));
}
