import { describe, expect, it } from 'vitest';
import type { Entry } from '$lib/core/log/entry';
import { foldLog } from '$lib/core/log/fold-log';
import { takeSnapshot } from '$lib/core/log/snapshot';
import { StorageFailure } from '$lib/core/storage-failure';
import { memoryModel } from '$lib/core/scheduling/scheduler';
import { entry, review } from '../../../tests/support/entries';
import { describeLogStore } from '../../../tests/support/log-store-contract';
import {
	answers,
	contents,
	countingIds,
	dump,
	erase,
	newFactory,
	note,
	setting,
	tamper
} from '../../../tests/support/stored-logs';
import { openDatabase } from './database';
import { openLearnerDatabase } from './learner-database';
import { createLogStore } from './log-store';

const tabsOf = (factory: IDBFactory, ids = countingIds()) => {
	return () => createLogStore(openLearnerDatabase('/', 'learner', factory), ids);
};

describeLogStore('a log in IndexedDB', () => tabsOf(newFactory()));

async function filled(count: number) {
	const factory = newFactory();
	const store = tabsOf(factory)();
	const { head } = await store.open();
	await store.append('fill', answers(count));
	return { factory, store, device: head.device };
}

describe('what a log in IndexedDB does not write over', () => {
	it('refuses to overwrite an entry whose place is taken', async () => {
		const { factory, store, device } = await filled(1);
		await tamper(factory, 'log', (log) => log.add({ precious: true }, [device, 2]));
		await expect(store.append('a', [setting(1)])).rejects.toBeInstanceOf(StorageFailure);
		expect(await store.readAll()).toContainEqual({ precious: true });
	});

	it('does not write on over a head it cannot read', async () => {
		const { factory, store } = await filled(1);
		await tamper(factory, 'meta', (meta) => meta.put({ device: 7 }, 'head'));
		const before = await dump(factory);
		const trouble = { trouble: 'unavailable' };
		await expect(tabsOf(factory)().open()).rejects.toMatchObject(trouble);
		await expect(store.append('a', [setting(1)])).rejects.toMatchObject(trouble);
		await expect(store.merge([review('phone.1', 1, 'x')], 1)).rejects.toMatchObject(trouble);
		expect(await dump(factory)).toEqual(before);
	});
});

describe('what a log in IndexedDB erases', () => {
	const CANARY = 'a secret to be forgotten';
	const scan = async (factory: IDBFactory) =>
		(await dump(factory))
			.filter(({ value }) => JSON.stringify(value).includes(CANARY))
			.map(({ store, key }) => `${store} ${JSON.stringify(key)}`);

	it('is in no record of any store: not in a pack, a snapshot, or what lies aside', async () => {
		const { factory, store, device } = await filled(254);
		await store.append('a', [note('bank/i', CANARY), ...answers(300, 300)]);
		await store.pack();
		const { epoch } = await store.open();
		const snapshot = takeSnapshot(foldLog(await store.readAll(), memoryModel, 10));
		if (snapshot) await store.saveSnapshot(snapshot, epoch);
		expect(await scan(factory)).toHaveLength(2);
		await store.append('b', [erase(`${device}.255`)]);
		expect(await scan(factory)).toEqual([]);
	});

	it('is gone too where a merge has brought it and was taken back', async () => {
		const { factory, store } = await filled(3);
		const secret = entry('note', 'phone.1', 5, { item: 'bank/i', text: CANARY });
		await store.merge([secret, review('phone.2', 6, 'x')], 1);
		await store.takeBack(2);
		expect(await scan(factory)).toHaveLength(1);
		await store.append('b', [erase('phone.1')]);
		expect(await scan(factory)).toEqual([]);
		expect(JSON.stringify(await dump(factory))).toContain('phone.2');
	});

	it('is gone too where a merge has taken it away and could be taken back', async () => {
		const { factory, store, device } = await filled(3);
		await store.append('a', [note('bank/i', CANARY), note('bank/j', CANARY)]);
		await store.merge([entry('erase', 'phone.1', 5, { ids: [`${device}.4`] })], 1);
		await store.append('b', [erase(`${device}.4`, `${device}.5`)]);
		expect(await scan(factory)).toEqual([]);
		await store.takeBack(2);
		expect(await scan(factory)).toEqual([]);
		expect(await store.readAll()).toHaveLength(6);
	});

	it('is not kept in the backup from before a restore', async () => {
		const { store, device } = await filled(3);
		await store.keepBackup(new Uint8Array([1, 2, 3]), 1);
		await store.append('a', [setting(1)]);
		expect(await store.keptBackup()).toMatchObject({ at: 1 });
		await store.append('b', [erase(`${device}.1`)]);
		expect(await store.keptBackup()).toBe(undefined);
	});

	it('is no longer in a snapshot when the erasure came by a merge', async () => {
		const { factory, store, device } = await filled(20);
		await store.append('a', [note('bank/i', CANARY), ...answers(20, 20)]);
		const { epoch } = await store.open();
		const snapshot = takeSnapshot(foldLog(await store.readAll(), memoryModel, 10));
		if (snapshot) await store.saveSnapshot(snapshot, epoch);
		await store.merge([entry('erase', 'phone.1', 5, { ids: [`${device}.21`] })], 1);
		expect(await scan(factory)).toEqual(['meta "restored"']);
	});
});

