import type { Page } from '@playwright/test';
import { unpackEntries } from '../../src/lib/core/log/pack';
import type { Entry } from '../../src/lib/core/log/entry';
import { reviveTypedArrays } from '../support/typed-arrays';
import type { Key, StoredLog } from './ledger';

/** The stores as they are, typed arrays as `{"Uint8Array": […]}`. */
interface Stores {
	readonly keys: readonly Key[];
	readonly entries: readonly Entry[];
	readonly packs: readonly unknown[];
	readonly head: StoredLog['head'];
}

/** Reads in one transaction and beside the app; runs in the page. */
async function readStores(): Promise<string> {
	const done = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const found: unknown[] = [];
	for (const { name = '' } of await indexedDB.databases()) {
		const database = await done(indexedDB.open(name));
		if (database.objectStoreNames.contains('log')) {
			const stores = database.transaction(['log', 'packs', 'meta']);
			const [log, meta] = [stores.objectStore('log'), stores.objectStore('meta')];
			const packed = done(stores.objectStore('packs').getAll());
			const all = [done(log.getAllKeys()), done(log.getAll()), packed, done(meta.get('head'))];
			const [keys, entries, packs, head] = await Promise.all(all);
			found.push({ keys, entries, packs, head });
		}
		database.close();
	}
	const [log, ...others] = found;
	if (!log || others.length > 0) throw new Error(`there are ${found.length} learners`);
	return JSON.stringify(log, (_, value: unknown) =>
		ArrayBuffer.isView(value)
			? { [value.constructor.name]: [...(value as Uint8Array<ArrayBuffer>)] }
			: value
	);
}

const keyOf = ({ id }: Entry): Key => {
	const [device = '', seq] = id.split('.');
	return [device, Number(seq)];
};

/** What IndexedDB holds of the one learner: single entries first, then those of packs. */
export async function readStoredLog(page: Page): Promise<StoredLog> {
	const text = await page.evaluate(readStores);
	const { keys, entries, packs, head } = JSON.parse(text, reviveTypedArrays) as Stores;
	const packed = packs.flatMap((pack) => unpackEntries(pack) as unknown as readonly Entry[]);
	return {
		keys: [...keys, ...packed.map(keyOf)],
		entries: [...entries, ...packed],
		packs: packs.length,
		head
	};
}

/** Single records in the place of packs and of the snapshot, in one transaction; runs in the page. */
async function putSingles({
	name,
	records
}: {
	name: string;
	records: readonly (readonly [Key, Entry])[];
}) {
	const opening = indexedDB.open(name);
	await new Promise((resolve) => (opening.onsuccess = resolve));
	const transaction = opening.result.transaction(['log', 'packs', 'meta'], 'readwrite');
	transaction.objectStore('packs').clear();
	transaction.objectStore('meta').delete('snapshot');
	for (const [key, entry] of records) transaction.objectStore('log').put(entry, [...key]);
	await new Promise((resolve) => (transaction.oncomplete = resolve));
	opening.result.close();
}

/** Undoes all packing and drops the snapshot: the log as if it had been answered here at once. */
export async function unpack(page: Page): Promise<void> {
	const { keys, entries } = await readStoredLog(page);
	const records = keys.map((key, at) => [key, entries[at] as Entry] as const);
	const names = await page.evaluate(async () =>
		(await indexedDB.databases()).map(({ name = '' }) => name)
	);
	// The other one is that of the device.
	const name = names.find((each) => each.split(':').length > 2) ?? '';
	await page.evaluate(putSingles, { name, records });
}
