import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkPasted, languageOf, parseOwnItem } from './check-pasted';
import { MAX_PASTED_ITEMS, type ReadBlock } from './pasted';

let count = 0;
const ports = {
	ids: { id: (bits: number) => String((count += 1)).padStart(bits / 5, '0') },
	digest: (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
};

const card = (line: number, front = `front ${line}`): ReadBlock => ({
	...{ fromLine: line, toLine: line },
	item: { kind: 'flashcard', front, back: 'back' }
});

describe('what was read', () => {
	it('gets ids and revisions, and is an item that scores', () => {
		const options = [{ text: 'Kyoto' }, { text: 'Nara', key: true as const }];
		const block = {
			fromLine: 1,
			toLine: 4,
			item: { kind: 'choice' as const, stem: 'Q?', options }
		};
		expect(checkPasted([block], new Set(), ports).blocks).toMatchObject([
			{
				...{ is: 'item', fromLine: 1, toLine: 4 },
				revision: expect.stringMatching(/^1-[0-9a-f]{16}$/),
				item: {
					id: expect.stringMatching(/^\d{8}$/),
					...{ key: 'o2', explanation: '', evidence: [], difficulty: 'medium' }
				}
			}
		]);
	});

	it('stands once, even when it was pasted before', () => {
		const [first] = checkPasted([card(1)], new Set(), ports).blocks;
		const known = new Set(first?.is === 'item' ? [first.revision] : []);
		const again = checkPasted([card(1), card(2), card(3, 'front 2')], known, ports);
		expect(again.blocks.map(({ is }) => is)).toEqual(['known', 'item', 'known']);
	});

	it('ends where there is too much, and says at which line', () => {
		const many = Array.from({ length: MAX_PASTED_ITEMS + 5 }, (_, at) => card(at + 1));
		const { blocks, restFrom } = checkPasted(many, new Set(), ports);
		expect(blocks).toHaveLength(MAX_PASTED_ITEMS);
		expect(restFrom).toBe(MAX_PASTED_ITEMS + 1);
	});

	it('keeps its headers and its problems', () => {
		const blocks: ReadBlock[] = [
			{ fromLine: 1, toLine: 1, header: true },
			{ fromLine: 2, toLine: 2, problem: { what: 'one-column' } }
		];
		expect(checkPasted(blocks, new Set(), ports).blocks.map(({ is }) => is)).toEqual([
			'header',
			'problem'
		]);
	});
});

describe('an item of one’s own', () => {
	const written = { id: 'a', kind: 'flashcard', front: 'f', back: 'b' };

	it('owes neither explanation nor evidence', () => {
		expect(parseOwnItem(written)).toMatchObject({ value: { explanation: '', evidence: [] } });
	});

	it('keeps an explanation that it has', () => {
		expect(parseOwnItem({ ...written, explanation: 'why' })).toMatchObject({
			value: { explanation: 'why' }
		});
	});

	it('is held to everything else', () => {
		expect(parseOwnItem({ ...written, back: '' })).toMatchObject({ ok: false });
	});
});

describe('the language of what was pasted', () => {
	it.each([
		[['treaty', 'peace'], 'en'],
		[['조약', '평화 treaty'], 'ko'],
		[['条約をむすぶ', '平和の日'], 'ja'],
		[['What is 조약 in the language of diplomats?'], 'en'],
		[[], 'en']
	])('of %j is %s', (texts, lang) => {
		expect(languageOf(texts)).toBe(lang);
	});
});
