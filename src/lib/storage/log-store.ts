import { promisifyRequest } from 'idb-keyval';
import { hasShape, isListOf, isText, isWhole } from '$lib/core/guard';
import { stampEntries, type Head } from '$lib/core/log/append';
import type { Entry, EntryDraft } from '$lib/core/log/entry';
import type { Appended, LogStore, RandomIds } from '$lib/core/ports';
import { StorageFailure } from '$lib/core/storage-failure';
import { openDatabase, type Database } from './database';

const LOG = 'log';
const META = 'meta';
const HEAD = 'head';

/** Random bits of a device id and of the name a tab has in the head. */
export const ID_BITS = 80;

/** How many tabs' last appends the head remembers. */
const MAX_TABS = 16;

/** The last act of a tab: repeated, it writes nothing. */
interface LastAct {
	readonly tab: string;
	readonly token: string;
	readonly from: number;
	readonly to: number;
}

interface StoredHead extends Head {
	readonly tabs: readonly LastAct[];
}

const isHead = hasShape({
	device: isText,
	count: isWhole,
	t: isWhole,
	tabs: isListOf(hasShape({ tab: isText, token: isText, from: isWhole, to: isWhole }))
});

/** The name of a learner's database; it carries the path the app is served under. */
const learnerDatabase = (scope: string, learner: string) => `kachi:${scope}:${learner}`;

export function openLearnerDatabase(scope: string, learner: string, factory: IDBFactory): Database {
	const name = learnerDatabase(scope, learner);
	return openDatabase({ name, version: 1, stores: [LOG, META] }, factory);
}

async function readHead(meta: IDBObjectStore): Promise<StoredHead | undefined> {
	const value: unknown = await promisifyRequest(meta.get(HEAD) as IDBRequest<unknown>);
	if (value === undefined) return undefined;
	if (isHead(value)) return value as StoredHead;
	// Writing on would give ids a second time.
	throw new StorageFailure('unavailable', 'the head of the log cannot be read');
}

const withAct = (head: StoredHead, tab: string, act: Omit<LastAct, 'tab'>) => [
	{ tab, ...act },
	...head.tabs.filter((other) => other.tab !== tab).slice(0, MAX_TABS - 1)
];

function storedRange(log: IDBObjectStore, device: string, from: number, to: number) {
	const range = IDBKeyRange.bound([device, from], [device, to]);
	return promisifyRequest(log.getAll(range) as IDBRequest<Entry[]>);
}

/** A learner's log in IndexedDB: one record an entry under `[device, seq]`, and its head. */
export function createLogStore(database: Database, ids: RandomIds): LogStore {
	const tab = ids.id(ID_BITS);
	let seen: Head | undefined;

	const ensureHead = async (meta: IDBObjectStore): Promise<StoredHead> => {
		const head = await readHead(meta);
		if (head) return head;
		const fresh = { device: ids.id(ID_BITS), count: 0, t: 0, tabs: [] };
		meta.put(fresh, HEAD);
		return fresh;
	};

	const appendIn = async (
		transaction: IDBTransaction,
		token: string,
		drafts: readonly EntryDraft[]
	): Promise<Appended & { readonly head: Head }> => {
		const [log, meta] = [transaction.objectStore(LOG), transaction.objectStore(META)];
		const head = await ensureHead(meta);
		const last = head.tabs.find((other) => other.tab === tab);
		if (last?.token === token) {
			const entries = await storedRange(log, head.device, last.from, last.to);
			return { entries, foreign: false, head };
		}
		const stamped = stampEntries(head, drafts);
		const foreign = seen?.count !== head.count || seen.t !== head.t || seen.device !== head.device;
		// `add`, not `put`: a key that is taken aborts the act instead of overwriting an answer.
		stamped.entries.forEach((entry, at) => log.add(entry, [head.device, head.count + 1 + at]));
		const act = { token, from: head.count + 1, to: stamped.head.count };
		meta.put({ ...head, ...stamped.head, tabs: withAct(head, tab, act) }, HEAD);
		return { entries: stamped.entries, foreign, head: stamped.head };
	};

	return {
		load: () =>
			database.transact([LOG, META], 'readwrite', async (transaction) => {
				const { device, count, t } = await ensureHead(transaction.objectStore(META));
				const log = transaction.objectStore(LOG);
				const entries = await promisifyRequest(log.getAll() as IDBRequest<unknown[]>);
				seen = { device, count, t };
				return { head: seen, entries };
			}),
		append: async (token, drafts) => {
			const { entries, foreign, head } = await database.transact(
				[LOG, META],
				'readwrite',
				(transaction) => appendIn(transaction, token, drafts)
			);
			seen = { device: head.device, count: head.count, t: head.t };
			return { entries, foreign };
		}
	};
}
