import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import { openBackup, sealBackup } from './backup-document';
import { seededRandom } from '../random';
import { ascii } from './bytes';
import { MAX_BACKUP, MAX_FILE } from './caps';
import { frameEnd, readFrame } from './frame';
import { toBase64Url } from './base64url';
import { readLink } from './link';

const { crypto, SEED, OTHER_SEED, SALT, faultOf, valueOf } = made;

const LINES = ascii('{"kachi":"backup"}\n{"kachi":"end"}\n');
const sealed = async (plain = LINES, seed = SEED) =>
	valueOf(await sealBackup(plain, seed, SALT, crypto));
const opened = (payload: Uint8Array, seed = SEED) => openBackup(payload, seed, crypto);

describe("a teacher's file", () => {
	it('brings back what was put in, to the byte', async () => {
		expect(valueOf(await opened(await sealed()))).toEqual(LINES);
	});

	it('says of another seed that it is another', async () => {
		expect(faultOf(await opened(await sealed(), OTHER_SEED))).toBe('other-seed');
	});

	it('is refused when any of its bytes was changed, and when it was cut', async () => {
		const payload = await sealed();
		for (let at = 0; at < payload.length; at++) {
			const other = payload.map((byte, place) => (place === at ? byte ^ 1 : byte));
			expect(faultOf(await opened(other)), `byte ${at}`).not.toBe('none');
			expect(faultOf(await opened(payload.slice(0, at))), `cut at ${at}`).not.toBe('none');
		}
		expect(faultOf(await opened(payload.map((byte, at) => (at === 40 ? byte ^ 1 : byte))))).toBe(
			'altered'
		);
	});

	it('holds nothing of the lines in the clear, and differs with its salt', async () => {
		const payload = await sealed();
		const other = valueOf(await sealBackup(LINES, SEED, made.bytesFrom(7, 16), crypto));
		expect(String.fromCharCode(...payload)).not.toContain('kachi');
		expect(other).not.toEqual(payload);
	});

	it('may be larger than what travels, and is no link', async () => {
		const chance = seededRandom('noise');
		const random = new Uint8Array(2_400_000).map(() => 256 * chance());
		const payload = await sealed(random);
		expect(payload.length).toBeGreaterThan(MAX_FILE);
		expect(frameEnd(payload)).toBe(payload.length);
		expect(valueOf(await opened(payload)).length).toBe(random.length);
		expect(readLink(`https://example.test/a/#${toBase64Url(payload)}`).ok).toBe(false);
	});

	it('has caps of its own', async () => {
		const long = new Uint8Array(MAX_BACKUP + 1);
		long.set((await sealed()).subarray(0, 5));
		expect(faultOf(readFrame(long, 'backup'))).toBe('too-large');
	});
});
