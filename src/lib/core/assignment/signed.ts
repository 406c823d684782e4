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

/**
 * Deflates the body where that is shorter, signs, and frames.
 *
 * @param head bytes of fixed length that stand before the body as they are
 */
export async function signPlain(
	kind: DocumentKind,
	body: Bytes,
	signer: Signer,
	crypto: AssignmentCrypto,
	head: Uint8Array = new Uint8Array()
): Promise<Bytes> {
	const deflated = await crypto.deflate(body);
	const isDeflated = deflated.length < body.length;
	const unsigned = concat(signer.publicKey, head, isDeflated ? deflated : body);
	const first = Uint8Array.of(firstByte(kind, isDeflated));
	const signature = await signer.sign(concat(context(kind), first, unsigned));
	return writeFrame({ kind, isDeflated, content: concat(unsigned, signature) });
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

/** The bytes that were signed. */
export interface SignedPlain {
	readonly signedBy: Bytes;
	readonly head: Bytes;
	/** Inflated. */
	readonly body: Bytes;
}

/**
 * The bytes that were signed, inflated. They are looked into only after the signature has held.
 *
 * @param teacher the only key whose documents are taken
 * @param headLength bytes before the body
 */
export async function openPlain(
	payload: Uint8Array,
	kind: DocumentKind,
	crypto: AssignmentCrypto,
	teacher?: Uint8Array,
	headLength = 0
): Promise<Result<SignedPlain, Fault>> {
	const frame = readFrame(payload, kind);
	if (!frame.ok) return frame;
	const { content, isDeflated } = frame.value;
	const end = content.length - SIGNATURE_LENGTH;
	const start = KEY_LENGTH + headLength;
	if (end <= start) return faulty('altered');
	const signedBy = content.slice(0, KEY_LENGTH);
	const first = Uint8Array.of(firstByte(kind, isDeflated));
	const message = concat(context(kind), first, content.subarray(0, end));
	if (!(await crypto.verify(signedBy, content.slice(end), message))) return faulty('altered');
	if (teacher && !sameBytes(teacher, signedBy)) return faulty('other-teacher');
	const body = await unpack(content.slice(start, end), isDeflated, crypto);
	if (!body.ok) return body;
	return ok({ signedBy, head: content.slice(KEY_LENGTH, start), body: body.value });
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
	const read = decodeAs(codec, opened.value.body);
	return read.ok ? ok({ document: read.value, signedBy: opened.value.signedBy }) : read;
}
