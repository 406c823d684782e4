import { describe, expect, it } from 'vitest';
import { entry, modelOf, review } from '../../../../tests/support/entries';
import type { BankIndex } from '../bank/bank';
import { generateCards } from '../bank/generate-cards';
import { itemText } from '../item/item-text';
import type { FlashcardItem } from '../item/kinds/flashcard/flashcard';
import { recordOf } from '../log/fold';
import { foldLog } from '../log/fold-log';
import { readFilter } from './browse-filter';
import { browseRows, filterRows, type ListedBank } from './browse-rows';
import { itemStanding } from './standing';

const flashcard = (id: string, front: string, reverse = false): FlashcardItem => ({
	...{ id, kind: 'flashcard', front, back: '-', reverse, explanation: '-' },
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
	return { bank, texts: Object.fromEntries(items.map((item) => [item.id, itemText(item)])) };
}

const shelves = [
	shelf('one', [
		flashcard('cafe', 'A *Café* in\nSeoul'),
		flashcard('geo', '한국 [がくせい]{lang=ja}', true)
	]),
	shelf('two', [flashcard('cafe', 'Ｔｏｋｙｏ – 1965')])
];
const cards = generateCards(shelves.map(({ bank }) => bank));
const rows = browseRows(shelves, cards);

function keysOf(query: string, ...log: readonly unknown[]) {
	const fold = foldLog(log, modelOf);
	const params = new Map(query.split('&').map((each) => each.split('=') as [string, string]));
	const filter = readFilter((name) => params.get(name) ?? null);
	const standing = rows.map((row) => ({
		...row,
		now: itemStanding(
			row.cards.map((card) => recordOf(fold, card)),
			10,
			fold.notes.live.has(row.key)
		)
	}));
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

	it('leaves out an item whose text is another version', () => {
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
		['', ['one/cafe', 'one/geo', 'two/cafe']]
	])('is searched for %j', (search, keys) => {
		expect(keysOf(`q=${search}`)).toEqual(keys);
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
