import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { EntryDraft } from '$lib/core/log/entry';
import type { RandomIds } from '$lib/core/ports';
import { StorageFailure } from '$lib/core/storage-failure';
import { openDatabase } from './database';
import { createDeviceStore } from './device-store';
import { createLogStore, openLearnerDatabase } from './log-store';

function countingIds(): RandomIds {
	let n = 0;
	return { id: () => `id${++n}` };
}

const setting = (value: number, at = 1_000): EntryDraft => ({
	kind: 'setting',
	key: 'newPerDay',
	value,
	at,
	offset: 0,
	day: 0
});

function openStore(factory: IDBFactory, ids = countingIds()) {
	return createLogStore(openLearnerDatabase('/', 'learner', factory), ids);
}

describe('a log store', () => {
	it('gives dense ids and growing times, and reads back what it was given', async () => {
		const store = openStore(new IDBFactory());
		const { head } = await store.load();
		await store.append('a', [setting(1), setting(2)]);
		await store.append('b', [setting(3, 5)]);
		const { entries } = await store.load();
		expect(entries).toMatchObject([
			{ id: `${head.device}.1`, t: 1_000, value: 1 },
			{ id: `${head.device}.2`, t: 1_001, value: 2 },
			{ id: `${head.device}.3`, t: 1_002, value: 3, at: 5 }
		]);
	});

	it('keeps exactly one copy when an append is repeated', async () => {
		const store = openStore(new IDBFactory());
		await store.load();
		const first = await store.append('a', [setting(1), setting(2)]);
		const again = await store.append('a', [setting(1), setting(2)]);
		expect(again.entries).toEqual(first.entries);
		expect((await store.load()).entries).toHaveLength(2);
	});

	it('keeps its device over a reload', async () => {
		const factory = new IDBFactory();
		const before = await openStore(factory).load();
		const after = await openStore(factory).load();
		expect(after.head.device).toBe(before.head.device);
	});

	it('tells a tab that another one has appended, and gives no id twice', async () => {
		const factory = new IDBFactory();
		const ids = countingIds();
		const [one, other] = [openStore(factory, ids), openStore(factory, ids)];
		await one.load();
		await other.load();
		expect((await one.append('a', [setting(1)])).foreign).toBe(false);
		expect((await other.append('b', [setting(2)])).foreign).toBe(true);
		expect((await other.append('c', [setting(3)])).foreign).toBe(false);
		const { entries } = await one.load();
		expect(new Set(entries.map((entry) => (entry as { id: string }).id)).size).toBe(3);
	});

	it('keeps all of fifty appends made at once', async () => {
		const store = openStore(new IDBFactory());
		await store.load();
		await Promise.all(
			Array.from({ length: 50 }, (_, i) => store.append(`token${i}`, [setting(i)]))
		);
		expect((await store.load()).entries).toHaveLength(50);
	});

	it('refuses to overwrite an entry whose place is taken', async () => {
		const factory = new IDBFactory();
		const store = openStore(factory);
		const { head } = await store.load();
		const database = openLearnerDatabase('/', 'learner', factory);
		await database.transact(['log'], 'readwrite', (transaction) => {
			transaction.objectStore('log').add({ precious: true }, [head.device, 1]);
		});
		await expect(store.append('a', [setting(1)])).rejects.toBeInstanceOf(StorageFailure);
		expect((await store.load()).entries).toEqual([{ precious: true }]);
	});

	it('does not write on over a head it cannot read', async () => {
		const factory = new IDBFactory();
		const database = openLearnerDatabase('/', 'learner', factory);
		await database.transact(['meta'], 'readwrite', (transaction) => {
			transaction.objectStore('meta').put({ device: 7 }, 'head');
		});
		await expect(openStore(factory).load()).rejects.toMatchObject({ trouble: 'unavailable' });
	});
});

describe('a database', () => {
	const schema = { name: 'x', version: 1, stores: ['s'] };

	it('reports a newer version instead of touching it', async () => {
		const factory = new IDBFactory();
		await openDatabase({ ...schema, version: 7 }, factory).transact(['s'], 'readonly', () => 1);
		const older = openDatabase(schema, factory).transact(['s'], 'readonly', () => 1);
		await expect(older).rejects.toMatchObject({ trouble: 'newer' });
	});

	it('opens a lost connection anew and replays, at most three times', async () => {
		const database = openDatabase(schema, new IDBFactory());
		let runs = 0;
		const lost = () => {
			runs += 1;
			throw new DOMException('lost', 'InvalidStateError');
		};
		await expect(database.transact(['s'], 'readwrite', lost)).rejects.toMatchObject({
			trouble: 'lost'
		});
		expect(runs).toBe(4);
		const value = await database.transact(['s'], 'readwrite', () => (++runs < 7 ? lost() : 'in'));
		expect(value).toBe('in');
	});

	it('names a full device as such, at once', async () => {
		let runs = 0;
		const full = openDatabase(schema, new IDBFactory()).transact(['s'], 'readwrite', () => {
			runs += 1;
			throw new DOMException('full', 'QuotaExceededError');
		});
		await expect(full).rejects.toMatchObject({ trouble: 'quota' });
		expect(runs).toBe(1);
	});

	it('keeps nothing of a transaction that failed halfway', async () => {
		const database = openDatabase(schema, new IDBFactory());
		const halfway = database.transact(['s'], 'readwrite', (transaction) => {
			transaction.objectStore('s').add(1, 'a');
			throw new DOMException('full', 'QuotaExceededError');
		});
		await expect(halfway).rejects.toMatchObject({ trouble: 'quota' });
		const keys = await database.store('s')(
			'readonly',
			(store) =>
				new Promise((resolve) => {
					const request = store.getAllKeys();
					request.onsuccess = () => resolve(request.result);
				})
		);
		expect(keys).toEqual([]);
	});
});

describe('a device store', () => {
	it('makes one learner, even for two tabs at once', async () => {
		const factory = new IDBFactory();
		const ids = countingIds();
		const [one, other] = [1, 2].map(() => createDeviceStore('/', factory, ids));
		const learners = await Promise.all([one?.learner(), other?.learner()]);
		expect(learners[0]).toBe(learners[1]);
	});

	it('keeps preferences, and those of two paths apart', async () => {
		const factory = new IDBFactory();
		const at = (scope: string) => createDeviceStore(scope, factory, countingIds());
		await at('/').savePreferences({ theme: 'dark' });
		expect(await at('/').preferences()).toEqual({ theme: 'dark' });
		expect(await at('/kachi/').preferences()).toEqual({});
	});
});
