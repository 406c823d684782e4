import { get, promisifyRequest } from 'idb-keyval';
import { hasShape, isListOf, isText, isWhole } from '$lib/core/guard';
import type { BorrowedStore } from '$lib/core/ports';
import type { BorrowedAttempt } from '$lib/core/taking/borrowed';
import { openDeviceDatabase, PREFERENCES } from './device-store';
import { eraseLearnerDatabase } from './learner-database';

/** Beside the device's preferences, which have another key. */
const BORROWED = 'borrowed';

const isList = isListOf(hasShape({ attempt: isText, at: isWhole }));

const logOf = (attempt: string) => `borrowed:${attempt}`;

const listOf = (value: unknown) => (isList(value) ? (value as readonly BorrowedAttempt[]) : []);

/**
 * The list of borrowed attempts, in the database of the device. An attempt is on it before its own
 * database is made, and until that is gone: none is ever forgotten.
 */
export function createBorrowedStore(scope: string, factory: IDBFactory): BorrowedStore {
	const database = openDeviceDatabase(scope, factory);
	const change = (next: (list: readonly BorrowedAttempt[]) => readonly BorrowedAttempt[]) =>
		database.transact([PREFERENCES], 'readwrite', async (transaction) => {
			const store = transaction.objectStore(PREFERENCES);
			const list = await promisifyRequest(store.get(BORROWED) as IDBRequest<unknown>);
			const left = next(listOf(list));
			if (left.length > 0) store.put(left, BORROWED);
			else store.delete(BORROWED);
		});
	return {
		logOf,
		list: async () => listOf(await get(BORROWED, database.store(PREFERENCES))),
		add: (attempt) => change((list) => [...list, attempt]),
		erase: async (attempt) => {
			await eraseLearnerDatabase(scope, logOf(attempt), factory);
			await change((list) => list.filter((each) => each.attempt !== attempt));
		}
	};
}
