import { describe, expect, it } from 'vitest';
import type { DocumentEntry } from '../log/entry';
import { entry } from '../../../../tests/support/entries';
import { bankContent, bankIndex } from './bank-parts';
import {
	allOwnBanks,
	newestOwnBanks,
	readOwnBank,
	uniteOwnBanks,
	writeOwnBank,
	type OwnBank,
	type OwnItem
} from './own-bank';

const card = (id: string, front = id): OwnItem => ({
	...{ topic: 'all', revision: '1-aa' },
	item: {
		...{ id, kind: 'flashcard', front, back: 'b', reverse: false, explanation: '', evidence: [] },
		...{ claim: 'fact', difficulty: 'medium', excludes: [] }
	}
});

const bankOf = (fields: Partial<OwnBank> = {}): OwnBank => ({
	...{ id: 'own-aaaa', lang: 'ko', title: '낱말' },
	...{ topics: [{ id: 'all', title: '낱말' }], items: [card('one'), card('two')] },
	...fields
});

const kept = (id: string, t: number, bank: OwnBank): DocumentEntry =>
	entry('document', id, t, { type: 'bank', hash: id, text: writeOwnBank(bank) });

const banksOf = (...entries: readonly DocumentEntry[]) =>
	uniteOwnBanks(newestOwnBanks(allOwnBanks(entries)));

describe('a bank of one’s own', () => {
	it('is read as it was written', () => {
		for (const bank of [bankOf(), bankOf({ id: 't-0a1b2c3d', part: 'ff' })]) {
			expect(readOwnBank(writeOwnBank(bank))).toEqual(bank);
		}
	});

	it('keeps what it cannot ask, for a version that can', () => {
		const strange = { topic: 'all', revision: '1-b', item: { id: 'x', kind: 'hotspot' } };
		const text = writeOwnBank({ ...bankOf(), unread: [strange] });
		const read = readOwnBank(text);
		expect(read?.items.map(({ item }) => item.id)).toEqual(['one', 'two']);
		expect(read && writeOwnBank(read)).toBe(text);
	});

	it.each([
		['no JSON', '{'],
		['another version', JSON.stringify({ v: 2 })],
		['no bank', '[]'],
		['the id of a bank that comes with the app', writeOwnBank(bankOf({ id: 'japan-korea' }))],
		['no title', JSON.stringify({ ...JSON.parse(writeOwnBank(bankOf())), title: 7 })]
	])('is none with %s', (_, text) => {
		expect(readOwnBank(text)).toBeUndefined();
	});

	it.each([
		['a key that is no option', { key: 'c' }],
		[
			'two options with one id',
			{
				options: [
					{ id: 'a', text: 'x' },
					{ id: 'a', text: 'y' }
				]
			}
		],
		['a text beyond measure', { stem: 'x'.repeat(2_001) }],
		['no stem', { stem: undefined }],
		['evidence that is none', { evidence: [{}] }]
	])('leaves aside an item with %s', (_, fields) => {
		const choice = {
			...card('one').item,
			...{ kind: 'choice', stem: 's', key: 'a' },
			options: [
				{ id: 'a', text: 'x' },
				{ id: 'b', text: 'y' }
			]
		};
		const read = (item: object) =>
			readOwnBank(
				JSON.stringify({ v: 1, ...bankOf(), items: [{ topic: 'all', revision: '1-a', item }] })
			);
		expect(read(choice)?.items).toHaveLength(1);
		expect(read({ ...choice, ...fields })).toMatchObject({ items: [], unread: [{}] });
	});

	it('is what its newest document says, in the order of the log', () => {
		const old = kept('a.1', 5, bankOf());
		const renamed = kept('b.1', 7, bankOf({ title: 'New' }));
		const banks = banksOf(renamed, old);
		expect(banks.map(({ title }) => title.ja)).toEqual(['New']);
	});

	it('is the union of its parts', () => {
		const id = 't-0a1b2c3d';
		const banks = banksOf(
			kept('a.1', 1, bankOf({ id, part: 'aa' })),
			kept('a.2', 2, bankOf({ id, part: 'bb', items: [card('two', 'again'), card('three')] })),
			kept('a.3', 3, bankOf())
		);
		expect(banks.map(({ items }) => items.map(({ key }) => key))).toEqual([
			[`${id}/one`, `${id}/two`, `${id}/three`],
			['own-aaaa/one', 'own-aaaa/two']
		]);
	});

	it('has an index and content as every bank has', () => {
		const [bank] = banksOf(kept('a.1', 1, bankOf()));
		if (!bank) throw new Error('no bank');
		expect(bankIndex(bank)).toMatchObject({
			title: { en: '낱말', ko: '낱말', ja: '낱말' },
			items: [{ id: 'one', kind: 'flashcard' }, {}]
		});
		expect(bankContent(bank)).toMatchObject({
			...{ sources: [], articles: [], texts: { one: { asks: 'one', sources: [] } } },
			shelves: { all: [[{ revision: '1-aa', item: { id: 'one' } }, {}]] }
		});
	});
});
