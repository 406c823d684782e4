import { bytesOfHex, hex, type Bytes } from '$lib/core/assignment/bytes';
import type { AssignmentCrypto } from '$lib/core/assignment/crypto-port';
import { openSheet, sheetLabel } from '$lib/core/assignment/sheet';
import { payloadOf } from '$lib/core/assignment/stored-bytes';
import { choicePlace, readDecisions } from '$lib/core/gradebook/decisions';
import { saidBy, studentKey } from '$lib/core/gradebook/students';
import type { DocumentEntry, Entry, EntryDraft, Tombstone } from '$lib/core/log/entry';
import type { LogStore } from '$lib/core/ports';
import type { MergeReport } from '$lib/core/log/merge';
import { StorageFailure } from '$lib/core/storage-failure';
import {
	ASSIGNMENT_DIGITS,
	entriesAbout,
	erasedSetting,
	erasedTraces,
	namedIn,
	SHEET_DIGITS,
	traceOf,
	type Erasable
} from '$lib/core/teaching/erase';
import { SHEET, type SentAssignment } from '$lib/core/teaching/sent';
import { sheetTargets } from './sheet-targets';
import type { Teaching } from './teaching.svelte';

/** A student of a class; without a class, whoever sent sheets of one set under that name. */
interface TaughtStudent {
	/** In hexadecimal digits. */
	readonly classId?: string | undefined;
	/** See `studentKey`. */
	readonly student: string;
	readonly set: string;
}

/** What an erasure would take away. */
export interface ErasePlan {
	readonly what: Erasable;
	readonly entries: readonly Entry[];
	/** Hashes of the sealed sheets among them, in hexadecimal digits. */
	readonly sheets: readonly string[];
	/** How many assignments they are for. */
	readonly assignments: number;
}

/**
 * The log of a teacher, with all that was done in it.
 *
 * @throws StorageFailure where something waits to be saved, or nothing can be read
 */
export async function wholeLog({ log }: Teaching): Promise<LogStore> {
	await log.retry();
	const { store } = log;
	if (store && !log.unsaved) return store;
	throw new StorageFailure(log.trouble ?? 'unavailable', 'the log of a teacher is not whole');
}

const allOf = async (teaching: Teaching) => (await wholeLog(teaching)).readAll();

const isSheet = (entry: Entry): entry is DocumentEntry =>
	entry.kind === 'document' && entry.type === SHEET;

function planned(values: readonly unknown[], what: Erasable, assignments: number): ErasePlan {
	const entries = entriesAbout(values, what);
	const sheets = [...new Set(entries.filter(isSheet).map(({ hash }) => hash))];
	return { what, entries, sheets, assignments };
}

const shortened = (sent: readonly SentAssignment[]): ReadonlySet<string> =>
	new Set(sent.map(({ id }) => id.slice(0, ASSIGNMENT_DIGITS)));

/**
 * What goes with a student: their sheets in every quiz of the class, and what was decided of them.
 *
 * @throws StorageFailure where not everything can be read
 */
export async function planStudent(
	teaching: Teaching,
	{ classId, student, set }: TaughtStudent
): Promise<ErasePlan> {
	const values = await allOf(teaching);
	const sent = teaching.sent.filter((each) =>
		classId === undefined
			? each.classId === undefined && each.set === set
			: each.classId === classId
	);
	const targets = await sheetTargets(teaching, sent);
	const { students } = readDecisions(teaching.log.fold, set);
	const sheets = new Set<string>();
	const quizzes = new Set<string>();
	const came = { sheets: new Set<string>(), assignments: shortened(sent) };
	for (const entry of entriesAbout(values, came)) {
		const payload = isSheet(entry) ? payloadOf(entry) : undefined;
		const opened = payload && (await openSheet(payload, targets, teaching.ports.crypto));
		if (!opened?.ok) continue;
		const by = students.get(hex(opened.value.hash)) ?? saidBy(opened.value.body);
		if (studentKey(by) !== student) continue;
		sheets.add(hex(opened.value.hash).slice(0, SHEET_DIGITS));
		quizzes.add(hex(opened.value.id));
	}
	const choices = new Set(sent.map(({ id }) => choicePlace(id, student)));
	return planned(values, { sheets, assignments: new Set(), choices }, quizzes.size);
}

/**
 * What goes with a class: what was sent to it, what came back, and what was decided of that. The
 * sets that it was sent of stay.
 *
 * @throws StorageFailure where not everything can be read
 */
export async function planClass(teaching: Teaching, classId: string): Promise<ErasePlan> {
	const values = await allOf(teaching);
	const sent = teaching.sent.filter((each) => each.classId === classId);
	const all = { sheets: new Set<string>(), assignments: shortened(sent) };
	// A decision names a sheet, and not what it is for.
	const { sheets } = namedIn(entriesAbout(values, all).filter(isSheet));
	return planned(values, { ...all, sheets, classId }, sent.length);
}

/**
 * Erases for good, as one act. Traces stay of what may come again: neither another device's log nor
 * the sheet itself brings it back.
 *
 * @returns whether it is erased
 */
export async function erase(teaching: Teaching, { what, entries }: ErasePlan): Promise<boolean> {
	const { log, ports } = teaching;
	const batch = log.token();
	const done = { ...log.moment(), batch };
	const names = [...what.sheets, ...what.assignments].map(bytesOfHex);
	const traces = await Promise.all(names.map((name) => traceOf(name, ports.crypto)));
	return log.act(batch, [
		{ ...done, kind: 'erase', ids: entries.map(({ id }) => id) },
		...traces.map((trace): EntryDraft => ({
			...{ ...done, kind: 'setting', key: erasedSetting(trace) },
			value: { at: done.at }
		}))
	]);
}

/** Whether a sheet, or the assignment that it is for, was erased here. */
export async function isErased(
	payload: Bytes,
	traces: ReadonlySet<string>,
	crypto: AssignmentCrypto
): Promise<boolean> {
	const label = traces.size > 0 ? sheetLabel(payload) : undefined;
	if (!label?.ok) return false;
	const { assignment, hash } = label.value;
	return traces.has(await traceOf(hash, crypto)) || traces.has(await traceOf(assignment, crypto));
}

async function tracedOf(
	names: ReadonlySet<string>,
	traces: ReadonlySet<string>,
	crypto: AssignmentCrypto
): Promise<ReadonlySet<string>> {
	const found = new Set<string>();
	for (const name of names) {
		if (traces.has(await traceOf(bytesOfHex(name), crypto))) found.add(name);
	}
	return found;
}

const isStone = (value: unknown) => (value as Partial<Tombstone> | null)?.erased === true;

/**
 * After another log came in: erases what it brought of things that were erased here, and what the
 * store keeps of things that were erased there, to take the merge back.
 *
 * @returns whether it is erased
 */
export async function eraseAgain(teaching: Teaching, { erased }: MergeReport): Promise<boolean> {
	const { log, ports } = teaching;
	const values = await allOf(teaching);
	const traces = erasedTraces(log.fold);
	const named = namedIn(values);
	const what = {
		sheets: await tracedOf(named.sheets, traces, ports.crypto),
		assignments: await tracedOf(named.assignments, traces, ports.crypto)
	};
	const stones = erased > 0 ? (values.filter(isStone) as readonly Tombstone[]) : [];
	const ids = [...entriesAbout(values, what), ...stones].map(({ id }) => id);
	if (ids.length === 0) return true;
	const batch = log.token();
	return log.act(batch, [{ ...log.moment(), kind: 'erase', batch, ids }]);
}
