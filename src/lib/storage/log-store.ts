import { promisifyRequest } from 'idb-keyval';
import { isRecord } from '$lib/core/guard';
import { stampEntries, type Head } from '$lib/core/log/append';
import type { EntryDraft } from '$lib/core/log/entry';
import { headsOfSnapshot } from '$lib/core/log/snapshot';
import type { Appended, KeptBackup, LogStore, OpenedLog, RandomIds } from '$lib/core/ports';
import type { Database } from './database';
import { ASIDE, BACKUP, LOG, META, PACKS, SNAPSHOT } from './learner-database';
import {
	ensureHead,
	ID_BITS,
	readHead,
	withAct,
	writeHead,
	writeNextEpoch,
	type StoredHead
} from './log-head';
import { countValues, readAfter, readDevices, readValues } from './stored-log';

/** Runs packed in one transaction: an answer that comes meanwhile waits for it. */
const PACKS_AT_ONCE = 16;

const ALL = [LOG, PACKS, META, ASIDE];

/** Appends an act, or finds that it is there already. */
async function appendIn(
	transaction: IDBTransaction,
	tab: string,
	token: string,
	drafts: readonly EntryDraft[],
	ids: RandomIds,
	settle?: (transaction: IDBTransaction, act: readonly EntryDraft[]) => Promise<void>
): Promise<{ readonly before: StoredHead; readonly head: StoredHead }> {
	const head = await ensureHead(transaction, ids);
	const log = transaction.objectStore(LOG);
	// Of whatever tab: a log that was opened anew is another one.
	if (head.tabs.some((act) => act.token === token)) return { before: head, head };
	const { entries, head: end } = stampEntries(head, drafts);
	// `add`, not `put`: a key that is taken aborts the act instead of overwriting an answer.
	entries.forEach((entry, at) => log.add(entry, [head.device, head.count + 1 + at]));
	const next = { ...head, ...end, tabs: withAct(head, { tab, token }) };
	await settle?.(transaction, drafts);
	if (settle) return { before: head, head: writeNextEpoch(transaction, next) };
	writeHead(transaction, next);
	return { before: head, head: next };
}

/** A snapshot that still holds, and the values after it; else all values, if not too many. */
async function readOpened(
	transaction: IDBTransaction,
	head: StoredHead,
	most: number
): Promise<OpenedLog> {
	const request = transaction.objectStore(META).get(SNAPSHOT) as IDBRequest<unknown>;
	const kept = await promisifyRequest(request);
	const holds = isRecord(kept) && kept.epoch === head.epoch;
	const heads = holds ? headsOfSnapshot(kept.snapshot) : undefined;
	const { device, count, t, epoch } = head;
	const common = { head: { device, count, t }, epoch };
	if (!holds || !heads) {
		const isLong = (await countValues(transaction)) > most;
		const values = isLong ? undefined : await readValues(transaction);
		return { ...common, snapshot: undefined, values };
	}
	const values: unknown[] = [];
	// Of all devices: one whose entries all lie after the snapshot has no head in it.
	for (const each of await readDevices(transaction)) {
		values.push(...(await readAfter(transaction, each, heads.get(each) ?? 0)));
	}
	return { ...common, snapshot: kept.snapshot, values };
}

/** A learner's log in IndexedDB. */
export function createLogStore(database: Database, ids: RandomIds): LogStore {
	const tab = ids.id(ID_BITS);
	let seen: (Head & { readonly epoch: number }) | undefined;
	const write = <T>(body: (transaction: IDBTransaction) => Promise<T>) =>
		database.transact(ALL, 'readwrite', body, 'bulk');
	const read = <T>(body: (transaction: IDBTransaction) => Promise<T>) =>
		database.transact(ALL, 'readonly', body, 'bulk');
	const hasSeen = (head: StoredHead) =>
		seen?.count === head.count &&
		seen.t === head.t &&
		seen.device === head.device &&
		seen.epoch === head.epoch;

	const store: LogStore = {
		exists: () =>
			database.transact([META], 'readonly', async (transaction) => {
				return (await readHead(transaction)) !== undefined;
			}),
		open: async (most = Infinity) => {
			const opened = await write(async (transaction) =>
				readOpened(transaction, await ensureHead(transaction, ids), most)
			);
			seen = { ...opened.head, epoch: opened.epoch };
			return opened;
		},
		readAll: () => read(readValues),
		append: async (token, drafts): Promise<Appended> => {
			const erases = drafts.some(({ kind }) => kind === 'erase');
			const settle = erases ? (await import('./whole-log')).applyErasures : undefined;
			const body = (transaction: IDBTransaction) =>
				appendIn(transaction, tab, token, drafts, ids, settle);
			const done = erases
				? await write(body)
				: await database.transact([LOG, META], 'readwrite', body);
			const erased = done.head.epoch !== done.before.epoch;
			const foreign = erased || !hasSeen(done.before);
			seen = done.head;
			return { foreign };
		},
		saveSnapshot: (snapshot, epoch) =>
			write(async (transaction) => {
				const head = await readHead(transaction);
				if (head?.epoch !== epoch) return;
				transaction.objectStore(META).put({ epoch, snapshot }, SNAPSHOT);
			}),
		dropSnapshot: () =>
			write(async (transaction) => void transaction.objectStore(META).delete(SNAPSHOT)),
		pack: async () => {
			const { packRuns } = await import('./whole-log');
			let packed = 0;
			for (let more = PACKS_AT_ONCE; more === PACKS_AT_ONCE; packed += more) {
				more = await write((transaction) => packRuns(transaction, PACKS_AT_ONCE));
			}
			return packed;
		},
		previewMerge: async (values) => {
			const { previewMerge } = await import('./whole-log');
			return read((transaction) => previewMerge(transaction, values));
		},
		merge: async (values, at) => {
			const { mergeInto } = await import('./whole-log');
			const token = ids.id(ID_BITS);
			return write((transaction) => mergeInto(transaction, values, { at, token }, ids));
		},
		restored: async () => read((await import('./whole-log')).readRestored),
		takeBack: async (at) => {
			const { takeMergeBack } = await import('./whole-log');
			return write((transaction) => takeMergeBack(transaction, at, ids));
		},
		setUnreadableAside: async (at) => {
			const { moveUnreadable } = await import('./whole-log');
			return write((transaction) => moveUnreadable(transaction, at, ids));
		},
		countAside: async () => read((await import('./whole-log')).countAside),
		readAside: async () => read((await import('./whole-log')).readAside),
		keepBackup: (bytes, at) =>
			write(async (transaction) => void transaction.objectStore(META).put({ at, bytes }, BACKUP)),
		keptBackup: () =>
			read((transaction) =>
				promisifyRequest<KeptBackup | undefined>(transaction.objectStore(META).get(BACKUP))
			),
		close: () => database.close()
	};
	return store;
}
