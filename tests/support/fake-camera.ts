/** A camera of Chromium that shows QR codes, one after another, and then begins anew. */
import { writeFileSync } from 'node:fs';
import { makeCode } from '../../src/lib/core/code/make-code';
import { seeCode, type Grey } from './code-picture';

const [WIDTH, HEIGHT, RATE] = [640, 480, 10];

/** What Chromium is started with to see a file instead of a camera, and to ask nobody. */
export const fakeCameraArgs = (path: string): readonly string[] => [
	'--use-fake-device-for-media-stream',
	'--use-fake-ui-for-media-stream',
	`--use-file-for-fake-video-capture=${path}`
];

/** Pixels of a module at which the whole code, its quiet zone too, is in the picture. */
const scaleOf = (modules: number) => Math.floor((HEIGHT - 20) / (modules + 8));

function frameOf(link: string): Grey {
	const made = makeCode(link, 'phone');
	if (!made.ok) throw new Error('That link is too long for a code');
	const scale = scaleOf(made.value.rows.length);
	return seeCode(made.value, { width: WIDTH, height: HEIGHT, scale, turn: 3, noise: 12 });
}

/**
 * Writes a video that is not packed (YUV4MPEG2): Chromium reads it, and it takes no program to make.
 *
 * @param path must end in `.y4m`
 * @param seconds that each link is seen
 */
export function writeCameraFile(path: string, links: readonly string[], seconds = 0.5): void {
	const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${RATE}:1 Ip A1:1 C420jpeg\n`;
	const colourless = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
	const frames = links.flatMap((link) => {
		const frame = Buffer.concat([Buffer.from('FRAME\n'), frameOf(link).data, colourless]);
		return Array.from({ length: Math.max(1, Math.round(seconds * RATE)) }, () => frame);
	});
	writeFileSync(path, Buffer.concat([Buffer.from(head), ...frames]));
}

/** A picture file (BMP) of a code, as the camera would see it. */
export function pictureOf(link: string): Buffer {
	const { width, height, data } = frameOf(link);
	const head = Buffer.alloc(54);
	head.write('BM');
	head.writeUInt32LE(head.length + 3 * data.length, 2);
	head.writeUInt32LE(head.length, 10);
	head.writeUInt32LE(40, 14);
	head.writeInt32LE(width, 18);
	// Below zero: its rows come from the top.
	head.writeInt32LE(-height, 22);
	head.writeUInt16LE(1, 26);
	head.writeUInt16LE(24, 28);
	const pixels = Buffer.alloc(3 * data.length);
	data.forEach((shade, at) => pixels.fill(shade, 3 * at, 3 * at + 3));
	return Buffer.concat([head, pixels]);
}
