import { get, promisifyRequest, set } from 'idb-keyval';
import { hasShape, isFlag, isListOf, isRecord, isText, maybe } from '$lib/core/guard';
import type { DeviceStore, LearnerRecord, RandomIds } from '$lib/core/ports';
import { StorageFailure } from '$lib/core/storage-failure';
import { openDatabase, type Database } from './database';
import { ID_BITS } from './log-head';

const LEARNERS = 'learners';
export const PREFERENCES = 'preferences';
const LIST = 'list';

const isLearners = isListOf(hasShape({ id: isText, name: maybe(isText), expected: maybe(isFlag) }));

type Learners = readonly LearnerRecord[];

export const openDeviceDatabase = (scope: string, factory: IDBFactory): Database =>
	openDatabase({ name: `kachi:${scope}`, version: 1, stores: [LEARNERS, PREFERENCES] }, factory);

/** The database of the device itself: who learns on it, and its own preferences. */
export function createDeviceStore(scope: string, factory: IDBFactory, ids: RandomIds): DeviceStore {
	const database = openDeviceDatabase(scope, factory);
	const preferences = database.store(PREFERENCES);

	/** One transaction: two tabs opened at once must not make two learners. */
	const change = (next: (list: Learners) => Learners) =>
		database.transact([LEARNERS], 'readwrite', async (transaction) => {
			const store = transaction.objectStore(LEARNERS);
			const list = await promisifyRequest(store.get(LIST) as IDBRequest<unknown>);
			if (list !== undefined && !isLearners(list)) {
				throw new StorageFailure('unavailable', 'no learner can be read');
			}
			const before = (list ?? []) as Learners;
			const after = next(before);
			if (after !== before) store.put(after, LIST);
			return after;
		});
	const note = (learner: string, noted: Partial<LearnerRecord>) =>
		change((list) => list.map((each) => (each.id === learner ? { ...each, ...noted } : each)));
	const some = (list: Learners) => (list.length > 0 ? list : [{ id: ids.id(ID_BITS) }]);

	return {
		learner: async () => (await change(some))[0] as LearnerRecord,
		learners: () => change((list) => list),
		choose: async (learner) => {
			await change((list) => [
				{ ...list.find(({ id }) => id === learner.id), ...learner },
				...list.filter(({ id }) => id !== learner.id)
			]);
		},
		add: async (name) => {
			const learner = { id: ids.id(ID_BITS), name };
			await change((list) => [learner, ...list]);
			return learner;
		},
		rename: async (learner, name) => void (await note(learner, { name })),
		expect: async (learner, expected) => void (await note(learner, { expected })),
		remove: async (learner) => {
			await change((list) => list.filter(({ id }) => id !== learner));
		},
		preferences: async () => {
			const value: unknown = await get('device', preferences);
			return isRecord(value) ? value : {};
		},
		savePreferences: (value) => set('device', value, preferences)
	};
}
