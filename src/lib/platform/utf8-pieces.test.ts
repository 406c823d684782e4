import { describe, expect, it } from 'vitest';
import { utf8Pieces } from './utf8-pieces';

const lengths = (texts: Iterable<string>, size: number) =>
	[...utf8Pieces(texts, size)].map(({ length }) => length);
const joined = (texts: Iterable<string>, size: number) =>
	Buffer.concat([...utf8Pieces(texts, size)]).toString();

describe('utf8Pieces', () => {
	it('gives pieces of one size, and the rest', () => {
		expect(lengths(['abc', 'defg', '한'], 4)).toEqual([4, 4, 2]);
		expect(lengths(['abcd'], 4)).toEqual([4]);
		expect(lengths([], 4)).toEqual([]);
		expect(lengths(['', ''], 4)).toEqual([]);
	});

	it('gives the whole text, however long the texts are', () => {
		const text = '한국어 é 😀\n'.repeat(20_000);
		expect(joined([text], 1_000)).toBe(text);
		expect(joined(text, 65_536)).toBe(text);
	});

	it('keeps a surrogate pair that two texts share', () => {
		const texts = ['x'.repeat(65_535), '\ud83d', '\ude00', 'y'];
		expect(joined(texts, 1_000)).toBe(texts.join(''));
	});
});
