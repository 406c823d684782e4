import type { Page } from '@playwright/test';
import type { StoredLog } from './ledger';

/** What IndexedDB holds of the one learner, in one transaction and beside the app. */
export function readStoredLog(page: Page): Promise<StoredLog> {
	return page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const found: StoredLog[] = [];
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await done(indexedDB.open(name));
			if (database.objectStoreNames.contains('log')) {
				const stores = database.transaction(['log', 'meta']);
				const [log, meta] = [stores.objectStore('log'), stores.objectStore('meta')];
				const all = [done(log.getAllKeys()), done(log.getAll()), done(meta.get('head'))] as const;
				const [keys, entries, head] = (await Promise.all(all)) as unknown[];
				found.push({ keys, entries, head } as StoredLog);
			}
			database.close();
		}
		const [log, ...others] = found;
		if (!log || others.length > 0) throw new Error(`there are ${found.length} learners`);
		return log;
	});
}
