import { get, promisifyRequest, set } from 'idb-keyval';
import * as v from 'valibot';
import type { DeviceStore, RandomIds } from '$lib/core/ports';
import { StorageFailure } from '$lib/core/storage-failure';
import { openDatabase } from './database';
import { ID_BITS } from './log-store';

const LEARNERS = 'learners';
const PREFERENCES = 'preferences';

const learnersSchema = v.pipe(v.array(v.looseObject({ id: v.string() })), v.minLength(1));
const preferencesSchema = v.record(v.string(), v.unknown());

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
				if (v.is(learnersSchema, list) && list[0]) return list[0].id;
				if (list !== undefined) throw new StorageFailure('unavailable', 'no learner can be read');
				const id = ids.id(ID_BITS);
				learners.add([{ id }], 'list');
				return id;
			}),
		preferences: async () => {
			const value: unknown = await get('device', preferences);
			return v.is(preferencesSchema, value) ? value : {};
		},
		savePreferences: (value) => set('device', value, preferences)
	};
}
