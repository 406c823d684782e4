/** Texts are joined to so many code units before they are encoded: one by one is slow. */
const BATCH = 65_536;

/**
 * The texts, one after another, as UTF-8 in pieces of `size` bytes, the last one shorter. The
 * pieces are the same however the whole is cut into texts.
 */
export function* utf8Pieces(
	texts: Iterable<string>,
	size: number
): Generator<Uint8Array<ArrayBuffer>> {
	const encoder = new TextEncoder();
	let piece = new Uint8Array(size);
	let filled = 0;
	for (const batch of batches(texts)) {
		for (let bytes = encoder.encode(batch); bytes.length > 0;) {
			const part = bytes.subarray(0, size - filled);
			piece.set(part, filled);
			filled += part.length;
			bytes = bytes.subarray(part.length);
			if (filled < size) continue;
			yield piece;
			[piece, filled] = [new Uint8Array(size), 0];
		}
	}
	if (filled > 0) yield piece.slice(0, filled);
}

function* batches(texts: Iterable<string>): Generator<string> {
	let batch = '';
	for (const text of texts) {
		batch += text;
		// A pair that two texts share is encoded in one go.
		if (batch.length < BATCH || endsInPair(batch)) continue;
		yield batch;
		batch = '';
	}
	yield batch;
}

const endsInPair = (text: string) => (text.charCodeAt(text.length - 1) & 0xfc00) === 0xd800;
