import type { BankContent, BankIndex, CitedSource } from '$lib/core/bank/bank';
import type { Library } from './library.svelte';

/** An article with the bank it stands in, and what each item of that bank asks. */
export interface ShelvedSource {
	readonly bank: BankIndex;
	readonly source: CitedSource;
	readonly texts: BankContent['texts'];
}

/**
 * Undefined when no bank here has the article; rejects when it cannot be loaded.
 *
 * @param key `bank/source`
 */
export async function shelvedSource(
	library: Library,
	key: string
): Promise<ShelvedSource | undefined> {
	const bank = library.banks.find(({ id }) => key.startsWith(`${id}/`));
	const source = bank && (await library.articles(bank)).find((each) => each.key === key);
	if (!source) return undefined;
	const listed = await library.list();
	const texts = listed.find((each) => each.bank === bank)?.texts ?? {};
	return { bank, source, texts };
}

/** The articles of all banks; rejects when they cannot be loaded. */
export const allSources = (library: Library) =>
	Promise.all(library.banks.map(async (bank) => ({ bank, sources: await library.articles(bank) })));
