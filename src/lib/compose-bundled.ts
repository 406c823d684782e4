/** The part of the composition root that names the items every app has, for what travels. */
import type { BankIndex } from './core/bank/bank';
import { bundledCard, BundledCards, isOfBanks } from './core/assignment/bundled';
import { assignmentCrypto } from './platform/assignment/assignment-crypto';
import type { Library } from './state/library.svelte';

/**
 * The cards of the banks that came with the app, by what documents call them. Rejects when they
 * cannot be loaded.
 */
export async function composeBundledCards(
	library: Library,
	banks: readonly BankIndex[]
): Promise<BundledCards> {
	const cards = library.cards.filter(({ key }) => isOfBanks(banks, key));
	const named = cards.map(async ({ key, item }) => {
		const loaded = await library.item(item);
		return loaded ? bundledCard(key, loaded.revision, assignmentCrypto) : [];
	});
	return new BundledCards((await Promise.all(named)).flat());
}
