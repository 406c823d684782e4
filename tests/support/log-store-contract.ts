import { describe, expect, it } from 'vitest';
import { foldLog } from '../../src/lib/core/log/fold-log';
import { compareEntries, parseEntryId } from '../../src/lib/core/log/order';
import { foldFromSnapshot, headsOfSnapshot, takeSnapshot } from '../../src/lib/core/log/snapshot';
import type { Entry } from '../../src/lib/core/log/entry';
import type { LogStore } from '../../src/lib/core/ports';
import { memoryModel } from '../../src/lib/core/scheduling/scheduler';
import { entry, review, stone, undo } from './entries';
import { answers, contents, erase, note, setting, stateOfValues, textOf } from './stored-logs';

/** One log, empty at first; each call opens it in another tab. */
export type OpenTab = () => LogStore;

const CANARY = 'a secret to be forgotten';

const seqs = (values: readonly unknown[]) =>
	(values as readonly Entry[]).map(({ id }) => parseEntryId(id).seq).sort((a, b) => a - b);

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

const idsOf = (values: readonly unknown[]) =>
	(values as readonly Entry[]).map(({ id }) => id).sort();

async function filled(openTab: OpenTab, count: number) {
	const store = openTab();
	const { head } = await store.open();
	await store.append('fill', answers(count));
	return { store, head };
}

/** Keeps the snapshot of a fold with a tail of this length. */
async function keepSnapshot(store: LogStore, length: number): Promise<void> {
	const { epoch } = await store.open();
	const snapshot = takeSnapshot(foldLog(await store.readAll(), memoryModel, length));
	if (!snapshot) throw new Error('there is nothing before the tail');
	await store.saveSnapshot(snapshot, epoch);
}

/** Law: what is opened is the snapshot and exactly the values after it. */
async function expectSnapshotHolds(store: LogStore): Promise<void> {
	const { snapshot, values } = await store.open();
	const heads = headsOfSnapshot(snapshot);
	expect(heads, 'a snapshot that holds').toBeDefined();
	const all = await store.readAll();
	const later = (all as readonly Entry[]).filter(({ id }) => {
		const { device, seq } = parseEntryId(id);
		return seq > (heads?.get(device) ?? 0);
	});
	expect(contents(values ?? [])).toEqual(contents(later));
	const fold = foldFromSnapshot(snapshot, values ?? [], memoryModel);
	expect(fold && textOf(fold)).toBe(stateOfValues(all));
}

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

	describeMerging(name, newLog);
	describeErasing(name, newLog);
}

