import { promisifyRequest } from 'idb-keyval';
import { classifyEntry, type Placed } from '$lib/core/log/classify-entry';
import { parseEntryId } from '$lib/core/log/order';
import { PACK_SIZE, type Pack } from '$lib/core/log/pack';
import { packEntries } from '$lib/core/log/pack-entries';
import { LOG, PACKS } from './learner-database';
import type { StoredRecord } from './stored-log';

const runOf = (seq: number) => Math.floor((seq - 1) / PACK_SIZE);

/** Keeps a run of entries as one record; false when they are not a full run. */
function putPack(
	transaction: IDBTransaction,
	device: string,
	run: number,
	entries: readonly Placed[]
): boolean {
	if (entries.length !== PACK_SIZE) return false;
	const pack: Pack | undefined = packEntries(device, run * PACK_SIZE + 1, entries);
	if (pack) transaction.objectStore(PACKS).add(pack, [device, run]);
	return pack !== undefined;
}

/** Entries by device and run, those of a run in the order of their numbers. */
function byRun(entries: readonly Placed[]) {
	const runs = new Map<string, { device: string; run: number; entries: Placed[] }>();
	for (const entry of entries) {
		const { device, seq } = parseEntryId(entry.id);
		const run = runOf(seq);
		const key = `${device}.${run}`;
		const there = runs.get(key);
		if (there) there.entries.push(entry);
		else runs.set(key, { device, run, entries: [entry] });
	}
	const seqOf = (entry: Placed) => parseEntryId(entry.id).seq;
	for (const { entries: list } of runs.values()) list.sort((a, b) => seqOf(a) - seqOf(b));
	return [...runs.values()];
}

/** A free key for an entry: its own, or one with a third part when its id is taken. */
function freeKey(id: string, taken: Set<string>): IDBValidKey {
	const { device, seq } = parseEntryId(id);
	let content = 0;
	while (taken.has(slot(id, content))) content += 1;
	taken.add(slot(id, content));
	return content === 0 ? [device, seq] : [device, seq, content];
}

const slot = (id: string, content: number) => (content === 0 ? id : `${id} ${content}`);

/** Adds entries, full runs of them as packs. */
function putEntries(
	transaction: IDBTransaction,
	entries: readonly Placed[],
	taken: Set<string>
): void {
	const log = transaction.objectStore(LOG);
	for (const { device, run, entries: list } of byRun(entries)) {
		const isFree = list.every(({ id }) => !taken.has(id));
		if (isFree && putPack(transaction, device, run, list)) continue;
		for (const entry of list) log.add(entry, freeKey(entry.id, taken));
	}
}

/** The slots that a record keeps taken, whether or not what it holds can be read. */
function slotsOf({ store, key }: StoredRecord): readonly string[] {
	if (!Array.isArray(key)) return [];
	const [device, number, content = 0] = key;
	if (store === LOG) return [slot(`${String(device)}.${Number(number)}`, Number(content))];
	const first = Number(number) * PACK_SIZE + 1;
	return Array.from({ length: PACK_SIZE }, (_, at) => `${String(device)}.${first + at}`);
}

/**
 * Takes values out of the log and puts others in. A record that keeps all its values stays as it
 * is; what is left of the others is put anew.
 *
 * @param removed the very objects that `records` hold
 */
export function rewriteLog(
	transaction: IDBTransaction,
	records: readonly StoredRecord[],
	removed: ReadonlySet<unknown>,
	added: readonly Placed[]
): void {
	const taken = new Set<string>();
	const again: Placed[] = [];
	for (const record of records) {
		if (record.values.some((value) => removed.has(value))) {
			transaction.objectStore(record.store).delete(record.key);
			again.push(...(record.values.filter((value) => !removed.has(value)) as Placed[]));
		} else for (const each of slotsOf(record)) taken.add(each);
	}
	putEntries(transaction, [...again, ...added], taken);
}

/** Packs full runs of single records, each id of which has one content. @returns how many */
export async function packRuns(transaction: IDBTransaction, most: number): Promise<number> {
	const log = transaction.objectStore(LOG);
	const keys = await promisifyRequest(log.getAllKeys());
	let packed = 0;
	for (const [device, run] of fullRuns(keys)) {
		if (packed === most) break;
		const first = run * PACK_SIZE + 1;
		const range = IDBKeyRange.bound([device, first], [device, first + PACK_SIZE - 1]);
		const entries = await promisifyRequest(log.getAll(range) as IDBRequest<unknown[]>);
		const isPlaced = entries.every((entry) => classifyEntry(entry).is !== 'unreadable');
		if (!isPlaced || !putPack(transaction, device, run, entries as Placed[])) continue;
		log.delete(range);
		packed += 1;
	}
	return packed;
}

/** Runs of which every number has a record of its own. */
function fullRuns(keys: readonly IDBValidKey[]): readonly (readonly [string, number])[] {
	const runs = new Map<string, { run: readonly [string, number]; numbers: number }>();
	for (const key of keys) {
		if (!Array.isArray(key) || typeof key[0] !== 'string' || typeof key[1] !== 'number') continue;
		const run = [key[0], runOf(key[1])] as const;
		const there = runs.get(run.join('.')) ?? { run, numbers: 0 };
		// A second content spoils its run: it would be left without the first.
		runs.set(run.join('.'), { run, numbers: there.numbers + (key.length === 2 ? 1 : -Infinity) });
	}
	return [...runs.values()].filter(({ numbers }) => numbers === PACK_SIZE).map(({ run }) => run);
}
