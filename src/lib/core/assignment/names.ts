import { fail, ok, type Result } from '../result';
import { utf8Length } from './bytes';
import { MAX_NAME_BYTES, MAX_NAME_GRAPHEMES, MAX_NAME_MARKS } from './caps';
import { check, text, type Codec } from './codec';

export type NameFault = 'empty' | 'long';

/** Without the byte order mark, which engines take for a space. */
const SPACES = /[^\S\ufeff]+/gu;

/**
 * Controls, marks of direction, half characters, what nobody assigned, and what is not seen. The
 * selectors of variants stay: they tell 葛󠄀 from 葛, and count as marks on their base.
 */
const UNWANTED =
	/[\p{Cc}\p{Cs}\p{Cn}\p{Co}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}/gu;
const UNSEEN = /[\s\p{M}\p{Default_Ignorable_Code_Point}]/gu;
const PILED = new RegExp(`(\\p{M}{${MAX_NAME_MARKS}})\\p{M}+`, 'gu');

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** @param most counting stops beyond it */
function graphemes(name: string, most: number): number {
	let count = 0;
	for (const _ of segmenter.segment(name)) if (++count > most) break;
	return count;
}

/** One pass over a name; what it strips may bring together what NFC joins. */
const tidied = (name: string) =>
	name.replace(SPACES, ' ').replace(UNWANTED, '').normalize('NFC').replace(PILED, '$1').trim();

/**
 * A name or title as it travels: NFC, on one line, without controls, marks of direction and what
 * is not seen, at most 4 combining marks on a base, 60 graphemes and 240 bytes.
 *
 * Law: a name that was read is read as itself.
 */
export function readName(given: string): Result<string, NameFault> {
	// Beyond this no name is short enough, and there is no need to look at all of it.
	const long = given.length > 8 * MAX_NAME_BYTES;
	const name = tidied(tidied(long ? given.slice(0, 8 * MAX_NAME_BYTES) : given));
	if (name.replace(UNSEEN, '') === '') return fail('empty');
	if (long || utf8Length(name) > MAX_NAME_BYTES) return fail('long');
	return graphemes(name, MAX_NAME_GRAPHEMES) > MAX_NAME_GRAPHEMES ? fail('long') : ok(name);
}

/** The form in which names are compared for a hint that two may be one; never shown. */
export const nameKey = (name: string): string =>
	name
		.normalize('NFKC')
		.replace(/[\p{Default_Ignorable_Code_Point}\s]+/gu, (gap) => (/\s/u.test(gap) ? ' ' : ''))
		// Upper case first: that takes ß and ς to what their other spellings are.
		.toUpperCase()
		.toLowerCase()
		.normalize('NFKC')
		.trim();

const anyText = text(MAX_NAME_BYTES);

/** A name in a document; one that would be read as another is refused as `bad-name`. */
export const nameCodec: Codec<string> = {
	write: (value) => value,
	read(value) {
		check(typeof value === 'string' && value.length <= MAX_NAME_BYTES, 'bad-name');
		const read = readName(anyText.read(value));
		check(read.ok && read.value === value, 'bad-name');
		return value as string;
	}
};
