import { historiesOf, type CardHistory } from '$lib/core/log/card-history';
import { StorageFailure } from '$lib/core/storage-failure';
import type { Learner } from './learner.svelte';

/**
 * What the log tells of some cards. Only the end of a long log is in memory: then all of it is
 * read.
 *
 * @throws StorageFailure when it cannot be read, or is not whole because something is not saved
 */
export async function readHistory(
	learner: Learner,
	cards: readonly string[]
): Promise<ReadonlyMap<string, CardHistory>> {
	// Read before anything is waited for, so that what is derived from it follows the log.
	const { fold, scheduler } = learner;
	if (fold.tail.whole) return historiesOf(fold.tail.entries, cards, scheduler);
	await learner.retry();
	const { store, unsaved, trouble } = learner;
	if (!store || unsaved) throw new StorageFailure(trouble ?? 'lost', 'the log is not whole');
	return historiesOf(await store.readAll(), cards, scheduler);
}
