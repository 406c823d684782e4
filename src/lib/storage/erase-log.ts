import { promisifyRequest } from 'idb-keyval';
import type { Placed } from '$lib/core/log/classify-entry';
import type { EntryDraft, EraseEntry, Tombstone } from '$lib/core/log/entry';
import { planMerge } from '$lib/core/log/merge';
import { ASIDE, BACKUP, META } from './learner-database';
import { readRestored, RESTORED, type Aside } from './merge-log';
import { rewriteLog } from './rewrite-log';
import { readRecords } from './stored-log';

/**
 * Takes away the content of what the log itself says is erased, wherever else it lies as well: in
 * what could be taken back, aside, and in the backup from before the last restore.
 *
 * @param act what was appended and erases
 */
export async function applyErasures(
	transaction: IDBTransaction,
	act: readonly EntryDraft[]
): Promise<void> {
	const records = await readRecords(transaction);
	const plan = planMerge(
		records.flatMap(({ values }) => values),
		[]
	);
	rewriteLog(transaction, records, new Set(plan.removed), plan.added);
	const named = act.flatMap((draft) => (draft.kind === 'erase' ? draft.ids : []));
	const ids = [...named, ...plan.removed.map(({ id }) => id)];
	await eraseRestored(transaction, ids);
	await eraseAside(transaction, ids);
	transaction.objectStore(META).delete(BACKUP);
}

const isErasure = (value: unknown) => (value as Partial<EraseEntry> | null)?.kind === 'erase';
const isStone = (value: unknown) => (value as Partial<Tombstone> | null)?.erased === true;

/** What lies beside the log and is erased with these, being one of them or entered for one. */
function erasedOf(values: readonly unknown[], ids: readonly string[]): ReadonlySet<unknown> {
	const envelope = { v: 1, id: 'beside.1', t: 0, at: 0, offset: 0, day: 0 };
	const erasure: EraseEntry = { ...envelope, kind: 'erase', ids };
	// Only this erasure counts here: those among the values, and what they left, have no say.
	const others = values.filter((value) => !isErasure(value) && !isStone(value));
	return new Set(planMerge(others, [erasure]).removed);
}

const buried = ({ id, t }: Placed): Tombstone => ({ id, t, erased: true });

async function eraseRestored(transaction: IDBTransaction, ids: readonly string[]): Promise<void> {
	const record = await readRestored(transaction);
	if (!record) return;
	const erased = erasedOf([...record.odd, ...record.removed], ids);
	// What came in and is erased since stays, as its tombstone; so does what would be put back.
	const odd = record.odd.filter((value) => !erased.has(value));
	const removed = record.removed.map((value) => (erased.has(value) ? buried(value) : value));
	transaction.objectStore(META).put({ ...record, odd, removed }, RESTORED);
}

async function eraseAside(transaction: IDBTransaction, ids: readonly string[]): Promise<void> {
	const store = transaction.objectStore(ASIDE);
	const keys = await promisifyRequest(store.getAllKeys());
	const all = await promisifyRequest(store.getAll() as IDBRequest<Aside[]>);
	keys.forEach((key, at) => {
		const aside = all[at] as Aside;
		const erased = erasedOf(aside.values, ids);
		if (erased.size === 0) return;
		const left = aside.values.map((value) => (erased.has(value) ? buried(value as Placed) : value));
		store.put({ ...aside, values: left }, key);
	});
}