describe('what a log in IndexedDB cannot read', () => {
	const damage = { id: 'broken', payload: [1, 2] };

	it('is kept, counted among the values, and set aside when asked', async () => {
		const { factory, store, device } = await filled(300);
		await tamper(factory, 'log', (log) => log.put(damage, [device, 7]));
		const { values } = await store.open();
		expect(values).toHaveLength(300);
		expect(values).toContainEqual(damage);
		expect(await store.pack()).toBe(0);
		expect(await store.setUnreadableAside(5)).toBe(1);
		expect(await store.readAll()).toHaveLength(299);
		expect(await store.readAside()).toEqual([damage]);
		expect(await store.setUnreadableAside(6)).toBe(0);
		expect(await store.countAside()).toBe(1);
	});

	it('does not keep a backup from bringing back the entry in its place', async () => {
		const { factory, store, device } = await filled(20);
		const good = await store.readAll();
		await tamper(factory, 'log', (log) => log.put(damage, [device, 7]));
		expect(await store.merge(good, 1)).toMatchObject({ added: 1 });
		expect(contents(await store.readAll())).toEqual(contents([...good, damage]));
	});

	it('keeps a damaged pack as one value, and lets a backup bring its entries back', async () => {
		const { factory, store, device } = await filled(600);
		const good = await store.readAll();
		await store.pack();
		const pack = (await dump(factory)).find((each) => each.store === 'packs');
		const broken = { ...(pack?.value as object), texts: 7 };
		await tamper(factory, 'packs', (packs) => packs.put(broken, [device, 0]));
		const all = await store.readAll();
		expect(all).toHaveLength(345);
		expect(all).toContainEqual(broken);
		expect(await store.merge(good, 1)).toMatchObject({ added: 256 });
		expect(await store.readAll()).toHaveLength(601);
		await store.pack();
		expect(await store.setUnreadableAside(2)).toBe(1);
		expect(contents(await store.readAll())).toEqual(contents(good));
		await store.pack();
		expect(contents(await store.readAll())).toEqual(contents(good));
		expect(await store.readAside()).toEqual([broken]);
	});

	it('is not given a place by a device that goes on', async () => {
		const { factory, store } = await filled(300);
		await store.pack();
		await tamper(factory, 'packs', (packs) => packs.put('rubbish', ['elsewhere', 3]));
		await tamper(factory, 'log', (log) => log.put('rubbish', 'a key of no form'));
		await store.merge([review('elsewhere.769', 9, 'x'), review('elsewhere.770', 9, 'x')], 1);
		await store.append('b', [erase('elsewhere.770')]);
		await store.takeBack(2);
		expect(await store.readAll()).toHaveLength(303);
	});
});

describe('versions of a learner database', () => {
	const name = 'kachi:/:learner';
	const done = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve) => {
			request.onsuccess = () => resolve(request.result);
		});

	/** A database as the first version made it: no packs, a head without an epoch. */
	async function versionOne(factory: IDBFactory) {
		const request = factory.open(name, 1);
		request.onupgradeneeded = () => {
			for (const store of ['log', 'meta']) request.result.createObjectStore(store);
		};
		const database = await done(request);
		const transaction = database.transaction(['log', 'meta'], 'readwrite');
		const values = [1, 2, 3].map((seq) => ({
			...review(`old.${seq}`, 100 * seq, 'x'),
			mood: 'glad'
		}));
		values.forEach((value, at) => transaction.objectStore('log').add(value, ['old', at + 1]));
		const tabs = [{ tab: 'tab', token: 'act', from: 3, to: 3 }];
		transaction.objectStore('meta').put({ device: 'old', count: 3, t: 300, tabs }, 'head');
		await new Promise((resolve) => transaction.addEventListener('complete', resolve));
		database.close();
		return values;
	}

	it('opens one of the first version with all its entries, and goes on', async () => {
		const factory = newFactory();
		const values = await versionOne(factory);
		const store = tabsOf(factory)();
		expect(await store.exists()).toBe(true);
		const opened = await store.open();
		expect(opened.head).toEqual({ device: 'old', count: 3, t: 300 });
		expect(contents(opened.values ?? [])).toEqual(contents(values));
		await store.append('act', [setting(1)]);
		await store.append('new', [setting(2)]);
		const ids = ((await store.readAll()) as readonly Entry[]).map(({ id }) => id);
		expect(ids).toEqual(['old.1', 'old.2', 'old.3', 'old.4']);
		await store.merge([review('phone.1', 9, 'x')], 1);
		await store.takeBack(2);
		expect(await store.readAll()).toHaveLength(4);
	});

	it('refuses a newer one and leaves it as it is', async () => {
		const { factory, store } = await filled(3);
		store.close();
		const stores = ['log', 'packs', 'meta', 'aside', 'a later one'];
		await openDatabase({ name, version: 9, stores }, factory).transact(
			['a later one'],
			'readwrite',
			(transaction) => void transaction.objectStore('a later one').add('kept', 1)
		);
		const before = await dump(factory);
		const newer = { trouble: 'newer' };
		await expect(tabsOf(factory)().open()).rejects.toMatchObject(newer);
		await expect(tabsOf(factory)().append('a', [setting(1)])).rejects.toMatchObject(newer);
		expect(await dump(factory)).toEqual(before);
		expect((await factory.databases())[0]?.version).toBe(9);
	});
});
