import { fail, ok, type Result } from '../result';
import type { Bytes } from './bytes';
import type { AssignmentCrypto } from './crypto-port';

/** The 2,048 English words of BIP-39, in their order. */
export type WordList = readonly string[];

/** Words that a seed of 32 bytes is written down as: 256 bits and 8 to check them, 11 a word. */
const SEED_WORDS = 24;

/** Words by which people compare a teacher's key. */
const KEY_WORDS = 4;

const SEED_LENGTH = 32;
const BITS = 11;
const BYTE = 8;

/** Why words are no seed. Places count from 1, as people do. */
export type WordsFault =
	| { readonly is: 'count'; readonly found: number }
	| {
			readonly is: 'unknown-word';
			readonly place: number;
			readonly word: string;
			/** The word of the list that is most like it. */
			readonly nearest: string;
	  }
	/** Each is a word of the list; one of them is another, or two have changed places. */
	| { readonly is: 'checksum' };

const bitsOf = (value: number, count: number) => value.toString(2).padStart(count, '0');

const bytesBits = (bytes: Uint8Array) => Array.from(bytes, (byte) => bitsOf(byte, BYTE)).join('');

const pieces = (bits: string, size: number): readonly number[] =>
	Array.from({ length: Math.floor(bits.length / size) }, (_, at) =>
		Number.parseInt(bits.slice(size * at, size * (at + 1)), 2)
	);

const wordsAt = (bits: string, list: WordList) =>
	pieces(bits, BITS).map((place) => list[place] ?? '');

/** A seed as 24 words of BIP-39. @param seed 32 bytes */
export async function wordsOfSeed(
	seed: Bytes,
	list: WordList,
	crypto: Pick<AssignmentCrypto, 'sha256'>
): Promise<readonly string[]> {
	const check = await crypto.sha256(seed);
	return wordsAt(bytesBits(seed) + bytesBits(check.subarray(0, 1)), list);
}

/** How many letters are to be put in, left out or changed (Levenshtein). */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let at = 1; at <= one.length; at++) {
		const next = [at];
		for (let to = 1; to <= other.length; to++) {
			const swap = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
			next.push(Math.min(swap, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[other.length] ?? 0;
}

/** Longer is no word of the list, and only its start is looked at. */
const LONGEST = 16;

/** The first four letters tell the words of the list apart, and people know them best. */
function nearestOf(word: string, list: WordList): string {
	const short = word.slice(0, LONGEST);
	const unlike = (other: string) =>
		distance(short, other) + (short.slice(0, 4) === other.slice(0, 4) ? -1 : 0);
	return list.reduce((best, other) => (unlike(other) < unlike(best) ? other : best), list[0] ?? '');
}

/** Words as they were typed: in any case, with numbers, commas or line ends between them. */
const typedWords = (text: string): readonly string[] =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.filter((word) => word !== '');

/** The seed that 24 words stand for. */
export async function seedOfWords(
	text: string,
	list: WordList,
	crypto: Pick<AssignmentCrypto, 'sha256'>
): Promise<Result<Bytes, WordsFault>> {
	const words = typedWords(text);
	const places = new Map(list.map((word, at) => [word, at]));
	const unknown = words.slice(0, SEED_WORDS).findIndex((word) => !places.has(word));
	const word = words[unknown];
	if (word !== undefined) {
		return fail({ is: 'unknown-word', place: unknown + 1, word, nearest: nearestOf(word, list) });
	}
	if (words.length !== SEED_WORDS) return fail({ is: 'count', found: words.length });
	const bits = words.map((each) => bitsOf(places.get(each) ?? 0, BITS)).join('');
	const bytes = Uint8Array.from(pieces(bits, BYTE));
	const seed = bytes.slice(0, SEED_LENGTH);
	const [check] = await crypto.sha256(seed);
	return check === bytes[SEED_LENGTH] ? ok(seed) : fail({ is: 'checksum' });
}

/**
 * Four words of a teacher's key, by which people compare it: the first 44 bits of its hash.
 *
 * @param key the identity key, compressed
 */
export async function keyWords(
	key: Bytes,
	list: WordList,
	crypto: Pick<AssignmentCrypto, 'sha256'>
): Promise<readonly string[]> {
	return wordsAt(bytesBits(await crypto.sha256(key)), list).slice(0, KEY_WORDS);
}
