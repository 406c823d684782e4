import { promisifyRequest } from 'idb-keyval';
import { classifyEntry, type Placed } from '$lib/core/log/classify-entry';
import type { Tombstone } from '$lib/core/log/entry';
import {
	mergeLogs,
	planMerge,
	reportOf,
	type MergePlan,
	type MergeReport
} from '$lib/core/log/merge';
import { contentOf, parseEntryId } from '$lib/core/log/order';
import type { RandomIds, Restored } from '$lib/core/ports';
import { ASIDE, META } from './learner-database';
import { ensureHead, renewed, writeNextEpoch, type StoredHead } from './log-head';
import { rewriteLog } from './rewrite-log';
import { readRecords } from './stored-log';

export const RESTORED = 'restored';

/** A stretch of a device's numbers: device, first, last. */
type Stretch = readonly [string, number, number];

/** Which merge it is; run again because its commit was not heard of, it has the same token. */
interface Occasion {
	readonly at: number;
	readonly token: string;
}

/** What a merge did, so that it can be taken back. */
export interface RestoredRecord extends Restored, Occasion {
	readonly report: MergeReport;
	/** Ids that were new to the log. */
	readonly ids: readonly Stretch[];
	/** What came in under an id that the log had: second contents and tombstones. */
	readonly odd: readonly Placed[];
	/** What was taken away. */
	readonly removed: readonly Placed[];
}

const isStone = (entry: Placed) => (entry as Partial<Tombstone>).erased === true;

/** Ids in stretches, so that a million of them take little room. */
function stretchesOf(ids: readonly string[]): readonly Stretch[] {
	const byDevice = new Map<string, number[]>();
	for (const id of ids) {
		const { device, seq } = parseEntryId(id);
		const there = byDevice.get(device);
		if (there) there.push(seq);
		else byDevice.set(device, [seq]);
	}
	return [...byDevice].flatMap(([device, seqs]) => runsOf(device, seqs));
}

function runsOf(device: string, seqs: readonly number[]): readonly Stretch[] {
	const runs: [string, number, number][] = [];
	for (const seq of [...new Set(seqs)].sort((a, b) => a - b)) {
		const last = runs.at(-1);
		if (last && last[2] === seq - 1) last[2] = seq;
		else runs.push([device, seq, seq]);
	}
	return runs;
}

/** The end of the log after entries came in; a device that finds its own id doubled takes another. */
function headAfter(head: StoredHead, added: readonly Placed[], ids: RandomIds): StoredHead {
	const t = added.reduce((most, entry) => Math.max(most, entry.t), head.t);
	const isDoubled = (entry: Placed) => {
		const { device, seq } = parseEntryId(entry.id);
		// A tombstone of an own entry is none of another's, unless its number was not given yet.
		return device === head.device && (!isStone(entry) || seq > head.count);
	};
	return { ...(added.some(isDoubled) ? renewed(head, ids) : head), t };
}

/** Takes other values into the log, and remembers how to take them back. */
export async function mergeInto(
	transaction: IDBTransaction,
	incoming: readonly unknown[],
	occasion: Occasion,
	ids: RandomIds
): Promise<MergeReport> {
	const last = await readRestored(transaction);
	if (last?.token === occasion.token) return last.report;
	const head = await ensureHead(transaction, ids);
	const records = await readRecords(transaction);
	const held = [...records.flatMap(({ values }) => values), ...(await readAside(transaction))];
	const plan = planMerge(held, incoming);
	const report = reportOf(plan);
	if (!report.changes) return report;
	rewriteLog(transaction, records, new Set(plan.removed), plan.added);
	await putAside(transaction, plan.unreadable, 'unreadable', occasion.at);
	writeNextEpoch(transaction, headAfter(head, plan.added, ids));
	writeRestored(transaction, { ...occasion, added: report.added, report }, held, plan);
	return report;
}

function writeRestored(
	transaction: IDBTransaction,
	about: Restored & Occasion & { readonly report: MergeReport },
	held: readonly unknown[],
	plan: MergePlan
): void {
	const known = new Set(mergeLogs(held).entries.map(({ id }) => id));
	const fresh = plan.added.filter(({ id }) => !known.has(id));
	const record: RestoredRecord = {
		...about,
		ids: stretchesOf(fresh.map(({ id }) => id)),
		odd: plan.added.filter(({ id }) => known.has(id)),
		removed: plan.removed
	};
	transaction.objectStore(META).put(record, RESTORED);
}

export async function readRestored(
	transaction: IDBTransaction
): Promise<RestoredRecord | undefined> {
	const request = transaction.objectStore(META).get(RESTORED) as IDBRequest<unknown>;
	return (await promisifyRequest(request)) as RestoredRecord | undefined;
}

/**
 * Sets aside what the last merge brought and puts back what it took away. An act of the store: as
 * entries it would void the other device's life wherever they meet.
 */
export async function takeMergeBack(
	transaction: IDBTransaction,
	at: number,
	ids: RandomIds
): Promise<void> {
	const record = await readRestored(transaction);
	if (!record) return;
	const head = await ensureHead(transaction, ids);
	const records = await readRecords(transaction);
	const held = records.flatMap(({ values }) => values);
	const came = broughtBy(record);
	const gone = held.filter(came);
	const stays = held.filter((value) => !came(value));
	// What was erased since stays erased: the erasures that stay act on what is put back.
	const back = planMerge(stays, record.removed);
	rewriteLog(transaction, records, new Set([...gone, ...back.removed]), back.added);
	await putAside(transaction, gone, 'taken back', at);
	writeNextEpoch(transaction, head);
	transaction.objectStore(META).delete(RESTORED);
}

/** Whether a value came in by a merge. */
function broughtBy({ ids, odd }: RestoredRecord): (value: unknown) => boolean {
	const contents = new Set(odd.map(contentOf));
	const stretches = new Map<string, Stretch[]>();
	for (const stretch of ids) {
		stretches.set(stretch[0], [...(stretches.get(stretch[0]) ?? []), stretch]);
	}
	return (value) => {
		const seen = classifyEntry(value);
		if (seen.is === 'unreadable') return false;
		const { device, seq } = parseEntryId(seen.entry.id);
		const isNew = stretches.get(device)?.some(([, from, to]) => seq >= from && seq <= to) ?? false;
		return isNew || (contents.size > 0 && contents.has(contentOf(value)));
	};
}

/** What was taken out of the log, in one record an occasion. */
export interface Aside {
	readonly why: 'unreadable' | 'taken back';
	readonly at: number;
	readonly values: readonly unknown[];
}

export async function putAside(
	transaction: IDBTransaction,
	values: readonly unknown[],
	why: Aside['why'],
	at: number
): Promise<void> {
	if (values.length === 0) return;
	const store = transaction.objectStore(ASIDE);
	// Never over another one: nothing that lies here is thrown away.
	const place = await promisifyRequest(store.count());
	store.add({ why, at, values } satisfies Aside, [place, why]);
}

async function asides(transaction: IDBTransaction): Promise<readonly Aside[]> {
	const request = transaction.objectStore(ASIDE).getAll() as IDBRequest<unknown[]>;
	return (await promisifyRequest(request)) as Aside[];
}

/** Values that are no entries and were set aside: a backup holds them too. */
export async function readAside(transaction: IDBTransaction): Promise<readonly unknown[]> {
	const all = await asides(transaction);
	return all.flatMap(({ why, values }) => (why === 'unreadable' ? values : []));
}

export async function countAside(transaction: IDBTransaction): Promise<number> {
	return (await asides(transaction)).reduce((sum, { values }) => sum + values.length, 0);
}
