import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { bytesOfHex } from '$lib/core/assignment/bytes';
import { makeSeed } from './keys';
import { keyWords, seedOfWords, wordsOfSeed } from './seed-words';

const times = (count: number, word: string) => Array<string>(count).fill(word).join(' ');
/** Eight words three times over, with another last one. */
const thrice = (words: string, last: string) =>
	[...times(3, words).split(' ').slice(0, 23), last].join(' ');

/** The published vectors of BIP-39 for 256 bits. */
const VECTORS: readonly (readonly [string, string])[] = [
	['00'.repeat(32), `${times(23, 'abandon')} art`],
	['7f'.repeat(32), thrice('legal winner thank year wave sausage worth useful', 'title')],
	['80'.repeat(32), thrice('letter advice cage absurd amount doctor acoustic avoid', 'bless')],
	['ff'.repeat(32), `${times(23, 'zoo')} vote`],
	[
		'68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c',
		'hamster diagram private dutch cause delay private meat slide toddler razor book happy fancy gospel tennis maple dilemma loan word shrug inflict delay length'
	],
	[
		'9f6a2878b2520799a44ef18bc7df394e7061a224d2c33cd015b157d746869863',
		'panda eyebrow bullet gorilla call smoke muffin taste mesh discover soft ostrich alcohol speed nation flash devote level hobby quick inner drive ghost inside'
	],
	[
		'066dca1a2bb7e8a1db2832148ce9933eea0f3ac9548d793112d9a95c9407efad',
		'all hour make first leader extend hole alien behind guard gospel lava path output census museum junior mass reopen famous sing advance salt reform'
	],
	[
		'f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f',
		'void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing screen patrol group space point ten exist slush involve unfold'
	]
];

describe('the words of a seed', () => {
	it.each(VECTORS)('are those of the published vector %s', async (digits, text) => {
		const seed = bytesOfHex(digits);
		expect((await wordsOfSeed(seed)).join(' ')).toBe(text);
		expect(await seedOfWords(text)).toEqual({ ok: true, value: seed });
	});

	it('bring a new seed back, whatever was typed between them', async () => {
		const seed = makeSeed();
		const words = await wordsOfSeed(seed);
		const typed = words.map((word, at) => `${at + 1}. ${word.toUpperCase()},`).join('\n');
		expect(await seedOfWords(typed)).toEqual({ ok: true, value: seed });
	});

	it('say which word is not in the list, and which is most like it', async () => {
		const words = `${times(22, 'abandon')} abandom art`;
		expect(await seedOfWords(words)).toEqual({
			ok: false,
			error: { is: 'unknown-word', place: 23, word: 'abandom', nearest: 'abandon' }
		});
		const [first] = wordlist;
		expect(await seedOfWords(`${first} hamstr`)).toMatchObject({
			error: { is: 'unknown-word', place: 2, nearest: 'hamster' }
		});
	});

	it('say how many there are where there are not 24', async () => {
		for (const count of [0, 1, 12, 23, 25]) {
			expect(await seedOfWords(times(count, 'zoo'))).toEqual({
				ok: false,
				error: { is: 'count', found: count }
			});
		}
	});

	it('do not pass when one is another, or two changed places', async () => {
		const checksum = { ok: false, error: { is: 'checksum' } };
		expect(await seedOfWords(`${times(23, 'abandon')} zoo`)).toEqual(checksum);
		const [first, second, ...rest] = (VECTORS[4]?.[1] ?? '').split(' ');
		expect(await seedOfWords([second, first, ...rest].join(' '))).toEqual(checksum);
	});
});

describe('the words of a key', () => {
	it('are four, the same each time, and others for another key', async () => {
		const [one, other] = [Uint8Array.of(2, 1), Uint8Array.of(2, 2)];
		expect(await keyWords(one)).toHaveLength(4);
		expect(await keyWords(one)).toEqual(await keyWords(one));
		expect(await keyWords(one)).not.toEqual(await keyWords(other));
		for (const word of await keyWords(one)) expect(wordlist).toContain(word);
	});
});
