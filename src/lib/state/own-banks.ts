/** The banks of one's own, from the log onto the shelf. Loaded when a log has one. */
import { bankContent, bankIndex } from '$lib/core/bank/bank-parts';
import {
	SHELF_SIZE,
	type Bank,
	type BankContent,
	type ContentLoaders,
	type Load
} from '$lib/core/bank/bank';
import { allOwnBanks, newestOwnBanks, uniteOwnBanks } from '$lib/core/bank/own-bank';
import type { Fold } from '$lib/core/log/fold';
import type { Library } from './library.svelte';

/** Makes the lazy parts of a bank when the first of them is asked for. */
function loadersOf(bank: Bank): ContentLoaders {
	let made: BankContent | undefined;
	const content = () => (made ??= bankContent(bank));
	const shelf =
		(topic: string, at: number): Load<BankContent['shelves'][string][number]> =>
		async () =>
			content().shelves[topic]?.[at] ?? [];
	const shelvesOf = (topic: string) => {
		const count = bank.items.filter((item) => item.topic === topic).length;
		return Array.from({ length: Math.ceil(count / SHELF_SIZE) }, (_, at) => shelf(topic, at));
	};
	return {
		sources: async () => content().sources,
		articles: async () => content().articles,
		texts: async () => content().texts,
		draws: async () => content().draws,
		shelves: Object.fromEntries(bank.topics.map(({ id }) => [id, shelvesOf(id)]))
	};
}

/** What stands on a shelf, so that nothing is drawn anew for nothing. */
const shelved = new WeakMap<Library, string>();

/** Puts the banks that a fold holds into the library, in place of those of before. */
export function shelveOwnBanks({ documents }: Pick<Fold, 'documents'>, library: Library): void {
	const kept = allOwnBanks(documents.live.values());
	const named = kept.map(({ entry }) => entry.hash).join(' ');
	if (shelved.get(library) === named) return;
	shelved.set(library, named);
	const banks = uniteOwnBanks(newestOwnBanks(kept));
	library.adopt(
		banks.map(bankIndex),
		Object.fromEntries(banks.map((bank) => [bank.id, loadersOf(bank)]))
	);
}
