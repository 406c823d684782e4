import { historiesOf, type CardHistory } from '$lib/core/log/card-history';
import { StorageFailure } from '$lib/core/storage-failure';
import type { Learner } from './learner.svelte';
import { saveAll } from './save-all';

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
	await saveAll(learner);
	const { store, trouble } = learner;
	if (!store) throw new StorageFailure(trouble ?? 'lost', 'there is no log to read');
	return historiesOf(await store.readAll(), cards, scheduler);
}
