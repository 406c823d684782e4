import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/lib/core/log/entry';
import { compareEntries } from '../../src/lib/core/log/order';
import { entry, review, stone, undo } from './entries';
import {
	expectSnapshotHolds,
	filled,
	idsOf,
	keepSnapshot,
	seqs,
	upTo,
	type OpenTab
} from './filled-log';
import { answers, contents, erase, note, setting } from './stored-logs';

const CANARY = 'a secret to be forgotten';

/** What every store keeps to when a log is changed as a whole: merged, taken back, erased from. */
export function describeLogChanges(name: string, newLog: () => OpenTab): void {
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
