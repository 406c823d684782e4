import {
	backupLimitsFor,
	backupLines,
	createBackupReader,
	type Backup,
	type BackupRefusal
} from '$lib/core/log/backup';
import { fail, type Result } from '$lib/core/result';
import { gunzip, gzip } from './gzip';

/** A backup as the bytes of its file. */
export const packBackup = (backup: Backup): Promise<Uint8Array<ArrayBuffer>> =>
	gzip(backupLines(backup));

/**
 * The backup in a file, whole or not at all.
 *
 * @throws DOMException when the file itself cannot be read
 */
export async function readBackup(file: Blob): Promise<Result<Backup, BackupRefusal>> {
	const reader = createBackupReader(backupLimitsFor(file.size));
	const end = await gunzip(file, reader.push);
	if (end === 'not-gzip') return fail({ why: 'foreign' });
	if (end === 'damaged') return fail({ why: 'damaged' });
	return reader.end();
}
