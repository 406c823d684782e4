import { describe, expect, it } from 'vitest';
import { entry, modelOf, review } from '../../../../tests/support/entries';
import type { BankIndex } from '../bank/bank';
import { generateCards } from '../bank/generate-cards';
import { itemAnswers, itemText } from '../item/item-text';
import type { FlashcardItem } from '../item/kinds/flashcard/flashcard';
import { foldLog } from '../log/fold-log';
import { readFilter } from './browse-filter';
import { browseRows, filterRows, standingRow, type ListedBank } from './browse-rows';

const flashcard = (id: string, front: string, reverse = false, back = '-'): FlashcardItem => ({
	...{ id, kind: 'flashcard', front, back, reverse, explanation: '-' },
	...{ evidence: [], claim: 'fact', difficulty: 'easy', excludes: [] }
});

const localized = (text: string) => ({ en: text, ko: text, ja: text });

function shelf(id: string, items: readonly FlashcardItem[]): ListedBank {
	const bank: BankIndex = {
		...{ id, lang: 'en', title: localized(id), topics: [{ id: 'all', title: localized('All') }] },
		items: items.map((item) => ({
			...{ id: item.id, topic: 'all', kind: item.kind },
			parts: item.reverse ? ['', 'reverse'] : ['']
		}))
	};
	const words = (item: FlashcardItem) => ({ asks: itemText(item), answers: itemAnswers(item) });
	return { bank, texts: Object.fromEntries(items.map((item) => [item.id, words(item)])) };
}

const shelves = [
	shelf('one', [
		flashcard('cafe', 'A *Café* in\nSeoul'),
		flashcard('geo', '한국 [がくせい]{lang=ja}', true)
	]),
	shelf('two', [flashcard('cafe', 'Ｔｏｋｙｏ – 1965', false, 'The *Treaty* of [기본]{lang=ko}')])
];
const cards = generateCards(shelves.map(({ bank }) => bank));
const rows = browseRows(shelves, cards);

function keysOf(query: string, ...log: readonly unknown[]) {
	const fold = foldLog(log, modelOf);
	const params = new Map(query.split('&').map((each) => each.split('=') as [string, string]));
	const filter = readFilter((name) => params.get(name) ?? null);
	const standing = rows.map((row) => standingRow(row, fold, 10));
	return filterRows(standing, filter).map(({ key }) => key);
}

describe('a list of items', () => {
	it('holds those of all banks in their order, each with its cards and its words', () => {
		expect(rows.map(({ key, cards, text }) => [key, cards.length, text])).toEqual([
			['one/cafe', 1, 'A Café in Seoul'],
			['one/geo', 2, '한국 がくせい'],
			['two/cafe', 1, 'Ｔｏｋｙｏ – 1965']
		]);
	});

	it('leaves out an item whose words are another version', () => {
		const [first] = shelves;
		if (!first) throw new Error('no shelf');
		expect(browseRows([{ ...first, texts: {} }], cards)).toEqual([]);
	});

	it.each([
		['cafe', ['one/cafe']],
		['CAFÉ  seoul', ['one/cafe']],
		['tokyo', ['two/cafe']],
		['- 1965', ['two/cafe']],
		['한국', ['one/geo']],
		['하', ['one/geo']],
		['ｶﾞｸｾｲ', []],
		['がく', ['one/geo']],
		['かく', []],
		['seoul tokyo', []],
		['treaty', ['two/cafe']],
		['TREATY tokyo 기본', ['two/cafe']],
		['', ['one/cafe', 'one/geo', 'two/cafe']]
	])('is searched for %j', (search, keys) => {
		expect(keysOf(`q=${search}`)).toEqual(keys);
	});

	it('is searched for the words of notes too, beside those of the item', () => {
		const note = (id: string, t: number, text: string) =>
			entry('note', id, t, { item: 'one/geo', text });
		const first = note('a.1', 100, 'Like *école*, says Mina');
		expect(keysOf('q=ECOLE', first)).toEqual(['one/geo']);
		expect(keysOf('q=mina 한국', first)).toEqual(['one/geo']);
		expect(keysOf('q=mina tokyo', first)).toEqual([]);
		const second = note('a.2', 200, 'Another');
		expect(keysOf('q=mina', first, second)).toEqual([]);
		expect(keysOf('q=mina', first, note('a.2', 200, ''))).toEqual([]);
	});

	it('is narrowed to a topic of one bank, and to a kind', () => {
		expect(keysOf('topic=two/all')).toEqual(['two/cafe']);
		expect(keysOf('kind=choice')).toEqual([]);
		expect(keysOf('kind=flashcard&q=seoul')).toEqual(['one/cafe']);
	});

	it.each([
		['new', ['one/geo']],
		['due', ['one/cafe']],
		['later', ['two/cafe']],
		['suspended', []],
		['missed', ['one/cafe']]
	])('is narrowed to what is %s', (state, keys) => {
		const due = review('a.1', 100, 'one/cafe#', 1, { interval: 1 });
		const later = review('a.2', 900, 'two/cafe#', 3, { interval: 9 });
		expect(keysOf(`state=${state}`, due, later)).toEqual(keys);
	});

	it('is narrowed to flags, to one colour, to notes and to what is out of study', () => {
		const log = [
			entry('flag', 'a.1', 100, { cards: ['one/cafe#'], flag: 2 }),
			entry('flag', 'a.2', 200, { cards: ['two/cafe#'], flag: 5 }),
			entry('note', 'a.3', 300, { item: 'one/geo', text: 'x' }),
			entry('suspend', 'a.4', 400, { cards: ['one/geo#', 'one/geo#reverse'] }),
			entry('bury', 'a.5', 1_000, { cards: ['one/cafe#'] })
		];
		expect(keysOf('state=flagged', ...log)).toEqual(['one/cafe', 'two/cafe']);
		expect(keysOf('flag=5', ...log)).toEqual(['two/cafe']);
		expect(keysOf('state=noted', ...log)).toEqual(['one/geo']);
		expect(keysOf('state=suspended', ...log)).toEqual(['one/geo']);
		expect(keysOf('state=buried', ...log)).toEqual(['one/cafe']);
	});

	it('lets the most urgent card of an item speak for it', () => {
		const due = review('a.1', 100, 'one/geo#reverse', 3, { interval: 1 });
		const half = entry('suspend', 'a.2', 200, { cards: ['one/geo#'] });
		expect(keysOf('state=due', due, half)).toEqual(['one/geo']);
	});
});
