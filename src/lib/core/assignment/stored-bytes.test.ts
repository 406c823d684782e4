import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameBytes } from './bytes';
import { MAX_FILE } from './caps';
import { bytesIn, payloadOf, storedBytes } from './stored-bytes';

describe('bytes in a log', () => {
	it('are read as they were stored', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(bytesIn(storedBytes(bytes))).toEqual(bytes);
			})
		);
	});

	it('are read whatever their length, up to that of a file', () => {
		const bytes = new Uint8Array(MAX_FILE).fill(0x21);
		expect(sameBytes(payloadOf({ bytes: storedBytes(bytes) }) ?? new Uint8Array(), bytes)).toBe(
			true
		);
	});

	it.each([undefined, null, 7, 'a+b', 'abc=', 'A', 'AB', 'AAB', 'https://a/#AAAA'])(
		'are not read from %j, which was never stored',
		(text) => {
			expect(bytesIn(text)).toBeUndefined();
		}
	);

	it('are no payload where there are none', () => {
		expect(payloadOf({ bytes: '' })).toBeUndefined();
		expect(payloadOf({})).toBeUndefined();
	});
});
