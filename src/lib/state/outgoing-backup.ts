import type { Backup, BackupHeader } from '$lib/core/log/backup';
import type { LogStore } from '$lib/core/ports';
import { isEntry } from './incoming-backup';

/** Everything that a store holds, what lies aside included. */
export async function readWhole(store: LogStore, header: BackupHeader): Promise<Backup> {
	const values = [...(await store.readAll()), ...(await store.readAside())];
	const unreadable = values.filter((value) => !isEntry(value));
	return { header, entries: values.filter(isEntry), unreadable };
}

/**
 * @param name what is in the file
 * @param at UTC milliseconds
 * @param offset minutes east of UTC, for the calendar day in the name
 */
export function backupFileName(name: string, at: number, offset: number): string {
	const day = new Date(at + offset * 60_000).toISOString().slice(0, 10);
	return `kachi-${name}-${day}.kachi`;
}