function describeMerging(name: string, newLog: () => OpenTab): void {
	const phone = [1, 2, 3].map((seq) => review(`phone.${seq}`, 100 * seq, `card${seq}`));

	describe(`${name}: merging`, () => {
		it('does what the preview says', async () => {
			const { store, head } = await filled(newLog(), 20);
			const all = (await store.readAll()) as readonly Entry[];
			await store.append('erase', [erase(`${head.device}.3`)]);
			const incoming = [
				...phone,
				all.find(({ id }) => id === `${head.device}.9`),
				all.find(({ id }) => id === `${head.device}.3`),
				entry('erase', 'phone.4', 900, { ids: [`${head.device}.5`, 'phone.1'] }),
				{ strange: true }
			];
			const preview = await store.previewMerge(incoming);
			expect(await store.merge(incoming, 1)).toEqual(preview);
			expect(preview).toEqual({ added: 3, erased: 1, keptOut: 1, doubled: 0, changes: true });
		});

		it('changes nothing the second time', async () => {
			const { store } = await filled(newLog(), 20);
			await store.merge([...phone, 'no entry'], 1);
			const [before, { epoch }] = [contents(await store.readAll()), await store.open()];
			const again = await store.merge([...phone, 'no entry'], 2);
			expect(again).toMatchObject({ added: 0, changes: false });
			expect(contents(await store.readAll())).toEqual(before);
			expect((await store.open()).epoch).toBe(epoch);
			expect(await store.readAside()).toEqual(['no entry']);
			expect(await store.restored()).toMatchObject({ at: 1, added: 3 });
		});

		it('makes what is appended later sort after all that came in', async () => {
			const { store, head } = await filled(newLog(), 5);
			await store.merge([review('phone.1', 4_000_000_000_000, 'x')], 1);
			expect((await store.open()).head).toMatchObject({ device: head.device, count: 5 });
			await store.append('a', [setting(1)]);
			const all = (await store.readAll()) as readonly Entry[];
			const last = [...all].sort(compareEntries).at(-1);
			expect(last).toMatchObject({ id: `${head.device}.6`, t: 4_000_000_000_001 });
		});

		it('takes a new device when its own id came in doubled', async () => {
			const { store, head } = await filled(newLog(), 5);
			await store.merge([review(`${head.device}.6`, 4_000_000_000_000, 'x')], 1);
			const now = (await store.open()).head;
			expect(now.device).not.toBe(head.device);
			expect(now.count).toBe(0);
			await store.append('a', [setting(1)]);
			expect(idsOf(await store.readAll())).toContain(`${now.device}.1`);
		});

		it('keeps its device when its own entries come back', async () => {
			const { store, head } = await filled(newLog(), 5);
			await store.merge([...(await store.readAll()), ...phone], 1);
			expect((await store.open()).head.device).toBe(head.device);
		});

		it('goes on appending when a number of its own comes in as erased', async () => {
			const { store, head } = await filled(newLog(), 5);
			await store.merge([stone(`${head.device}.6`, 50), stone(`${head.device}.1`, 1_000)], 1);
			await store.append('a', [setting(1)]);
			expect(await store.readAll()).toHaveLength(7);
		});

		it('takes in full runs of another device at once', async () => {
			const { store } = await filled(newLog(), 300);
			await store.pack();
			const runs = upTo(700).map((seq) => review(`phone.${seq}`, seq, `c${seq % 9}`));
			await store.merge(runs, 1);
			const all = await store.readAll();
			expect(all).toHaveLength(1_000);
			expect(await store.pack()).toBe(0);
			await keepSnapshot(store, 200);
			await expectSnapshotHolds(store);
		});

		it('sets aside what is no entry, and finds it there the next time', async () => {
			const store = newLog()();
			await store.merge([{ id: 'PHONE.1', t: 1 }, 7, ...phone], 1);
			expect(await store.readAll()).toHaveLength(3);
			expect(contents(await store.readAside())).toEqual(contents([{ id: 'PHONE.1', t: 1 }, 7]));
			expect(await store.countAside()).toBe(2);
			expect((await store.previewMerge([7])).changes).toBe(false);
		});

		it('keeps a merge for another tab to see', async () => {
			const openTab = newLog();
			await openTab().merge(phone, 5);
			expect(await openTab().restored()).toMatchObject({ at: 5, added: 3 });
		});
	});

	describe(`${name}: taking a merge back`, () => {
		it('leaves exactly the values from before, and what came in lies aside', async () => {
			const { store, head } = await filled(newLog(), 20);
			await store.append('erase', [erase(`${head.device}.3`)]);
			const before = contents(await store.readAll());
			const incoming = [
				...phone,
				review(`${head.device}.4`, 9, 'a second content'),
				review(`${head.device}.40`, 9, 'a number to come'),
				entry('erase', 'phone.4', 900, { ids: [`${head.device}.5`, `${head.device}.6`] })
			];
			await store.merge(incoming, 1);
			await store.takeBack(2);
			expect(contents(await store.readAll())).toEqual(before);
			expect(await store.restored()).toBe(undefined);
			expect(await store.countAside()).toBeGreaterThanOrEqual(incoming.length);
		});

		it('does nothing a second time', async () => {
			const { store } = await filled(newLog(), 3);
			await store.merge(phone, 1);
			await store.takeBack(2);
			const before = contents(await store.readAll());
			await store.takeBack(3);
			expect(contents(await store.readAll())).toEqual(before);
			expect(await store.countAside()).toBe(3);
		});

		it('lets the same come in again', async () => {
			const { store } = await filled(newLog(), 3);
			await store.merge(phone, 1);
			await store.takeBack(2);
			expect(await store.merge(phone, 3)).toMatchObject({ added: 3 });
			expect(await store.readAll()).toHaveLength(6);
		});

		it('keeps what was appended since, also after packing', async () => {
			const { store, head } = await filled(newLog(), 200);
			const before = (await store.readAll()) as readonly Entry[];
			await store.merge([...phone, review(`${head.device}.7`, 7, 'doubled')], 1);
			const { device } = (await store.open()).head;
			await store.append('since', answers(300, 200));
			await store.pack();
			await store.takeBack(2);
			const ids = [...before.map(({ id }) => id), ...upTo(300).map((seq) => `${device}.${seq}`)];
			expect(idsOf(await store.readAll())).toEqual(ids.sort());
			await store.append('after', [setting(1)]);
			expect(await store.readAll()).toHaveLength(501);
		});

		it('takes a packed merge out of its packs', async () => {
			const { store } = await filled(newLog(), 10);
			const before = contents(await store.readAll());
			await store.merge([review('phone.300', 300, 'x')], 1);
			const runs = upTo(299).map((seq) => review(`phone.${seq}`, seq, 'x'));
			await store.merge(runs, 2);
			await store.pack();
			await store.takeBack(3);
			const left = contents([review('phone.300', 300, 'x')]);
			expect(contents(await store.readAll())).toEqual([...before, ...left].sort());
		});

		it('leaves erased what was erased since', async () => {
			const { store, head } = await filled(newLog(), 20);
			const gone = entry('erase', 'phone.4', 900, {
				ids: [5, 6].map((n) => `${head.device}.${n}`)
			});
			await store.merge([...phone, gone], 1);
			await store.append('mine', [erase(`${head.device}.6`, `${head.device}.7`, 'phone.1')]);
			await store.takeBack(2);
			const values = (await store.readAll()) as readonly { id: string; erased?: boolean }[];
			const erased = values.filter((value) => value.erased).map(({ id }) => id);
			expect(erased.sort()).toEqual([6, 7].map((n) => `${head.device}.${n}`));
			expect(values.filter(({ id }) => id.startsWith('phone'))).toEqual([]);
			expect(values).toHaveLength(21);
		});

		it('gives no id a second time', async () => {
			const { store, head } = await filled(newLog(), 5);
			await store.merge([review(`${head.device}.6`, 9, 'x')], 1);
			await store.append('a', [setting(1)]);
			await store.takeBack(2);
			await store.append('b', [setting(2)]);
			const ids = idsOf(await store.readAll());
			expect(new Set(ids).size).toBe(7);
			expect(ids).not.toContain(`${head.device}.6`);
		});
	});
}

