import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deflate, inflate } from './deflate';

const text = Uint8Array.from(Buffer.from('어느 도시에서? '.repeat(2_000)));
const packed = (bytes: Uint8Array) => Uint8Array.from(deflateRawSync(bytes));

describe('raw DEFLATE', () => {
	it('is what other programs write and read', async () => {
		expect(Buffer.compare(inflateRawSync(await deflate(text)), text)).toBe(0);
		expect(await inflate(packed(text), text.length)).toEqual(text);
		expect(await inflate(packed(new Uint8Array()), 0)).toEqual(new Uint8Array());
	});

	it('is not inflated beyond what is wanted, however far it would go', async () => {
		expect(await inflate(packed(text), text.length - 1)).toBe('too-large');
		expect(await inflate(packed(new Uint8Array(100_000_000)), 256_000)).toBe('too-large');
	});

	it('that is cut or is none is damaged', async () => {
		const bytes = packed(text);
		for (let length = 0; length < bytes.length; length += 5) {
			expect(await inflate(bytes.slice(0, length), text.length)).toBe('damaged');
		}
		expect(await inflate(Uint8Array.of(0xff, 0xff, 0xff), 100)).toBe('damaged');
	});
});
