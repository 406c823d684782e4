import { describe, expect, it } from 'vitest';
import { nameKey, readName } from './names';

const read = (name: string) => {
	const result = readName(name);
	return result.ok ? result.value : result.error;
};

describe('a name', () => {
	it.each([
		['is trimmed and on one line', '  Kim\t\r\n  Min\u2028seo ', 'Kim Min seo'],
		['is in NFC', 'Jose\u0301 \u1100\u1161', 'José 가'],
		['has no controls', 'a\u0000b\u001bc\u0085', 'abc'],
		['does not turn the text around it', '\u202eevil\u202c \u2066x\u2069\u200f', 'evil x'],
		['has nothing that is not seen', 'a\u200b\u200c\u200d\u2060\ufeff\u00adb\u3164\u115f', 'ab'],
		['has no half characters', 'a\ud800b', 'ab'],
		['has four marks on a base at most', `a${'\u0323'.repeat(9)}b`, 'ạ\u0323\u0323\u0323\u0323b'],
		['keeps the selectors of variants', '葛\u{e0100}飾', '葛\u{e0100}飾'],
		['keeps emoji and other scripts', '👍🏽 김민서 ไทย عمر', '👍🏽 김민서 ไทย عمر'],
		['is joined when what stood between is gone', 'e\u200b\u0301', 'é']
	])('%s', (_, given, expected) => {
		expect(read(given)).toBe(expected);
		expect(read(expected)).toBe(expected);
	});

	it('of which nothing is seen is none', () => {
		for (const none of ['', ' \n', '\u200b', '\u3164', '\u0301', '\ufe0f', '\u202e']) {
			expect(read(none)).toBe('empty');
		}
	});

	it('has 60 graphemes and 240 bytes at most', () => {
		expect(read('가'.repeat(60))).toBe('가'.repeat(60));
		expect(read('가'.repeat(61))).toBe('long');
		expect(read('a\u0323\u0307'.repeat(60))).toBe('long');
		expect(read('👍🏽'.repeat(30))).toBe('👍🏽'.repeat(30));
		expect(read('👍🏽'.repeat(31))).toBe('long');
		expect(read('a'.repeat(2_000_000))).toBe('long');
	});
});

describe('names that may be one', () => {
	it.each([
		['KIM MINSEO', 'kim  minseo'],
		['Ｋｉｍ', 'kim'],
		['Straße', 'STRASSE'],
		['ΟΔΟΣ', 'οδος'],
		['葛\u{e0100}', '葛'],
		['㌔', 'キロ']
	])('are compared without case and form: %s, %s', (one, other) => {
		expect(nameKey(one)).toBe(nameKey(other));
	});

	it('are not those that differ by a letter or an accent', () => {
		expect(nameKey('José')).not.toBe(nameKey('Jose'));
		expect(nameKey('김민서')).not.toBe(nameKey('김민석'));
	});
});
