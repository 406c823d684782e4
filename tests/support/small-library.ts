import type { BankIndex } from '../../src/lib/core/bank/bank';
import type { Item } from '../../src/lib/core/item/item';
import { Library } from '../../src/lib/state/library.svelte';

const title = { en: 'Bank', ko: 'Bank', ja: 'Bank' };

/**
 * A library of one bank, `b`, with one topic and nothing about its items but themselves.
 *
 * @param revisionOf `1-a` for all where it is left out
 */
export function libraryOf(
	items: readonly Item[],
	revisionOf: (item: Item) => string = () => '1-a'
): Library {
	const bank: BankIndex = {
		...{ id: 'b', lang: 'en', title, topics: [{ id: 'all', title }] },
		items: items.map(({ id, kind }) => ({ id, topic: 'all', kind }))
	};
	const shelf = items.map((item) => ({ item, revision: revisionOf(item) }));
	return new Library([bank], {
		b: {
			sources: () => Promise.resolve([]),
			articles: () => Promise.resolve([]),
			texts: () => Promise.resolve({}),
			draws: () => Promise.resolve({}),
			shelves: { all: [() => Promise.resolve(shelf)] }
		}
	});
}
