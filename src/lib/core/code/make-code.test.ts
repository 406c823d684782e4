import { describe, expect, it } from 'vitest';
import { someDigits } from '../../../../tests/support/code-picture';
import { toQrLink } from '../assignment/link';
import { codePath, makeCode, MOST_VERSION, type CodePlace } from './make-code';

/** As long as the address of a page on a common static host. */
const PAGE = 'https://kachi.example.org/a/';

const payload = (bytes: number) => Uint8Array.from({ length: bytes }, (_, at) => at * 37 + 33);

/** Bytes of a link in base64url of so many letters. */
const bytesOf = (letters: number) => Math.floor(((letters - PAGE.length - 1) * 3) / 4);

function made(link: string, place: CodePlace) {
	const code = makeCode(link, place);
	if (!code.ok) throw new Error(code.error);
	return code.value;
}

describe('makeCode', () => {
	it('keeps a quiz of 380 bytes within 16-M on a wall and 13-L on a phone', () => {
		const link = toQrLink(PAGE, payload(380));
		const wall = made(link, 'wall');
		const phone = made(link, 'phone');
		expect(wall.level).toBe('M');
		expect(wall.version).toBeLessThanOrEqual(16);
		expect(phone.version).toBeLessThanOrEqual(13);
	});

	it.each([
		[460, 12],
		[550, 13]
	])('keeps a sheet whose link has %i letters within %i-L on a phone', (letters, version) => {
		const code = made(toQrLink(PAGE, payload(bytesOf(letters))), 'phone');
		expect(code.version).toBeLessThanOrEqual(version);
	});

	it('repairs less where a code would else be too dense, and says what is too long', () => {
		const dense = made(`${PAGE}#${someDigits(2_200)}`, 'wall');
		expect(dense.level).toBe('L');
		expect(dense.version).toBeLessThanOrEqual(MOST_VERSION);
		expect(makeCode(`${PAGE}#${someDigits(2_500)}`)).toEqual({ ok: false, error: 'too-long' });
		expect(makeCode(`${PAGE}#${someDigits(20_000)}`)).toEqual({ ok: false, error: 'too-long' });
		expect(makeCode('x'.repeat(2_900))).toEqual({ ok: false, error: 'too-long' });
	});

	it('takes repair that costs no version', () => {
		expect(made(`${PAGE}#${someDigits(20)}`, 'phone')).toMatchObject({ level: 'M' });
	});

	it('draws each run of dark modules once, four modules from the edge', () => {
		const code = made(`${PAGE}#${someDigits(300)}`, 'wall');
		const drawn = code.rows.map((row) => row.map(() => false));
		for (const [, x, y, width] of codePath(code).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
			drawn[Number(y) - 4]?.fill(true, Number(x) - 4, Number(x) - 4 + Number(width));
		}
		expect(drawn).toEqual(code.rows);
	});
});
