import { get, promisifyRequest } from 'idb-keyval';
import type { Timeouts } from './database';
import { META, openLearnerDatabase } from './learner-database';

/**
 * Keys that stay in this browser, in the learner's database and so erased with it. They are no
 * entries of the log: they cannot be written down, and a backup does not have them.
 */
export interface DeviceKeys {
	/**
	 * The key of a name, made at the first call.
	 *
	 * @throws StorageFailure when it cannot be kept
	 */
	key(name: string, make: () => Promise<CryptoKeyPair>): Promise<CryptoKeyPair>;
}

const isPair = (value: unknown): value is CryptoKeyPair =>
	typeof value === 'object' && value !== null && 'privateKey' in value && 'publicKey' in value;

export function deviceKeys(
	scope: string,
	learner: string,
	factory: IDBFactory,
	timeouts?: Timeouts
): DeviceKeys {
	const database = openLearnerDatabase(scope, learner, factory, timeouts);
	return {
		async key(name, make) {
			const at = `key:${name}`;
			const kept: unknown = await get(at, database.store(META));
			if (isPair(kept)) return kept;
			// Made before the transaction, which would not wait for it.
			const made = await make();
			return database.transact([META], 'readwrite', async (transaction) => {
				const store = transaction.objectStore(META);
				const before = await promisifyRequest(store.get(at) as IDBRequest<unknown>);
				// Another tab may have been first.
				if (isPair(before)) return before;
				store.put(made, at);
				return made;
			});
		}
	};
}
