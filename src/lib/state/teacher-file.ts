import type { Bytes } from '$lib/core/assignment/bytes';
import { openBackup, sealBackup } from '$lib/core/assignment/backup-document';
import { MAX_BACKUP } from '$lib/core/assignment/caps';
import type { Fault } from '$lib/core/assignment/fault';
import { backupLines, createBackupReader, type Backup } from '$lib/core/log/backup';
import type { Fold } from '$lib/core/log/fold';
import { foldLog } from '$lib/core/log/fold-log';
import { mergeLogs, type MergeReport } from '$lib/core/log/merge';
import { fail, ok, type Result } from '$lib/core/result';
import { memoryModel } from '$lib/core/scheduling/scheduler';
import { readClasses } from '$lib/core/teaching/classes';
import { SHEET } from '$lib/core/teaching/sent';
import { readSets } from '$lib/core/teaching/sets';
import { readTeacher, type Teacher } from '$lib/core/teaching/teacher';
import { eraseAgain, wholeLog } from './erasing';
import { backupFileName, readWhole } from './outgoing-backup';
import type { Teaching } from './teaching.svelte';

const SALT_LENGTH = 16;

/** Why a teacher's file is not taken in. */
export type FileFault =
	| Fault
	/** It is a backup of what somebody learns. */
	| { readonly is: 'learner' }
	/** It is another teacher's than the one whose key things were sealed to here. */
	| { readonly is: 'teaches-here' };

/** What a file would bring. Nothing of it is kept yet. */
export interface IncomingFile {
	readonly backup: Backup;
	readonly teacher: Teacher;
	/** Whether its words were typed: this device then goes on with their key. */
	readonly isTyped: boolean;
	/** How many of each are not here. */
	readonly classes: number;
	readonly sets: number;
	readonly sheets: number;
	readonly report: MergeReport;
}

/**
 * Everything that somebody teaches with as one file, under their seed.
 *
 * @throws StorageFailure where not everything can be read
 */
export async function makeTeacherFile(
	teaching: Teaching
): Promise<Result<{ readonly name: string; readonly bytes: Bytes }, Fault>> {
	const { teacher, log, ports } = teaching;
	if (!teacher) return fail({ is: 'bad-name' });
	const store = await wholeLog(teaching);
	const { at, offset } = log.moment();
	const header = { learner: { id: '', name: teacher.name }, made: { at, offset }, app: ports.app };
	const lines = [...backupLines(await readWhole(store, header))].join('');
	const plain = new TextEncoder().encode(lines);
	const made = await sealBackup(plain, teacher.seed, ports.randomBytes(SALT_LENGTH), ports.crypto);
	return made.ok ? ok({ name: backupFileName('teacher', at, offset), bytes: made.value }) : made;
}

/** The backup in lines; they were written under the seed, so what is wrong was wrong there. */
function readLines(plain: Bytes): Result<Backup, Fault> {
	const reader = createBackupReader();
	try {
		reader.push(new TextDecoder('utf-8', { fatal: true }).decode(plain));
	} catch {
		return fail({ is: 'altered' });
	}
	const read = reader.end();
	if (read.ok) return read;
	const { why } = read.error;
	return fail({ is: why === 'newer' ? 'too-new' : why === 'too-large' ? why : 'altered' });
}

const keysOf = (fold: Fold) => ({
	classes: readClasses(fold).map(({ id }) => id),
	sets: readSets(fold).map(({ id }) => id),
	sheets: [...fold.documents.live.values()].flatMap(({ type, hash }) =>
		type === SHEET ? hash : []
	)
});

/** How many are in a list that another does not have. */
const lacking = (after: readonly string[], before: readonly string[]): number => {
	const known = new Set(before);
	return after.filter((key) => !known.has(key)).length;
};

/** A gzip member, as backups of learners are. */
const isLearners = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Looks into a teacher's file: what is in it that is not here. Nothing is changed.
 *
 * @param typed the seed of words that were typed; the device's own if absent
 * @throws StorageFailure where what is here cannot be read
 */
export async function lookIntoFile(
	teaching: Teaching,
	file: Blob,
	typed?: Bytes
): Promise<Result<IncomingFile, FileFault>> {
	const { ports, log } = teaching;
	if (file.size > MAX_BACKUP) return fail({ is: 'too-large' });
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (isLearners(bytes)) return fail({ is: 'learner' });
	const seed = typed ?? teaching.teacher?.seed ?? new Uint8Array(0);
	const plain = await openBackup(bytes, seed, ports.crypto);
	if (!plain.ok) return plain;
	const read = readLines(plain.value);
	if (!read.ok) return read;
	const isTyped = typed !== undefined && !sameSeed(typed, teaching.teacher?.seed);
	if (isTyped && teaching.sent.length > 0) return fail({ is: 'teaches-here' });

	const store = await wholeLog(teaching);
	const values = [...read.value.entries, ...read.value.unreadable];
	const report = await store.previewMerge(values);
	const union = mergeLogs(await store.readAll(), values).entries;
	const [before, after] = [keysOf(log.fold), keysOf(foldLog(union, memoryModel))];
	const { name = '' } = readTeacher(foldLog(read.value.entries, memoryModel)) ?? {};
	return ok({
		...{ backup: read.value, teacher: { name, seed }, isTyped, report },
		classes: lacking(after.classes, before.classes),
		sets: lacking(after.sets, before.sets),
		sheets: lacking(after.sheets, before.sheets)
	});
}

const sameSeed = (one: Bytes, other: Bytes | undefined) =>
	one.length === other?.length && one.every((byte, at) => byte === other[at]);

/**
 * Takes in what was looked at. What was erased on either device is erased on both.
 *
 * @returns whether all of it is saved
 * @throws StorageFailure where nothing was kept
 */
export async function takeInFile(teaching: Teaching, file: IncomingFile): Promise<boolean> {
	const { log } = teaching;
	const store = await wholeLog(teaching);
	const { backup, teacher, isTyped } = file;
	const report = await store.merge([...backup.entries, ...backup.unreadable], log.moment().at);
	await log.renew();
	const isErased = await eraseAgain(teaching, report);
	// The later name would win, and with it another key.
	const isCalled = !isTyped || (await teaching.restore(teacher.seed, teacher.name));
	return isErased && isCalled;
}
