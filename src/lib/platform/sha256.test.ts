import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256Hex } from './sha256';

const digest = (data: Buffer) => createHash('sha256').update(data).digest();

/** The construction as its description says, by other means. */
function expected(text: string): string {
	const bytes = Buffer.from(text);
	const digests: Buffer[] = [];
	for (let at = 0; at < bytes.length; at += 2 ** 20) {
		digests.push(digest(bytes.subarray(at, at + 2 ** 20)));
	}
	return digest(Buffer.concat(digests)).toString('hex');
}

describe('sha256Hex', () => {
	afterEach(() => void vi.unstubAllGlobals());

	it('is SHA-256 of the digests of each MiB', async () => {
		const long = '한국어 😀\n'.repeat(200_000);
		for (const text of ['', 'a', 'x'.repeat(2 ** 20), 'x'.repeat(2 ** 20 + 1), long]) {
			expect(await sha256Hex([text])).toBe(expected(text));
		}
	});

	it('never changes', async () => {
		expect(await sha256Hex(['{"a":1}\n', '{"b":2}\n'])).toBe(
			'9e6d5e62b73de5e56f3522977c4867114609fcdca964d0fa965d0bb87ad93e57'
		);
	});

	it('does not depend on how the whole is cut into texts', async () => {
		const text = '한국어 😀\n'.repeat(100_000);
		expect(await sha256Hex(text)).toBe(expected(text));
		expect(await sha256Hex(text.match(/[\s\S]{1,1000}/g) ?? [])).toBe(expected(text));
	});

	it('is undefined where there are no digests', async () => {
		vi.stubGlobal('crypto', {});
		expect(await sha256Hex(['a'])).toBeUndefined();
	});
});
