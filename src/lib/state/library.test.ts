import { describe, expect, it } from 'vitest';
import type { BankIndex, CitedSource, ContentLoaders } from '$lib/core/bank/bank';
import { Library } from './library.svelte';
import { allSources, shelvedSource } from './shelved-source';

const text = { en: 'T', ko: '제', ja: '題' };

const index = (id: string): BankIndex => ({
	...{ id, lang: 'en', title: text, topics: [{ id: 'people', title: text }] },
	items: [
		{ id: 'one', topic: 'people', kind: 'flashcard', parts: ['', 'reverse'] },
		{ id: 'two', topic: 'places', kind: 'choice' }
	]
});

const brief = (bank: string): CitedSource => ({
	...{ key: `${bank}/brief`, id: 'brief', title: `Brief of ${bank}`, titleGiven: true },
	...{ about: text, cautions: [text] },
	paragraphs: [{ n: 2, terms: [bank], items: ['one'] }]
});

const loaders = (bank: string, changes: Partial<ContentLoaders> = {}): ContentLoaders => ({
	sources: () => Promise.resolve([]),
	articles: () => Promise.resolve([brief(bank)]),
	texts: () =>
		Promise.resolve({ one: { asks: `One of ${bank}`, answers: bank, sources: ['brief'] } }),
	draws: () => Promise.resolve({ one: { difficulty: 'easy', excludes: [] } }),
	shelves: {},
	...changes
});

const shelves = (changes: Partial<ContentLoaders> = {}) =>
	new Library([index('a'), index('ab')], { a: loaders('a'), ab: loaders('ab', changes) });

describe('an article of the library', () => {
	it('comes from its own bank, with what the items ask', async () => {
		expect(await shelvedSource(shelves(), 'ab/brief')).toEqual({
			bank: index('ab'),
			source: brief('ab'),
			texts: { one: { asks: 'One of ab', answers: 'ab', sources: ['brief'] } }
		});
	});

	it.each(['ab/none', 'c/brief', 'brief', 'ab', ''])('is undefined for %j', async (key) => {
		expect(await shelvedSource(shelves(), key)).toBeUndefined();
	});

	it('is asked for again after it could not be loaded', async () => {
		let tries = 0;
		const articles = () =>
			(tries += 1) === 1 ? Promise.reject(new Error('offline')) : Promise.resolve([brief('ab')]);
		const library = shelves({ articles });
		await expect(shelvedSource(library, 'ab/brief')).rejects.toThrow('offline');
		expect(await shelvedSource(library, 'ab/brief')).toMatchObject({ source: brief('ab') });
	});

	it('stands in the list of all, by bank', async () => {
		expect(await allSources(shelves())).toEqual([
			{ bank: index('a'), sources: [brief('a')] },
			{ bank: index('ab'), sources: [brief('ab')] }
		]);
	});
});

describe('the cards of a topic', () => {
	it('are those of its bank alone, in their order', () => {
		expect(
			shelves()
				.cardsIn('a', 'people')
				.map(({ key }) => key)
		).toEqual(['a/one#', 'a/one#reverse']);
		expect(shelves().cardsIn('a', 'none')).toEqual([]);
	});
});

describe('what drawing a quiz must know', () => {
	it('comes from its own bank, and is nothing of a bank that is not here', async () => {
		const library = shelves({
			draws: () => Promise.resolve({ two: { difficulty: 'hard', excludes: ['one'] } })
		});
		expect(await library.draws(index('ab'))).toEqual({
			two: { difficulty: 'hard', excludes: ['one'] }
		});
		expect(await library.draws(index('c'))).toEqual({});
	});
});
