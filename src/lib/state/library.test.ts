import { describe, expect, it } from 'vitest';
import type { BankIndex, ContentLoaders, Source } from '$lib/core/bank/bank';
import { Library } from './library.svelte';

const text = { en: 'T', ko: '제', ja: '題' };

const index = (id: string): BankIndex => ({
	...{ id, lang: 'en', title: text, topics: [{ id: 'people', title: text }] },
	items: [
		{ id: 'one', topic: 'people', kind: 'flashcard', parts: ['', 'reverse'] },
		{ id: 'two', topic: 'places', kind: 'choice' }
	]
});

const brief = (bank: string): Source => ({
	...{ key: `${bank}/brief`, id: 'brief', title: `Brief of ${bank}`, titleGiven: true },
	...{ about: text, cautions: [text] }
});

const loaders = (bank: string, changes: Partial<ContentLoaders> = {}): ContentLoaders => ({
	sources: () => Promise.resolve([brief(bank)]),
	cited: () => Promise.resolve({ brief: [{ n: 2, terms: [bank], items: ['one'] }] }),
	texts: () => Promise.resolve({ one: `One of ${bank}` }),
	topics: {},
	...changes
});

const shelves = (changes: Partial<ContentLoaders> = {}) =>
	new Library([index('a'), index('ab')], { a: loaders('a'), ab: loaders('ab', changes) });

describe('an article of the library', () => {
	it('comes from its own bank, with what is cited of it and what the items ask', async () => {
		expect(await shelves().source('ab/brief')).toEqual({
			bank: index('ab'),
			source: brief('ab'),
			paragraphs: [{ n: 2, terms: ['ab'], items: ['one'] }],
			texts: { one: 'One of ab' }
		});
	});

	it('has no paragraphs where nothing cites it', async () => {
		const cited = () => Promise.resolve({});
		expect((await shelves({ cited }).source('ab/brief'))?.paragraphs).toEqual([]);
	});

	it.each(['ab/none', 'c/brief', 'brief', 'ab', ''])('is undefined for %j', async (key) => {
		expect(await shelves().source(key)).toBeUndefined();
	});

	it('is asked for again after it could not be loaded', async () => {
		let tries = 0;
		const cited = () =>
			(tries += 1) === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({});
		const library = shelves({ cited });
		await expect(library.source('ab/brief')).rejects.toThrow('offline');
		expect(await library.source('ab/brief')).toMatchObject({ paragraphs: [] });
	});

	it('stands in the list of all, by bank', async () => {
		expect(await shelves().sources()).toEqual([
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
