import jsQr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { seeCode, someDigits, toPixels, type View } from '../../../../tests/support/code-picture';
import { makeCode } from '../../core/code/make-code';
import { readFrame, readStill } from './read-pixels';

const linkOf = (digits: number) => `https://kachi.example.org/a/#${someDigits(digits)}`;

function picture(link: string, view: View) {
	const code = makeCode(link);
	if (!code.ok) throw new Error(code.error);
	return toPixels(seeCode(code.value, view));
}

const STRAIGHT: View = { width: 720, height: 720, scale: 6 };

describe('reading what was made', () => {
	it.each([100, 400, 900, 1_300, 1_800, 2_300])('reads a link of %i digits', (digits) => {
		const link = linkOf(digits);
		expect(readFrame(picture(link, STRAIGHT), Infinity)).toEqual([link]);
	});

	it.each([90, 180, 270, 7, -18, 45])('reads one that is turned by %i degrees', (turn) => {
		const link = linkOf(800);
		const view = { width: 720, height: 720, scale: 5, turn, noise: 25 };
		expect(readFrame(picture(link, view), Infinity)).toEqual([link]);
	});

	it('reads one of three pixels a module in a noisy frame', () => {
		const link = linkOf(800);
		const view = { width: 640, height: 480, scale: 3, turn: 4, noise: 30 };
		expect(readFrame(picture(link, view), Infinity)).toEqual([link]);
	});

	it.each([100, 600, 1_100, 1_600])(
		'is read by another reader too: a link of %i digits',
		(digits) => {
			const link = linkOf(digits);
			const { data, width, height } = picture(link, STRAIGHT);
			expect(jsQr(data, width, height)?.data).toBe(link);
		}
	);

	it('finds nothing where there is nothing, and does not throw', async () => {
		const data = new Uint8ClampedArray(4 * 64 * 64).fill(200);
		expect(readFrame({ width: 64, height: 64, data })).toEqual([]);
		expect(await readStill({ width: 64, height: 64, data })).toEqual([]);
		expect(readFrame({ width: 0, height: 0, data: new Uint8ClampedArray() })).toEqual([]);
	});

	it('reads each of two codes in one picture', async () => {
		const links = [linkOf(200), linkOf(300)];
		const pictures = links.map((link) => picture(link, { width: 400, height: 400, scale: 6 }));
		const data = new Uint8ClampedArray(pictures.flatMap((each) => [...each.data]));
		const found = await readStill({ width: 400, height: 800, data });
		expect(found.toSorted()).toEqual(links.toSorted());
	});
});
