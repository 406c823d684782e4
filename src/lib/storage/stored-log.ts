import { promisifyRequest } from 'idb-keyval';
import { classifyEntry } from '$lib/core/log/classify-entry';
import { parseEntryId } from '$lib/core/log/order';
import { PACK_SIZE, unpackEntries } from '$lib/core/log/pack';
import { LOG, PACKS } from './learner-database';

/** One record of the store, and the values it holds: one, or a run of them. */
export interface StoredRecord {
	readonly store: typeof LOG | typeof PACKS;
	readonly key: IDBValidKey;
	readonly values: readonly unknown[];
}

/** The values of a pack; a damaged one is itself a value that no one can read. */
function valuesOf(pack: unknown): readonly unknown[] {
	try {
		return unpackEntries(pack);
	} catch (error) {
		if (error instanceof RangeError) return [pack];
		throw error;
	}
}

const all = (store: IDBObjectStore, range?: IDBKeyRange) =>
	promisifyRequest(store.getAll(range) as IDBRequest<unknown[]>);

/** Every value of the log, in any order. */
export async function readValues(transaction: IDBTransaction): Promise<readonly unknown[]> {
	const packs = await all(transaction.objectStore(PACKS));
	const singles = await all(transaction.objectStore(LOG));
	const values: unknown[] = [];
	for (const pack of packs) for (const value of valuesOf(pack)) values.push(value);
	for (const value of singles) values.push(value);
	return values;
}

/** How many values there are, or nearly. */
export async function countValues(transaction: IDBTransaction): Promise<number> {
	const packs = await promisifyRequest(transaction.objectStore(PACKS).count());
	return packs * PACK_SIZE + (await promisifyRequest(transaction.objectStore(LOG).count()));
}

/** Every record of the log with its key. */
export async function readRecords(transaction: IDBTransaction): Promise<readonly StoredRecord[]> {
	const records: StoredRecord[] = [];
	for (const store of [PACKS, LOG] as const) {
		const stored = transaction.objectStore(store);
		const [keys, values] = [await promisifyRequest(stored.getAllKeys()), await all(stored)];
		values.forEach((value, at) => {
			const key = keys[at] as IDBValidKey;
			records.push({ store, key, values: store === PACKS ? valuesOf(value) : [value] });
		});
	}
	return records;
}

/** The devices that have written what is stored here. */
export async function readDevices(transaction: IDBTransaction): Promise<ReadonlySet<string>> {
	const devices = new Set<string>();
	for (const name of [PACKS, LOG]) {
		const store = transaction.objectStore(name);
		for (let after = IDBKeyRange.lowerBound([]); ;) {
			const key = await promisifyRequest(store.getKey(after));
			if (!Array.isArray(key)) break;
			devices.add(String(key[0]));
			// A list sorts after every number: past all of the device's keys.
			after = IDBKeyRange.lowerBound([key[0], []]);
		}
	}
	return devices;
}

/** A device's values above a number. */
export async function readAfter(
	transaction: IDBTransaction,
	device: string,
	seq: number
): Promise<readonly unknown[]> {
	const run = Math.floor(seq / PACK_SIZE);
	// A list sorts after every number: the upper bound of all of a device's keys.
	const from = (first: number) => IDBKeyRange.bound([device, first], [device, []]);
	const packs = await all(transaction.objectStore(PACKS), from(run));
	const singles = await all(transaction.objectStore(LOG), from(seq + 1));
	const packed = packs.flatMap(valuesOf).filter((value) => {
		const seen = classifyEntry(value);
		return seen.is === 'unreadable' || parseEntryId(seen.entry.id).seq > seq;
	});
	return [...packed, ...singles];
}
