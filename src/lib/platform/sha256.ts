import { createTurns } from './turns';
import { utf8Pieces } from './utf8-pieces';

const PIECE = 2 ** 20;

/**
 * A fingerprint of texts, one after another, in hexadecimal: SHA-256 of the SHA-256 digests, put
 * end to end, of each 1,048,576 bytes of their UTF-8. The browser's digest wants all it digests at
 * once; so a long log need not be in memory as one text. How the whole is cut into texts does not
 * matter: end them with a line feed where it should.
 *
 * Undefined outside secure contexts (plain http), where browsers have no digests.
 */
export async function sha256Hex(texts: Iterable<string>): Promise<string | undefined> {
	const subtle = crypto.subtle as SubtleCrypto | undefined;
	if (!subtle) return undefined;
	const digests: ArrayBuffer[] = [];
	const takeTurns = createTurns();
	for (const piece of utf8Pieces(texts, PIECE)) {
		digests.push(await subtle.digest('SHA-256', piece));
		await takeTurns();
	}
	const whole = await new Blob(digests).arrayBuffer();
	return hex(await subtle.digest('SHA-256', whole));
}

function hex(bytes: ArrayBuffer): string {
	return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
