import type { Source } from '$lib/core/bank/bank';
import { poolOf, type PoolItem } from '$lib/core/teaching/pool';
import type { Library } from '$lib/state/library.svelte';

/** What a teacher may pick from, and the articles it rests on. */
export interface Pool {
	readonly items: readonly PoolItem[];
	readonly sources: readonly Source[];
}

/** Rejects when it cannot be loaded. */
export async function loadPool(library: Library): Promise<Pool> {
	const [listed, sources] = await Promise.all([library.list(), library.sources()]);
	const banks = listed.map(async (each) => ({ ...each, draws: await library.draws(each.bank) }));
	return { items: poolOf(await Promise.all(banks), library.cards), sources };
}
