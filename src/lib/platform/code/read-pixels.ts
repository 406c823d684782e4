import { decodeQR, decodeQRBatch } from 'qr/decode.js';

/** Four bytes a pixel, as a canvas gives them. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray | Uint8Array;
}

/** Milliseconds that one frame may take for further tries: the next frame may be the better one. */
const FRAME_TIME = 40;

/** A picture is the only one of its kind, and worth a second of trying. */
const PICTURE_TIME = 1_000;

/**
 * The text of a code in one frame of a camera.
 *
 * @param timeLimit milliseconds for tries after the first
 */
export function readFrame(pixels: Pixels, timeLimit = FRAME_TIME): readonly string[] {
	try {
		return [decodeQR(pixels, { format: 'RGBA', timeLimit })];
	} catch {
		// Most frames have no code in them, and the reader throws at each.
		return [];
	}
}

/** The texts of all codes in a picture. */
export async function readStill(pixels: Pixels): Promise<readonly string[]> {
	try {
		const [found = []] = await decodeQRBatch([pixels], {
			format: 'RGBA',
			timeLimit: PICTURE_TIME
		});
		return found.filter((each) => typeof each === 'string');
	} catch {
		return [];
	}
}
