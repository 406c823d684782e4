import { describe, expect, it } from 'vitest';
import { MAX_NAME, namedOutside, readName } from './learner-name';

const nameOf = (text: string) => {
	const read = readName(text);
	return read.ok ? read.value : { not: read.error };
};

describe('a name', () => {
	it('is trimmed, and one line', () => {
		expect(nameOf('  Mina \t Kim\n')).toBe('Mina Kim');
		expect(nameOf('\u3000美奈\u3000')).toBe('美奈');
	});

	it('is kept in NFC', () => {
		expect(nameOf('민아'.normalize('NFD'))).toBe('민아');
		expect(nameOf('Zoe\u0308')).toBe('Zoë');
	});

	it('loses marks of direction, control characters and half characters', () => {
		expect(nameOf('\u202eMi\u200fna\u2069')).toBe('Mina');
		expect(nameOf('Mi\u0007na\u001b')).toBe('Mina');
		expect(nameOf('Mina\ud83d')).toBe('Mina');
	});

	it('keeps what a script or a picture is joined with', () => {
		expect(nameOf('👩‍🚀')).toBe('👩‍🚀');
	});

	it.each(['', '   ', '\u200b', '\u3164', '\u202e', '\u00ad\u2060'])(
		'is not one of which nothing is seen (case %#)',
		(text) => {
			expect(nameOf(text)).toEqual({ not: 'empty' });
		}
	);

	it('has 60 characters at most, whatever they take', () => {
		expect(nameOf('🦉'.repeat(MAX_NAME))).toBe('🦉'.repeat(MAX_NAME));
		expect(nameOf('a'.repeat(MAX_NAME + 1))).toEqual({ not: 'long' });
		expect(nameOf('각'.repeat(MAX_NAME).normalize('NFD'))).toBe('각'.repeat(MAX_NAME));
	});
});

describe('a name from outside', () => {
	it('is cut where it is too long', () => {
		expect(namedOutside('a'.repeat(500))).toBe('a'.repeat(MAX_NAME));
		expect(namedOutside(`${'a'.repeat(MAX_NAME - 1)} bc`)).toBe('a'.repeat(MAX_NAME - 1));
	});

	it('is none where nothing of it can be kept', () => {
		expect(namedOutside(undefined)).toBeUndefined();
		expect(namedOutside('\u202e')).toBeUndefined();
		expect(namedOutside('\u202eMina')).toBe('Mina');
	});
});
