import { fail, ok, type Result } from '../result';
import { ascii, concat, sameBytes, type Bytes } from './bytes';
import { MAX_INFLATED } from './caps';
import { decodeAs, encodeAs, type Codec } from './codec';
import type { AssignmentCrypto, Signer } from './crypto-port';
import { faulty, type Fault } from './fault';
import { firstByte, readFrame, VERSION, writeFrame, type DocumentKind } from './frame';

/** Bytes of a compressed point and of a signature. */
export const KEY_LENGTH = 33;
export const SIGNATURE_LENGTH = 64;

/** What stands before everything that is signed: `kachi/<kind>/<version>`, and a zero byte. */
export const context = (kind: DocumentKind): Bytes => ascii(`kachi/${kind}/${VERSION}\0`);

/** A document whose signature held. */
export interface SignedDocument<T> {
	readonly document: T;
	/** The teacher's identity key, compressed: one key made this, and it does not say whose it is. */
	readonly signedBy: Bytes;
}

/** A value as it is written, once it is known to be read as it was meant. */
export function writtenOnce<T>(codec: Codec<T>, value: T): Result<Bytes, Fault> {
	const plain = encodeAs(codec, value);
	if (plain.length > MAX_INFLATED) return faulty('too-large');
	const read = decodeAs(codec, plain);
	return read.ok ? ok(plain) : fail(read.error);
}

/** Deflates where that is shorter, signs, and frames. */
export async function signPlain(
	kind: DocumentKind,
	plain: Bytes,
	signer: Signer,
	crypto: AssignmentCrypto
): Promise<Bytes> {
	const deflated = await crypto.deflate(plain);
	const isDeflated = deflated.length < plain.length;
	const packed = isDeflated ? deflated : plain;
	const key = signer.publicKey;
	const first = Uint8Array.of(firstByte(kind, isDeflated));
	const signature = await signer.sign(concat(context(kind), first, key, packed));
	return writeFrame({ kind, isDeflated, content: concat(key, packed, signature) });
}

/** A signed document, or the first fault that the value has; nothing is sent that cannot be read. */
export async function signDocument<T>(
	kind: DocumentKind,
	codec: Codec<T>,
	value: T,
	signer: Signer,
	crypto: AssignmentCrypto
): Promise<Result<Bytes, Fault>> {
	const written = writtenOnce(codec, value);
	return written.ok ? ok(await signPlain(kind, written.value, signer, crypto)) : written;
}

async function unpack(packed: Bytes, isDeflated: boolean, crypto: AssignmentCrypto) {
	if (!isDeflated) return packed.length > MAX_INFLATED ? faulty('too-large') : ok(packed);
	const plain = await crypto.inflate(packed, MAX_INFLATED);
	if (plain === 'too-large') return faulty('too-large');
	return plain === 'damaged' ? faulty('altered') : ok(plain);
}

/**
 * The bytes that were signed, inflated. They are looked into only after the signature has held.
 *
 * @param teacher the only key whose documents are taken
 */
export async function openPlain(
	payload: Uint8Array,
	kind: DocumentKind,
	crypto: AssignmentCrypto,
	teacher?: Uint8Array
): Promise<Result<{ readonly plain: Bytes; readonly signedBy: Bytes }, Fault>> {
	const frame = readFrame(payload, kind);
	if (!frame.ok) return frame;
	const { content, isDeflated } = frame.value;
	const end = content.length - SIGNATURE_LENGTH;
	if (end <= KEY_LENGTH) return faulty('altered');
	const [signedBy, packed] = [content.slice(0, KEY_LENGTH), content.slice(KEY_LENGTH, end)];
	const first = Uint8Array.of(firstByte(kind, isDeflated));
	const message = concat(context(kind), first, content.subarray(0, end));
	if (!(await crypto.verify(signedBy, content.slice(end), message))) return faulty('altered');
	if (teacher && !sameBytes(teacher, signedBy)) return faulty('other-teacher');
	const plain = await unpack(packed, isDeflated, crypto);
	return plain.ok ? ok({ plain: plain.value, signedBy }) : plain;
}

/** Opens a signed document; see {@link openPlain}. */
export async function openDocument<T>(
	payload: Uint8Array,
	kind: DocumentKind,
	codec: Codec<T>,
	crypto: AssignmentCrypto,
	teacher?: Uint8Array
): Promise<Result<SignedDocument<T>, Fault>> {
	const opened = await openPlain(payload, kind, crypto, teacher);
	if (!opened.ok) return opened;
	const read = decodeAs(codec, opened.value.plain);
	return read.ok ? ok({ document: read.value, signedBy: opened.value.signedBy }) : read;
}
