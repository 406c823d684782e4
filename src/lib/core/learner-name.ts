import { fail, ok, type Result } from './result';

/** Characters a name may have, counted as a reader counts code points. */
export const MAX_NAME = 60;

export type NameFault = 'empty' | 'long';

/** Marks that turn the direction of the text around a name; half characters; control characters. */
const UNWANTED = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cc}\p{Cs}]/gu;
const SPACES = /[\s\u2028\u2029]+/gu;
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A learner's name as it is kept: in NFC, trimmed, on one line, without control characters and
 * without marks of direction, which would turn the text around it.
 */
export function readName(text: string): Result<string, NameFault> {
	const name = text.replace(SPACES, ' ').replace(UNWANTED, '').normalize('NFC').trim();
	// A name of which nothing is seen is none.
	if (name.replace(UNSEEN, '') === '') return fail('empty');
	return [...name].length > MAX_NAME ? fail('long') : ok(name);
}

/** A name that came in from outside: cut where it is too long, undefined where there is none. */
export function namedOutside(text: string | undefined): string | undefined {
	const read = readName(text ?? '');
	if (read.ok) return read.value;
	if (read.error === 'empty') return undefined;
	// Cutting may lay bare a space at the end.
	const cut = readName([...(text ?? '').normalize('NFC').trimStart()].slice(0, MAX_NAME).join(''));
	return cut.ok ? cut.value : undefined;
}
