/** What a camera would see of a QR code, in shades of grey. */
import { QUIET_ZONE, type CodeMatrix } from '../../src/lib/core/code/make-code';

export interface Grey {
	readonly width: number;
	readonly height: number;
	/** One byte a pixel. */
	readonly data: Uint8Array;
}

export interface View {
	readonly width: number;
	readonly height: number;
	/** Pixels of a module. */
	readonly scale: number;
	/** Degrees it is turned by. */
	readonly turn?: number;
	/** Shades by which a pixel is off at most. */
	readonly noise?: number;
}

/** Shades of the table below the code, of its paper, and of its ink. */
const [TABLE, PAPER, INK] = [120, 235, 25];

/** Points looked at in each pixel, on either axis: as a lens does, it blends what is in it. */
const POINTS = [0.25, 0.75];

/** Chance that is the same at each run. */
function createChance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** The shade of the sheet at a place, in modules from its middle. */
function shadeAt({ rows }: CodeMatrix, x: number, y: number): number {
	const half = rows.length / 2;
	if (Math.max(Math.abs(x), Math.abs(y)) > half + QUIET_ZONE) return TABLE;
	return rows[Math.floor(y + half)]?.[Math.floor(x + half)] ? INK : PAPER;
}

/** A code in the middle of a picture. */
export function seeCode(code: CodeMatrix, view: View): Grey {
	const { width, height, scale, turn = 0, noise = 0 } = view;
	const data = new Uint8Array(width * height);
	const chance = createChance(code.rows.length);
	const [sine, cosine] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
	for (let at = 0; at < data.length; at++) {
		let sum = 0;
		for (const down of POINTS) {
			for (const across of POINTS) {
				const x = ((at % width) + across - width / 2) / scale;
				const y = (Math.floor(at / width) + down - height / 2) / scale;
				sum += shadeAt(code, cosine * x + sine * y, cosine * y - sine * x);
			}
		}
		const shade = sum / POINTS.length ** 2 + (chance() * 2 - 1) * noise;
		data[at] = Math.max(0, Math.min(255, Math.round(shade)));
	}
	return { width, height, data };
}

/** As a canvas gives it. */
export function toPixels({ width, height, data }: Grey) {
	const pixels = new Uint8ClampedArray(4 * data.length);
	data.forEach((shade, at) => pixels.set([shade, shade, shade, 255], 4 * at));
	return { width, height, data: pixels };
}

/** As many digits as asked for, the same at each run, the first no zero. */
export function someDigits(count: number): string {
	const chance = createChance(count);
	return Array.from({ length: count }, (_, at) =>
		Math.floor(at === 0 ? 1 + chance() * 9 : chance() * 10)
	).join('');
}
