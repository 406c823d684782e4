import { describe, expect, it } from 'vitest';
import type { BankIndex, IndexItem } from './bank';
import { generateCards } from './generate-cards';

const entry = (id: string, fields: Partial<IndexItem> = {}): IndexItem => ({
	id,
	topic: 'leaders',
	kind: 'choice',
	...fields
});

const bank = (id: string, ...items: readonly IndexItem[]): BankIndex => ({
	id,
	lang: 'en',
	title: { en: id, ko: id, ja: id },
	topics: [],
	items
});

describe('generateCards', () => {
	it('makes one card of each part of an item, with what planning needs', () => {
		const both = entry('hanbok', { kind: 'flashcard', parts: ['', 'reverse'] });
		const common = { kind: 'flashcard', topic: 'leaders' };
		expect(generateCards([bank('b', both)])).toEqual([
			{ ...common, key: 'b/hanbok#', item: 'b/hanbok', part: '', group: 'b/hanbok', order: 0 },
			{
				...common,
				key: 'b/hanbok#reverse',
				item: 'b/hanbok',
				part: 'reverse',
				group: 'b/hanbok',
				order: 1
			}
		]);
	});

	it('mixes the topics of all banks in the order of new cards, one item of each in turn', () => {
		const other = { topic: 'dates' };
		const both = entry('z', { ...other, parts: ['', 'reverse'] });
		const cards = generateCards([
			bank('a', entry('x'), entry('y'), both, entry('w', other)),
			bank('b', entry('x'))
		]);
		const inOrder = [...cards].sort((a, b) => a.order - b.order).map(({ key }) => key);
		expect(cards.map(({ key }) => key)).toEqual([
			'a/x#',
			'a/y#',
			'a/z#',
			'a/z#reverse',
			'a/w#',
			'b/x#'
		]);
		expect(inOrder).toEqual(['a/x#', 'a/z#', 'a/z#reverse', 'b/x#', 'a/y#', 'a/w#']);
	});

	it('puts items on one fact into one group, within a bank only', () => {
		const same = { fact: 3 };
		const cards = generateCards([
			bank('a', entry('x', same), entry('y', same), entry('z')),
			bank('b', entry('x', same))
		]);
		const [x, y, z, other] = cards.map(({ group }) => group);
		expect(x).toBe(y);
		expect(new Set([x, z, other]).size).toBe(3);
	});

	it('does not take a fact for an item of the same name', () => {
		const cards = generateCards([bank('a', entry('x', { fact: 0 }), entry('y'))]);
		expect(new Set(cards.map(({ group }) => group)).size).toBe(2);
	});

	it('makes no card of no bank', () => {
		expect(generateCards([])).toEqual([]);
		expect(generateCards([bank('a')])).toEqual([]);
	});
});
