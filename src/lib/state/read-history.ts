import { historiesOf, type CardHistory } from '$lib/core/log/card-history';
import { StorageFailure } from '$lib/core/storage-failure';
import type { Learner } from './learner.svelte';
import { saveAll } from './save-all';

/**
 * All values of the log, in any order. Only the end of a long log is in memory: then all of it is
 * read.
 *
 * @throws StorageFailure when it cannot be read, or is not whole because something is not saved
 */
export async function readValues(learner: Learner): Promise<readonly unknown[]> {
	const { fold } = learner;
	if (fold.tail.whole) return [...fold.tail.entries];
	await saveAll(learner);
	const { store, trouble } = learner;
	if (!store) throw new StorageFailure(trouble ?? 'lost', 'there is no log to read');
	return store.readAll();
}

/**
 * What the log tells of some cards.
 *
 * @throws StorageFailure as `readValues`
 */
export async function readHistory(
	learner: Learner,
	cards: readonly string[]
): Promise<ReadonlyMap<string, CardHistory>> {
	// Read before anything is waited for, so that what is derived from it follows the log.
	const { scheduler } = learner;
	return historiesOf(await readValues(learner), cards, scheduler);
}
