import type { Page } from '@playwright/test';
import { gunzipSync } from 'node:zlib';
import { classifyEntry } from '../../src/lib/core/log/classify-entry';
import { foldLog } from '../../src/lib/core/log/fold-log';
import { stateText } from '../../src/lib/core/log/state-text';
import { memoryModel } from '../../src/lib/core/scheduling/scheduler';
import { sha256Hex } from '../../src/lib/platform/sha256';

/** A page, whatever drives it. */
interface Evaluating {
	evaluate<Result>(run: () => Promise<Result>): Promise<Result>;
}

/** One record of a database of the origin. */
export interface StoredRecord {
	readonly name: string;
	readonly store: string;
	readonly key: unknown;
	readonly value: unknown;
}

interface Bytes {
	readonly bytes: readonly number[];
}

/** Everything in every database of the origin, as JSON; bytes as `{bytes}`. Runs in the page. */
async function dumpAll(): Promise<string> {
	const done = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const records: StoredRecord[] = [];
	const names = (await indexedDB.databases()).map(({ name }) => name ?? '').sort();
	for (const name of names) {
		const database = await done(indexedDB.open(name));
		for (const store of database.objectStoreNames) {
			const stored = database.transaction(store).objectStore(store);
			const both = [done(stored.getAllKeys()), done(stored.getAll())] as const;
			const [keys, values] = await Promise.all(both);
			keys.forEach((key, at) => records.push({ name, store, key, value: values[at] as unknown }));
		}
		database.close();
	}
	return JSON.stringify(records, (_, value: unknown) => {
		if (!ArrayBuffer.isView(value)) return value;
		const { buffer, byteOffset, byteLength } = value;
		return { bytes: [...new Uint8Array(buffer, byteOffset, byteLength)] };
	});
}

/** What IndexedDB holds as text, every record of it: equal when nothing has changed. */
export const dump = (page: Evaluating): Promise<string> => page.evaluate(dumpAll);

const isBytes = (value: unknown): value is Bytes =>
	typeof value === 'object' && value !== null && 'bytes' in value && Array.isArray(value.bytes);

/** Kept backups are packed: what they hold is to be found too. */
function unpacked(_: string, value: unknown): unknown {
	if (!isBytes(value)) return value;
	const bytes = Buffer.from(value.bytes);
	return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString() : value;
}

/** Every record, with backups as the text they hold. */
export const recordsOf = async (page: Evaluating): Promise<readonly StoredRecord[]> =>
	JSON.parse(await dump(page), unpacked) as readonly StoredRecord[];

/** The log of each learner, by the id in the name of the database. */
export async function logsOf(page: Evaluating): Promise<ReadonlyMap<string, readonly unknown[]>> {
	const logs = new Map<string, unknown[]>();
	for (const { name, store, value } of await recordsOf(page)) {
		const learner = name.split(':')[2];
		if (learner === undefined) continue;
		const log = logs.get(learner) ?? [];
		if (store === 'log') log.push(value);
		logs.set(learner, log);
	}
	return logs;
}

/** The log of the one learner there is. */
export async function logOf(page: Evaluating): Promise<readonly unknown[]> {
	const [log, ...others] = [...(await logsOf(page)).values()];
	if (!log || others.length > 0) throw new Error(`there are ${others.length + 1} learners`);
	return log;
}

/** Digits of the state hash that Settings shows. */
const FINGERPRINT_DIGITS = 16;

/** The hash of texts as Settings would show it, worked out here and not by the page. */
export const digitsOf = async (texts: Iterable<string>): Promise<string> =>
	(await sha256Hex(texts))?.slice(0, FINGERPRINT_DIGITS) ?? '';

/** The state hash of a log. */
export const fingerprintOf = (values: readonly unknown[]): Promise<string> =>
	digitsOf(stateText(foldLog(values, memoryModel)));

/** Cards that were answered, in the order they are stored. */
export const cardsIn = (values: readonly unknown[]): readonly string[] =>
	values.flatMap((value) => {
		const seen = classifyEntry(value);
		return seen.is === 'known' && seen.entry.kind === 'review' ? seen.entry.card : [];
	});

/** Puts values into the learner's log beside the app, under these keys. */
export async function putInLog(
	page: Page,
	records: readonly (readonly [key: IDBValidKey, value: unknown])[]
): Promise<void> {
	await page.evaluate(async (json) => {
		const added = JSON.parse(json) as readonly (readonly [IDBValidKey, unknown])[];
		const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
		const name = databases.find((each) => each.split(':').length === 3) ?? '';
		await new Promise<void>((resolve, reject) => {
			const request = indexedDB.open(name);
			request.onerror = () => reject(request.error ?? new Error('it does not open'));
			request.onsuccess = () => {
				const transaction = request.result.transaction('log', 'readwrite');
				for (const [key, value] of added) transaction.objectStore('log').add(value, key);
				transaction.oncomplete = () => resolve(request.result.close());
				transaction.onabort = () => reject(transaction.error ?? new Error('it was aborted'));
			};
		});
	}, JSON.stringify(records));
}

/** Takes every database whose name begins so, as a browser does that clears its storage. */
export async function deleteDatabases(page: Page, url: string, begin: string): Promise<void> {
	// Beside the app, which would be asked to let go of them first.
	await page.goto(`${url}icon-192.png`);
	await page.evaluate(async (start) => {
		for (const { name = '' } of await indexedDB.databases()) {
			if (!name.startsWith(start)) continue;
			await new Promise<void>((resolve, reject) => {
				const request = indexedDB.deleteDatabase(name);
				request.onsuccess = () => resolve();
				request.onerror = () => reject(request.error ?? new Error('it stays'));
				request.onblocked = () => reject(new Error('it is in use'));
			});
		}
	}, begin);
}
