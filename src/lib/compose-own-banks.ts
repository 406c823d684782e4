/**
 * Two steps to what reads banks of one's own, so that the first load names one small file more,
 * and not all that it needs.
 */
import type { Fold } from './core/log/fold';
import type { Library } from './state/library.svelte';

export const shelve = async (fold: Fold, library: Library): Promise<void> =>
	(await import('./state/own-banks')).shelveOwnBanks(fold, library);
