import { describe, expect, it } from 'vitest';
import type { BankIndex, IndexItem } from '../bank/bank';
import { generateCards } from '../bank/generate-cards';
import type { Kind } from '../item/item';
import { drawFrom, narrowed, poolOf, WHOLE_POOL } from './pool';

const title = { en: 'T', ko: '제', ja: '題' };

const at = (id: string, kind: Kind = 'choice', more: Partial<IndexItem> = {}): IndexItem => ({
	...{ id, kind, topic: id.startsWith('p') ? 'places' : 'people' },
	...more
});

const items = [
	...[at('one'), at('two', 'text'), at('three', 'flashcard', { parts: ['', 'reverse'] })],
	...[at('p-four', 'cloze', { parts: ['c1', 'c2'] }), at('p-five', 'choice', { fact: 1 })],
	at('p-six', 'choice', { fact: 1 })
];

const bank: BankIndex = {
	...{ id: 'b', lang: 'en', title, items },
	topics: [
		{ id: 'people', title },
		{ id: 'places', title }
	]
};

const pooled = {
	bank,
	texts: Object.fromEntries(
		items.map(({ id }) => [id, { asks: `What of ${id}?`, answers: 'Nara', sources: ['brief'] }])
	),
	draws: Object.fromEntries(
		items.map(({ id }) => [
			id,
			{ difficulty: id === 'one' ? 'hard' : 'easy', excludes: id === 'two' ? ['one'] : [] } as const
		])
	)
};

const pool = poolOf([pooled], generateCards([bank]));
const cards = (list: readonly { card: string }[]) => list.map(({ card }) => card);

describe('what can be assigned', () => {
	it('are all items but flashcards, each by its first card, in their order', () => {
		expect(cards(pool)).toEqual(['b/one#', 'b/two#', 'b/p-four#c1', 'b/p-five#', 'b/p-six#']);
	});

	it('is narrowed by topic, kind, difficulty, article and words', () => {
		const fit = (filter: object) => cards(narrowed(pool, { ...WHOLE_POOL, ...filter }));
		expect(fit({})).toHaveLength(5);
		expect(fit({ topic: 'b/people' })).toEqual(['b/one#', 'b/two#']);
		expect(fit({ kind: 'cloze' })).toEqual(['b/p-four#c1']);
		expect(fit({ difficulty: 'hard' })).toEqual(['b/one#']);
		expect(fit({ source: 'b/none' })).toEqual([]);
		expect(fit({ words: 'NARA two' })).toEqual(['b/two#']);
		expect(fit({ bank: 'other' })).toEqual([]);
	});
});

describe('a draw', () => {
	it('is the same for the same seed, and differs for some other', () => {
		const draws = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => drawFrom(pool, [], 1, seed).join());
		expect(drawFrom(pool, [], 1, 'a').join()).toBe(draws[0]);
		expect(new Set(draws).size).toBeGreaterThan(1);
	});

	it('brings nothing that was chosen, gives it away, or rests on its fact', () => {
		const chosen = pool.filter(({ item }) => ['b/one', 'b/p-five'].includes(item));
		expect(drawFrom(pool, chosen, 99, 'a')).toEqual(['b/p-four#c1']);
	});
});
