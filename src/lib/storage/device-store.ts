import { get, promisifyRequest, set } from 'idb-keyval';
import { hasShape, isListOf, isRecord, isText } from '$lib/core/guard';
import type { DeviceStore, RandomIds } from '$lib/core/ports';
import { StorageFailure } from '$lib/core/storage-failure';
import { openDatabase } from './database';
import { ID_BITS } from './log-store';

const LEARNERS = 'learners';
const PREFERENCES = 'preferences';

const isLearners = isListOf(hasShape({ id: isText }));

/** The database of the device itself: who learns on it, and its own preferences. */
export function createDeviceStore(scope: string, factory: IDBFactory, ids: RandomIds): DeviceStore {
	const stores = [LEARNERS, PREFERENCES];
	const database = openDatabase({ name: `kachi:${scope}`, version: 1, stores }, factory);
	const preferences = database.store(PREFERENCES);
	return {
		learner: () =>
			// One transaction: two tabs opened at once must not make two learners.
			database.transact([LEARNERS], 'readwrite', async (transaction) => {
				const learners = transaction.objectStore(LEARNERS);
				const list = await promisifyRequest(learners.get('list') as IDBRequest<unknown>);
				const [first] = isLearners(list) ? (list as { id: string }[]) : [];
				if (first) return first.id;
				if (list !== undefined) throw new StorageFailure('unavailable', 'no learner can be read');
				const id = ids.id(ID_BITS);
				learners.add([{ id }], 'list');
				return id;
			}),
		preferences: async () => {
			const value: unknown = await get('device', preferences);
			return isRecord(value) ? value : {};
		},
		savePreferences: (value) => set('device', value, preferences)
	};
}
