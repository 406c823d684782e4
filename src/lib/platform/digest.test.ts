import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestText } from './digest';

const expected = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('a digest', () => {
	it.each(['', 'abc', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), '같이 価値 🙂'.repeat(900)])(
		'is SHA-256 of %j',
		(text) => {
			expect(digestText(text)).toBe(expected(text));
		}
	);
});
