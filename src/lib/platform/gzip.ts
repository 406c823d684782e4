import { createTurns } from './turns';
import { utf8Pieces } from './utf8-pieces';

/** Bytes of text that are packed in one go. */
const TEXT_PIECE = 65_536;

/** Bytes of a file that are read in one go: reading has its price, however little is read. */
const FILE_SLICE = 262_144;

/**
 * Bytes that are unpacked in one go. Gzip can grow 1,032-fold, and engines unpack all of what they
 * are given before the reader has a say: so 4 MB at most.
 */
const PACKED_PIECE = 4_096;

/** The texts, one after another, as gzip of UTF-8. */
export async function gzip(texts: Iterable<string>): Promise<Uint8Array<ArrayBuffer>> {
	const { readable, writable } = new CompressionStream('gzip');
	const packed = new Response(readable).arrayBuffer();
	const [bytes] = await Promise.all([packed, pack(texts, writable.getWriter())]);
	return new Uint8Array(bytes);
}

async function pack(texts: Iterable<string>, writer: WritableStreamDefaultWriter<BufferSource>) {
	const takeTurns = createTurns();
	try {
		for (const piece of utf8Pieces(texts, TEXT_PIECE)) {
			await writer.write(piece);
			await takeTurns();
		}
		await writer.close();
	} catch (error) {
		await writer.abort(error).catch(() => undefined);
		throw error;
	}
}

/** How unpacking ended; `stopped` by the one who took the text. */
export type Unpacked = 'done' | 'not-gzip' | 'damaged' | 'stopped';

/**
 * Hands over the text of a gzip file in pieces, cut anywhere, until `take` says false. What was
 * taken counts only when the end is `done`: the checksum comes last.
 *
 * @throws DOMException when the file itself cannot be read
 */
export async function gunzip(file: Blob, take: (text: string) => boolean): Promise<Unpacked> {
	if (!(await isGzip(file))) return 'not-gzip';
	const { readable, writable } = new DecompressionStream('gzip');
	// What goes wrong here shows on the reading side too.
	feed(file, writable.getWriter()).catch(() => undefined);
	try {
		return await unpack(readable.getReader(), take);
	} catch (error) {
		if (error instanceof DOMException) throw error;
		return 'damaged';
	}
}

async function isGzip(file: Blob): Promise<boolean> {
	const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	return first === 0x1f && second === 0x8b;
}

async function feed(file: Blob, writer: WritableStreamDefaultWriter<BufferSource>): Promise<void> {
	try {
		for await (const piece of packedPieces(file)) await writer.write(piece);
		await writer.close();
	} catch (error) {
		await writer.abort(error);
	}
}

async function* packedPieces(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	for (let from = 0; from < file.size; from += FILE_SLICE) {
		const bytes = new Uint8Array(await file.slice(from, from + FILE_SLICE).arrayBuffer());
		for (let at = 0; at < bytes.length; at += PACKED_PIECE) {
			yield bytes.subarray(at, at + PACKED_PIECE);
		}
	}
}

async function unpack(
	reader: ReadableStreamDefaultReader<Uint8Array>,
	take: (text: string) => boolean
): Promise<Unpacked> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const takeTurns = createTurns();
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		if (!take(decoder.decode(part.value, { stream: true }))) return await stop(reader);
		await takeTurns();
	}
	return take(decoder.decode()) ? 'done' : 'stopped';
}

async function stop(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Unpacked> {
	await reader.cancel();
	return 'stopped';
}
