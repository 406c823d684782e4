import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/lib/core/log/entry';
import { foldLog } from '../../src/lib/core/log/fold-log';
import { compareEntries } from '../../src/lib/core/log/order';
import { takeSnapshot } from '../../src/lib/core/log/snapshot';
import { memoryModel } from '../../src/lib/core/scheduling/scheduler';
import { review } from './entries';
import { expectSnapshotHolds, filled, keepSnapshot, seqs, upTo, type OpenTab } from './filled-log';
import { describeLogChanges } from './log-changes-contract';
import { answers, contents, erase, setting } from './stored-logs';

/** What every store of a learner's log keeps to. */
export function describeLogStore(name: string, newLog: () => OpenTab): void {
	describe(`${name}: appending`, () => {
		it('gives dense ids and growing times, and reads back what it was given', async () => {
			const store = newLog()();
			const { head } = await store.open();
			await store.append('a', [setting(1), setting(2)]);
			await store.append('b', [setting(3, 5)]);
			const { values } = await store.open();
			expect([...(values as Entry[])].sort(compareEntries)).toMatchObject([
				{ id: `${head.device}.1`, t: 1_000, value: 1 },
				{ id: `${head.device}.2`, t: 1_001, value: 2 },
				{ id: `${head.device}.3`, t: 1_002, value: 3, at: 5 }
			]);
		});

		it('keeps exactly one copy when an append is repeated', async () => {
			const store = newLog()();
			await store.append('a', [setting(1), setting(2)]);
			await store.append('a', [setting(1), setting(2)]);
			expect(await store.readAll()).toHaveLength(2);
		});

		it('keeps exactly one copy when another tab repeats it, as after opening anew', async () => {
			const openTab = newLog();
			await openTab().append('a', [setting(1)]);
			await openTab().append('a', [setting(1)]);
			expect(await openTab().readAll()).toHaveLength(1);
		});

		it('keeps exactly one copy when it is repeated after others have appended', async () => {
			const openTab = newLog();
			const [one, other] = [openTab(), openTab()];
			await one.append('a', [setting(1)]);
			await other.append('b', [setting(2)]);
			await one.append('a', [setting(1)]);
			expect(await one.readAll()).toHaveLength(2);
		});

		it('keeps exactly one copy when it is repeated after it was packed', async () => {
			const { store } = await filled(newLog(), 256);
			expect(await store.pack()).toBe(1);
			await store.append('fill', answers(256));
			expect(seqs(await store.readAll())).toEqual(upTo(256));
		});

		it('keeps its device over a reload', async () => {
			const openTab = newLog();
			const before = await openTab().open();
			const after = await openTab().open();
			expect(after.head.device).toBe(before.head.device);
		});

		it('keeps all of fifty appends made at once', async () => {
			const store = newLog()();
			await Promise.all(upTo(50).map((each) => store.append(`act${each}`, [setting(each)])));
			expect(seqs(await store.readAll())).toEqual(upTo(50));
		});

		it('keeps all of what two tabs append by turns and at once', async () => {
			const openTab = newLog();
			const tabs = [openTab(), openTab()];
			await Promise.all(
				upTo(30).map(async (each) => {
					await tabs[each % 2]?.append(`act${each}`, [setting(each), setting(-each)]);
					if (each % 10 === 0) await tabs[each % 2]?.open();
				})
			);
			const values = (await openTab().readAll()) as readonly Entry[];
			expect(seqs(values)).toEqual(upTo(60));
			expect(new Set(values.map(({ t }) => t)).size).toBe(60);
		});
	});

	describe(`${name}: telling that others were there`, () => {
		it('is silent while a tab is alone', async () => {
			const store = newLog()();
			await store.open();
			expect((await store.append('a', [setting(1)])).foreign).toBe(false);
			expect((await store.append('b', [setting(2)])).foreign).toBe(false);
		});

		it('tells it once, of an append in another tab', async () => {
			const openTab = newLog();
			const [one, other] = [openTab(), openTab()];
			await one.open();
			await other.open();
			await one.append('a', [setting(1)]);
			expect((await other.append('b', [setting(2)])).foreign).toBe(true);
			expect((await other.append('c', [setting(3)])).foreign).toBe(false);
		});

		it('tells it of a merge, of taking it back, and of what was set aside', async () => {
			const openTab = newLog();
			const [one, other] = [openTab(), openTab()];
			await one.open();
			await other.merge([review('phone.1', 100, 'x'), 'no entry'], 1);
			expect((await one.append('a', [setting(1)])).foreign).toBe(true);
			await other.takeBack(2);
			expect((await one.append('b', [setting(2)])).foreign).toBe(true);
			expect((await one.append('c', [setting(3)])).foreign).toBe(false);
		});

		it('tells it of its own erasure, which no fold can be extended by', async () => {
			const openTab = newLog();
			const [one, other] = [openTab(), openTab()];
			const { head } = await one.open();
			await one.append('a', [setting(1)]);
			await other.open();
			expect((await one.append('b', [erase(`${head.device}.1`)])).foreign).toBe(true);
			expect((await other.append('c', [setting(2)])).foreign).toBe(true);
			expect((await one.append('d', [setting(3)])).foreign).toBe(true);
		});
	});

	describe(`${name}: opening`, () => {
		it('begins a log only when it is opened', async () => {
			const openTab = newLog();
			expect(await openTab().exists()).toBe(false);
			expect(await openTab().exists()).toBe(false);
			await openTab().open();
			expect(await openTab().exists()).toBe(true);
		});

		it('leaves out the values of a long log that has no snapshot', async () => {
			const { store } = await filled(newLog(), 300);
			await store.pack();
			expect((await store.open(299)).values).toBe(undefined);
			expect((await store.open(600)).values).toHaveLength(300);
		});

		it('gives the snapshot and exactly what came after it', async () => {
			const { store } = await filled(newLog(), 600);
			await keepSnapshot(store, 100);
			await expectSnapshotHolds(store);
			await store.append('more', answers(20, 600));
			await expectSnapshotHolds(store);
		});

		it.each([1, 87, 88, 89, 256, 300, 344, 345])(
			'gives it when packs lie on both sides of a tail of %i',
			async (length) => {
				const { store } = await filled(newLog(), 600);
				await store.pack();
				await keepSnapshot(store, length);
				await expectSnapshotHolds(store);
			}
		);

		it('gives what other devices wrote, before the tail and in it', async () => {
			const { store } = await filled(newLog(), 40);
			const late = 1_000 + 3_600_000 * 38;
			await store.merge(
				[
					review('aa.1', 50, 'x'),
					...[1, 2, 3].map((seq) => review(`tablet.${seq}`, 100 * seq, `y${seq}`)),
					...[1, 2, 3].map((seq) => review(`phone.${seq}`, late + seq, `z${seq}`)),
					review('tablet.4', late + 9, 'y')
				],
				1
			);
			await keepSnapshot(store, 8);
			await expectSnapshotHolds(store);
			await store.append('more', answers(20, 40));
			await expectSnapshotHolds(store);
		});

		it('gives what its own former device wrote, after its id was found doubled', async () => {
			const { store, head } = await filled(newLog(), 30);
			await store.merge([review(`${head.device}.30`, 5, 'x')], 1);
			await store.append('more', answers(30, 30));
			await keepSnapshot(store, 10);
			await expectSnapshotHolds(store);
		});

		it('gives second contents of ids in the tail', async () => {
			const { store, head } = await filled(newLog(), 30);
			const late = 1_000 + 3_600_000 * 29;
			await store.merge([review(`${head.device}.30`, late, 'x')], 1);
			await keepSnapshot(store, 5);
			await expectSnapshotHolds(store);
		});

		it('ignores a snapshot of an epoch that is over', async () => {
			const { store } = await filled(newLog(), 60);
			const { epoch } = await store.open();
			const snapshot = takeSnapshot(foldLog(await store.readAll(), memoryModel, 10));
			if (!snapshot) throw new Error('there is nothing before the tail');
			await store.merge([review('phone.1', 5, 'x')], 1);
			await store.saveSnapshot(snapshot, epoch);
			expect(await store.open()).toMatchObject({ snapshot: undefined, epoch: epoch + 1 });
		});

		it('does not give a snapshot that was there before a merge', async () => {
			const { store } = await filled(newLog(), 60);
			await keepSnapshot(store, 10);
			await store.merge([review('phone.1', 5, 'x')], 1);
			const { snapshot, values } = await store.open();
			expect(snapshot).toBe(undefined);
			expect(values).toHaveLength(61);
		});

		it('gives everything again once the snapshot is dropped', async () => {
			const { store } = await filled(newLog(), 60);
			await keepSnapshot(store, 10);
			await store.dropSnapshot();
			const { snapshot, values } = await store.open();
			expect(snapshot).toBe(undefined);
			expect(values).toHaveLength(60);
		});

		it('does not write a snapshot where there is no log', async () => {
			const openTab = newLog();
			const { store } = await filled(newLog(), 60);
			const snapshot = takeSnapshot(foldLog(await store.readAll(), memoryModel, 10));
			if (!snapshot) throw new Error('there is nothing before the tail');
			await openTab().saveSnapshot(snapshot, 0);
			expect(await openTab().exists()).toBe(false);
		});
	});

	describe(`${name}: packing`, () => {
		it('keeps every value, and packs nothing twice', async () => {
			const { store } = await filled(newLog(), 900);
			const before = contents(await store.readAll());
			expect(await store.pack()).toBe(3);
			expect(contents(await store.readAll())).toEqual(before);
			expect(await store.pack()).toBe(0);
			expect(contents(await store.readAll())).toEqual(before);
		});

		it('goes on where it left off when the log grows, and more runs than go at once', async () => {
			const { store } = await filled(newLog(), 256 * 20 - 6);
			expect(await store.pack()).toBe(19);
			await store.append('more', answers(10, 0));
			expect(await store.pack()).toBe(1);
			expect(seqs(await store.readAll())).toEqual(upTo(256 * 20 + 4));
		}, 30_000);

		it('keeps both contents of a doubled id, whether it was doubled before or after', async () => {
			const { store, head } = await filled(newLog(), 600);
			const twin = (seq: number) => review(`${head.device}.${seq}`, seq, 'x');
			await store.merge([twin(7)], 1);
			expect(await store.pack()).toBe(1);
			await store.merge([twin(300), twin(599)], 2);
			await store.pack();
			const all = await store.readAll();
			expect(all).toHaveLength(603);
			expect(contents(all)).toEqual(expect.arrayContaining([...contents([7, 300, 599].map(twin))]));
		});

		it('loses nothing while answers are being given', async () => {
			const openTab = newLog();
			const { store } = await filled(openTab, 1_000);
			const other = openTab();
			const acts = upTo(100).map((each) => other.append(`act${each}`, answers(3, each)));
			await Promise.all([store.pack(), ...acts, other.pack()]);
			await store.pack();
			expect(seqs(await store.readAll())).toEqual(upTo(1_300));
		});
	});

	describeLogChanges(name, newLog);
}
