import { concat, type Bytes } from '$lib/core/assignment/bytes';

/** As {@link ../gzip}: an engine inflates all it is given before the reader has a say. */
const PIECE = 1_024;

/** Raw DEFLATE (RFC 1951). */
export async function deflate(plain: Bytes): Promise<Bytes> {
	const packed = new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate-raw'));
	return new Uint8Array(await new Response(packed).arrayBuffer());
}

async function feed(bytes: Bytes, writer: WritableStreamDefaultWriter<BufferSource>) {
	try {
		for (let at = 0; at < bytes.length; at += PIECE) {
			await writer.write(bytes.subarray(at, at + PIECE));
		}
		await writer.close();
	} catch (error) {
		await writer.abort(error);
	}
}

/** Raw DEFLATE to bytes, as long as there are no more than `most`. */
export async function inflate(
	deflated: Bytes,
	most: number
): Promise<Bytes | 'too-large' | 'damaged'> {
	const { readable, writable } = new DecompressionStream('deflate-raw');
	// What goes wrong here shows on the reading side too.
	feed(deflated, writable.getWriter()).catch(() => undefined);
	const reader = readable.getReader();
	const parts: Uint8Array[] = [];
	let length = 0;
	try {
		for (let part = await reader.read(); !part.done; part = await reader.read()) {
			length += part.value.length;
			if (length > most) {
				await reader.cancel();
				return 'too-large';
			}
			parts.push(part.value);
		}
	} catch {
		return 'damaged';
	}
	return concat(...parts);
}
