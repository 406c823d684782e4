import type { Backup } from '$lib/core/log/backup';
import { classifyEntry } from '$lib/core/log/classify-entry';
import type { Entry } from '$lib/core/log/entry';
import type { LogStore } from '$lib/core/ports';

export const isEntry = (value: unknown) => classifyEntry(value).is !== 'unreadable';

/** Whether a value may be something a learner did: all but setting the app up, readable or not. */
export function isDeed(value: unknown): boolean {
	const seen = classifyEntry(value);
	return seen.is !== 'known' || seen.entry.kind !== 'setting';
}

/** Whether there is nothing in a log that anyone would miss. */
export const isBlank = async (store: LogStore): Promise<boolean> =>
	!(await store.readAll()).some(isDeed) && (await store.countAside()) === 0;

/** Entries among values, tombstones left out. */
export const countEntries = (values: readonly unknown[]): number =>
	values.filter((value) => isEntry(value) && classifyEntry(value).is !== 'erased').length;

const batchOf = (value: unknown) => (value as Partial<Entry> | null)?.batch;

/**
 * A file of answers that were not saved may have been overtaken by their being saved after all.
 *
 * @param held what is saved, and what waits to be
 */
export function withoutHeld(backup: Backup, held: readonly unknown[]): Backup {
	if (!backup.header.part) return backup;
	const batches = new Set(held.map(batchOf));
	const isNew = (entry: unknown) => batchOf(entry) === undefined || !batches.has(batchOf(entry));
	return { ...backup, entries: backup.entries.filter(isNew) };
}
