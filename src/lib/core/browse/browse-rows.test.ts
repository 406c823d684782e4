import { describe, expect, it } from 'vitest';
import { entry, modelOf, review } from '../../../../tests/support/entries';
import type { BankIndex } from '../bank/bank';
import { generateCards } from '../bank/generate-cards';
import { itemAnswers, itemText } from '../item/item-text';
import type { FlashcardItem } from '../item/kinds/flashcard/flashcard';
import { foldLog } from '../log/fold-log';
import { searchOfAddress } from './browse-filter';
import { browseRows, standingRow, type ListedBank } from './browse-rows';
import { findRows } from './match-search';
import { readSearch } from './parse-search';

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
	const words = (item: FlashcardItem) => ({
		asks: itemText(item),
		answers: itemAnswers(item),
		sources: item.id === 'geo' ? ['brief', 'notes'] : ['brief-two']
	});
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

const sources = ['one/brief', 'one/brief-two', 'one/notes', 'two/brief-two'].map((key) => {
	const id = key.slice(4);
	return { key: key as `${string}/${string}`, id, title: `“The ${id}” of Nära` };
});

function found(search: string, ...log: readonly unknown[]) {
	const fold = foldLog(log, modelOf);
	const standing = rows.map((row) => standingRow(row, fold, 10));
	return findRows(standing, readSearch(search).search, { day: 10, sources }).map(({ key }) => key);
}

/** What an older address finds. */
function keysOf(query: string, ...log: readonly unknown[]) {
	const params = new Map(query.split('&').map((each) => each.split('=') as [string, string]));
	return found(
		searchOfAddress((name) => params.get(name) ?? null),
		...log
	);
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

	it('is searched for words together, for what must not be, and for one of several', () => {
		expect(found('"café in seoul"')).toEqual(['one/cafe']);
		expect(found('"seoul café"')).toEqual([]);
		expect(found('-seoul')).toEqual(['one/geo', 'two/cafe']);
		expect(found('seoul or tokyo')).toEqual(['one/cafe', 'two/cafe']);
		expect(found('seoul or tokyo -treaty')).toEqual(['one/cafe']);
	});

	it('is searched for a topic by its name alone, or with its bank', () => {
		expect(found('topic:all')).toHaveLength(3);
		expect(found('topic:one/all')).toEqual(['one/cafe', 'one/geo']);
		expect(found('-topic:two/all')).toEqual(['one/cafe', 'one/geo']);
	});

	it('is searched for an article by its id, else by a part of its id or title', () => {
		expect(found('source:brief')).toEqual(['one/geo']);
		expect(found('source:brie')).toEqual(rows.map(({ key }) => key));
		expect(found('source:two/brief-two')).toEqual(['two/cafe']);
		expect(found('source:"THE NOTES"')).toEqual(['one/geo']);
		expect(found('source:none')).toEqual([]);
	});

	it('is searched for what is known of cards, of which new ones have nothing', () => {
		const log = [
			review('a.1', 100, 'one/cafe#', 3, { interval: 30 }),
			review('a.2', 200, 'one/geo#reverse', 1, { delay: 60 }),
			review('a.3', 300, 'one/geo#', 4, { interval: 4 })
		];
		expect(found('due>10', ...log)).toEqual(['one/cafe']);
		expect(found('due=-3', ...log)).toEqual(['one/geo']);
		expect(found('due=0', ...log)).toEqual(['one/geo']);
		expect(found('stability>0', ...log)).toEqual(['one/cafe', 'one/geo']);
		expect(found('stability<1', ...log)).toEqual(['one/geo']);
		expect(found('difficulty>=1 lapses=0', ...log)).toEqual(['one/cafe', 'one/geo']);
		expect(found('-stability>0', ...log)).toEqual(['two/cafe']);
	});

	it.each([
		'seoul',
		'topic:one/all',
		'kind:flashcard',
		'is:new',
		'source:brief',
		'flag:2',
		'due<3'
	])('is parted in two by %s and its opposite', (term) => {
		const log = [
			review('a.1', 100, 'one/cafe#', 3, { interval: 30 }),
			entry('flag', 'a.2', 200, { cards: ['two/cafe#'], flag: 2 })
		];
		const both = [...found(term, ...log), ...found(`-${term}`, ...log)];
		expect(both.sort()).toEqual(rows.map(({ key }) => key));
	});

	it('is searched for leeches', () => {
		const lapses = Array.from({ length: 9 }, (_, at) =>
			review(`a.${at + 1}`, 100 * (at + 1), 'one/cafe#', at === 0 ? 3 : 1, { interval: 1 })
		);
		expect(found('is:leech', ...lapses.slice(0, 8))).toEqual([]);
		expect(found('is:leech', ...lapses)).toEqual(['one/cafe']);
		expect(found('lapses=8', ...lapses)).toEqual(['one/cafe']);
	});

	it('lets the most urgent card of an item speak for it', () => {
		const due = review('a.1', 100, 'one/geo#reverse', 3, { interval: 1 });
		const half = entry('suspend', 'a.2', 200, { cards: ['one/geo#'] });
		expect(keysOf('state=due', due, half)).toEqual(['one/geo']);
	});
});
