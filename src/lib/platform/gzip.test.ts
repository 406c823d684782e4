import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzip, gzip } from './gzip';

const text = Array.from({ length: 30_000 }, (_, at) => `한 ${at * 7919} 😀\n`).join('');

async function unpack(...parts: BlobPart[]) {
	let taken = '';
	const end = await gunzip(new Blob(parts), (piece) => {
		taken += piece;
		return true;
	});
	return { end, taken };
}

/** How often other tasks have their turn until something is done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
	let [turns, on] = [0, true];
	const turn = () => {
		turns += 1;
		if (on) setImmediate(turn);
	};
	turn();
	await work;
	on = false;
	return turns;
}

describe('gzip', () => {
	it('packs texts as UTF-8, as other programs read them', async () => {
		expect(gunzipSync(await gzip(['a', '한\n', '😀'])).toString()).toBe('a한\n😀');
		expect(gunzipSync(await gzip([text])).toString()).toBe(text);
		expect(gunzipSync(await gzip([])).toString()).toBe('');
	});

	it('asks for texts as it goes, and lets others have their turn', async () => {
		const texts = Array.from({ length: 60 }, () => text.slice(0, 50_000));
		expect(await turnsDuring(gzip(texts))).toBeGreaterThan(10);
	});

	it('fails as its texts do', async () => {
		function* failing() {
			yield text;
			throw new RangeError('too long');
		}
		await expect(gzip(failing())).rejects.toThrow(new RangeError('too long'));
	});
});

describe('gunzip', () => {
	it('gives the text back in pieces', async () => {
		expect(await unpack(await gzip([text]))).toEqual({ end: 'done', taken: text });
		expect(await unpack(gzipSync(''))).toEqual({ end: 'done', taken: '' });
	});

	it('tells what is not gzip', async () => {
		for (const other of ['', '\u001f', '{"kachi":"backup"}', 'PK\u0003\u0004']) {
			expect(await unpack(other)).toEqual({ end: 'not-gzip', taken: '' });
		}
	});

	it('tells a file that is damaged or cut anywhere', async () => {
		const bytes = await gzip([text]);
		for (let at = 12; at < bytes.length; at += Math.floor(bytes.length / 15)) {
			expect((await unpack(bytes.subarray(0, at))).end).toBe('damaged');
			const flipped = bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
			expect((await unpack(flipped)).end).toBe('damaged');
		}
	});

	it.each([
		['a length that is wrong', -1],
		['a checksum that is wrong', -5]
	])('tells %s', async (_, at) => {
		const bytes = await gzip([text]);
		const flipped = bytes.map((byte, index) => (index === bytes.length + at ? byte ^ 1 : byte));
		expect((await unpack(flipped)).end).toBe('damaged');
	});

	it('takes what is no UTF-8 for damage', async () => {
		expect((await unpack(gzipSync(Buffer.from([0x61, 0xff, 0x62])))).end).toBe('damaged');
		expect((await unpack(gzipSync(Buffer.from('한').subarray(0, 2)))).end).toBe('damaged');
	});

	it('stops when enough was taken', async () => {
		const bytes = await gzip([text]);
		let taken = 0;
		const end = await gunzip(new Blob([bytes]), ({ length }) => (taken += length) < 10);
		expect(end).toBe('stopped');
		expect(taken).toBeLessThan(text.length / 2);
	});

	it('lets others have their turn', async () => {
		const bytes = await gzip(Array.from({ length: 10 }, () => text));
		expect(await turnsDuring(gunzip(new Blob([bytes]), () => true))).toBeGreaterThan(10);
	});

	it('fails when the file cannot be read, which is no damage', async () => {
		const gone = new DOMException('gone', 'NotReadableError');
		class Lost extends Blob {
			override slice(from = 0, to?: number) {
				if (from > 0) throw gone;
				return super.slice(from, to);
			}
		}
		const bytes = gzipSync(Buffer.from({ length: 300_000, 0: 1 }), { level: 0 });
		await expect(gunzip(new Lost([bytes]), () => true)).rejects.toBe(gone);
	});
});
