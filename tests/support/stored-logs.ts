/** What tests of stores share: ids that count, drafts, and ways to compare what is stored. */
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { EntryDraft } from '../../src/lib/core/log/entry';
import { foldLog } from '../../src/lib/core/log/fold-log';
import type { Fold } from '../../src/lib/core/log/fold';
import { contentOf } from '../../src/lib/core/log/order';
import { stateText } from '../../src/lib/core/log/state-text';
import type { RandomIds } from '../../src/lib/core/ports';
import type { Rating } from '../../src/lib/core/scheduling/rating';
import { memoryModel } from '../../src/lib/core/scheduling/scheduler';

export const newFactory = (): globalThis.IDBFactory => new IDBFactory();

/** Ids that differ; those of two calls differ as well when they begin differently. */
export function countingIds(begin = 'id'): RandomIds {
	let n = 0;
	return { id: () => `${begin}${++n}` };
}

const moment = (at: number) => ({ at, offset: 0, day: Math.floor(at / 86_400_000) });

export const setting = (value: unknown, at = 1_000, key = 'newPerDay'): EntryDraft => ({
	...moment(at),
	kind: 'setting',
	key,
	value
});

export const note = (item: string, text: string, at = 1_000): EntryDraft => ({
	...moment(at),
	kind: 'note',
	item,
	text
});

export const erase = (...ids: readonly string[]): EntryDraft => ({
	...moment(1_000),
	kind: 'erase',
	ids
});

export const answer = (card: string, batch: string, at = 1_000, rating: Rating = 3) =>
	({
		...moment(at),
		...{ kind: 'review', batch, card, revision: '1-x', itemKind: 'choice', rating, score: 1 },
		...{ mode: 'study', durationMs: 900, interval: 4, scheduler: 'fsrs-6' }
	}) as EntryDraft;

/** So many answers, one after the other, each of one of twenty cards and an act of its own. */
export const answers = (count: number, from = 0): readonly EntryDraft[] =>
	Array.from({ length: count }, (_, at) => {
		const number = from + at;
		return answer(`bank/i${number % 20}#`, `batch${number}`, 1_000 + 3_600_000 * number);
	});

/** What values say, in an order of its own: equal for equal logs. */
export const contents = (values: readonly unknown[]): readonly string[] =>
	values.map(contentOf).sort();

/** What a fold comes to. */
export const textOf = (fold: Fold): string => [...stateText(fold)].join('');

/** What values come to when they are folded from nothing. */
export const stateOfValues = (values: readonly unknown[]): string =>
	textOf(foldLog(values, memoryModel));

const settled = <T>(request: IDBRequest<T>) =>
	new Promise<T>((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('no reason given'));
	});

/** Everything a factory holds, beside the app: database, store, key and value of each record. */
export async function dump(factory: globalThis.IDBFactory) {
	const records: { name: string; store: string; key: IDBValidKey; value: unknown }[] = [];
	for (const { name = '' } of await factory.databases()) {
		const database = await settled(factory.open(name));
		for (const store of database.objectStoreNames) {
			const stored = database.transaction(store).objectStore(store);
			const [keys, values] = [await settled(stored.getAllKeys()), await settled(stored.getAll())];
			keys.forEach((key, at) => records.push({ name, store, key, value: values[at] }));
		}
		database.close();
	}
	return records;
}

/** Writes to a store beside the app, in the first database that has it. */
export async function tamper(
	factory: globalThis.IDBFactory,
	store: string,
	change: (store: IDBObjectStore) => void
): Promise<void> {
	let database: IDBDatabase | undefined;
	for (const { name = '' } of await factory.databases()) {
		const candidate = await settled(factory.open(name));
		if (!database && candidate.objectStoreNames.contains(store)) database = candidate;
		else candidate.close();
	}
	if (!database) throw new Error(`there is no store ${store}`);
	const transaction = database.transaction(store, 'readwrite');
	change(transaction.objectStore(store));
	await new Promise((resolve) => transaction.addEventListener('complete', resolve));
	database.close();
}
