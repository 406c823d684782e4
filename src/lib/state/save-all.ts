import { StorageFailure } from '$lib/core/storage-failure';
import type { Learner } from './learner.svelte';

/**
 * Saves what waits to be, before the log is left: it would be missing, or go to another learner.
 *
 * @throws StorageFailure while something cannot be saved
 */
export async function saveAll(learner: Learner): Promise<void> {
	await learner.retry();
	const { unsaved, trouble } = learner;
	if (unsaved) throw new StorageFailure(trouble ?? 'lost', 'not everything is saved');
}
