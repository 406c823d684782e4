import { publicItem } from '$lib/core/item/registry';
import type { PaperItem } from '$lib/core/notebook/paper-item';
import type { Library } from './library.svelte';

/** What is printed of some cards, in their order; what no bank here has is left out. */
export async function paperItems(
	library: Library,
	cards: readonly string[]
): Promise<readonly PaperItem[]> {
	const known = new Map<string, (typeof library.cards)[number]>(
		library.cards.map((card) => [card.key, card])
	);
	const printed = await Promise.all(
		cards.map(async (key) => {
			const card = known.get(key);
			const shelved = card && (await library.item(card.item));
			if (!card || !shelved) return [];
			const { item, bank } = shelved;
			// By its own name: another print has everything in the same places.
			const question = publicItem(item, card.part, key);
			return [{ card: key, item, part: card.part, question, lang: bank.lang }];
		})
	);
	return printed.flat();
}