function describeErasing(name: string, newLog: () => OpenTab): void {
	const text = (values: readonly unknown[]) => JSON.stringify(values);

	describe(`${name}: erasing`, () => {
		it('takes the content away, leaves the place, and cannot be undone', async () => {
			const store = newLog()();
			const { head } = await store.open();
			await store.append('a', [note('bank/i', CANARY), setting(1)]);
			await store.append('b', [erase(`${head.device}.1`)]);
			const undoing = undo(`${head.device}.4`, 2_000, `${head.device}.3`);
			await store.append('c', [{ ...undoing, batch: 'c' }]);
			const values = await store.readAll();
			expect(text(values)).not.toContain(CANARY);
			expect(values).toContainEqual({ id: `${head.device}.1`, t: 1_000, erased: true });
			expect(values).toHaveLength(4);
		});

		it('takes it out of a pack, with what was entered for it', async () => {
			const { store, head } = await filled(newLog(), 254);
			const id = `${head.device}.255`;
			await store.append('a', [
				note('bank/i', CANARY),
				{ ...answers(1)[0], for: id, response: { kind: 'text', text: CANARY } } as never,
				...answers(300, 300)
			]);
			await store.pack();
			expect(text(await store.readAll())).toContain(CANARY);
			await store.append('b', [erase(id)]);
			const values = await store.readAll();
			expect(text(values)).not.toContain(CANARY);
			expect(seqs(values)).toEqual(upTo(557));
			await store.pack();
			expect(seqs(await store.readAll())).toEqual(upTo(557));
		});

		it('keeps exactly one erasure when the act is repeated', async () => {
			const { store, head } = await filled(newLog(), 3);
			await store.append('a', [erase(`${head.device}.1`)]);
			await store.append('a', [erase(`${head.device}.1`)]);
			expect(seqs(await store.readAll())).toEqual(upTo(4));
		});

		it('keeps erased content out of every later merge', async () => {
			const { store, head } = await filled(newLog(), 3);
			const before = await store.readAll();
			await store.append('a', [erase(`${head.device}.1`)]);
			expect(await store.merge(before, 1)).toMatchObject({ keptOut: 1, changes: false });
		});
	});
}
