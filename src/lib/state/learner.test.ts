import { describe, expect, it } from 'vitest';
import type { Entry, EntryDraft } from '$lib/core/log/entry';
import { compareEntries } from '$lib/core/log/order';
import { headsOfSnapshot } from '$lib/core/log/snapshot';
import type { LogStore } from '$lib/core/ports';
import { StorageFailure, type StorageTrouble } from '$lib/core/storage-failure';
import {
	answerCard,
	newDevice,
	newLearner,
	openLearner,
	storeOf,
	undoAct,
	type Device
} from '../../../tests/support/learners';
import {
	answers,
	dump,
	newFactory,
	note,
	stateOfValues,
	textOf
} from '../../../tests/support/stored-logs';
import type { Learner } from './learner.svelte';
import type { LearnerPorts } from './learner-ports';
import { openFold, tidyFold } from './stored-fold';

/** A store whose next appends fail: before anything is kept, or after it was kept. */
class Breaking {
	readonly failures: { readonly trouble: StorageTrouble; readonly kept: boolean }[] = [];

	ports(device: Device): Partial<LearnerPorts> {
		return {
			openLog: async () => {
				const learner = await device.people.learner();
				return { learner, store: this.#around(storeOf(device, learner.id)) };
			}
		};
	}

	#around(store: LogStore): LogStore {
		return {
			...store,
			append: async (token, drafts) => {
				const failure = this.failures.shift();
				if (!failure) return store.append(token, drafts);
				if (failure.kept) await store.append(token, drafts);
				throw new StorageFailure(failure.trouble, 'for the test');
			}
		};
	}
}

const freshDevice = () => newDevice(newFactory());

/** The learner's log in its order, read in another tab. */
async function stored(device: Device): Promise<readonly Entry[]> {
	const { id } = await device.people.learner();
	const values = (await storeOf(device, id).readAll()) as Entry[];
	return [...values].sort(compareEntries);
}

const cardsIn = (entries: readonly Entry[]) =>
	entries.map((entry) => ('card' in entry ? entry.card : undefined));

/** Law: what the page shows is what the stored log comes to. */
async function expectTrue(learner: Learner, device: Device): Promise<void> {
	expect(textOf(learner.fold)).toBe(stateOfValues(await stored(device)));
}

/** A log of so many answers, without a snapshot, given by another tab. */
async function filledDevice(count: number) {
	const device = freshDevice();
	const { id } = await device.people.learner();
	const store = storeOf(device, id);
	await store.append('fill', answers(count));
	return { device, store };
}

const parametersDraft = (learner: Learner, third: number): EntryDraft => ({
	...learner.moment(),
	kind: 'parameters',
	parameters: [
		...[0.212, 1.2931, third, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666],
		...[0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542]
	]
});

describe('a learner who answers', () => {
	it('sees the answer folded before it is saved', async () => {
		const device = freshDevice();
		const learner = await openLearner(device);
		const saving = answerCard(learner, 'b/i#');
		expect(learner.stateOf('b/i#')?.reps).toBe(1);
		expect(learner.unsaved).toBe(true);
		expect(await saving).toBe(true);
		expect(cardsIn(await stored(device))).toEqual(['b/i#']);
		expect(learner.unsaved).toBe(false);
	});

	it('keeps every answer in its order when many are given at once', async () => {
		const device = freshDevice();
		const learner = await openLearner(device);
		const cards = ['a', 'b', 'c', 'd'].map((id) => `bank/${id}#`);
		await Promise.all(cards.map((card) => answerCard(learner, card)));
		expect(cardsIn(await stored(device))).toEqual(cards);
		await expectTrue(learner, device);
	});

	it('is missed from the first saved answer on, and other tabs are told of each', async () => {
		const device = freshDevice();
		let said = 0;
		const learner = await openLearner(device, { say: () => (said += 1) });
		expect((await device.people.learner()).expected).toBe(undefined);
		await answerCard(learner, 'b/one#');
		await answerCard(learner, 'b/two#');
		expect((await device.people.learner()).expected).toBe(true);
		expect(said).toBe(2);
	});

	it('has the answer saved even when it cannot be noted that it is', async () => {
		const device = freshDevice();
		const learner = await openLearner(device, { expect: () => Promise.reject(new Error('no')) });
		expect(await answerCard(learner, 'b/i#')).toBe(true);
		expect(learner.trouble).toBe(undefined);
		expect(await stored(device)).toHaveLength(1);
	});

	it('finds a setting taken back when its entry is undone', async () => {
		const device = freshDevice();
		const learner = await openLearner(device);
		await learner.set('newPerDay', 3);
		expect(learner.settings.newPerDay).toBe(3);
		await undoAct(learner, (await stored(device))[0]?.batch ?? '');
		expect(learner.settings.newPerDay).toBe(20);
	});
});

describe('a learner whose log fails', () => {
	it('is told when nothing can be kept, and goes on in memory', async () => {
		const learner = await openLearner(freshDevice(), {
			openLog: () => Promise.reject(new StorageFailure('unavailable', 'a private window'))
		});
		expect(learner.ready).toBe(true);
		expect(learner.trouble).toBe('unavailable');
		expect(await answerCard(learner, 'b/i#')).toBe(false);
		expect(learner.stateOf('b/i#')?.reps).toBe(1);
		expect(learner.waiting).toMatchObject([{ kind: 'review', card: 'b/i#' }]);
	});

	it('keeps an answer that failed, and saves it before the next one', async () => {
		const [device, breaking] = [freshDevice(), new Breaking()];
		const learner = await openLearner(device, breaking.ports(device));
		breaking.failures.push({ trouble: 'quota', kept: false });
		expect(await answerCard(learner, 'b/one#')).toBe(false);
		expect(learner.trouble).toBe('quota');
		expect(await answerCard(learner, 'b/two#')).toBe(true);
		expect(learner.trouble).toBe(undefined);
		expect(cardsIn(await stored(device))).toEqual(['b/one#', 'b/two#']);
	});

	it('leaves exactly one entry when the acknowledgement was lost', async () => {
		const [device, breaking] = [freshDevice(), new Breaking()];
		const learner = await openLearner(device, breaking.ports(device));
		breaking.failures.push({ trouble: 'timeout', kept: true });
		expect(await answerCard(learner, 'b/i#')).toBe(false);
		await learner.retry();
		expect(await stored(device)).toHaveLength(1);
		expect(learner.unsaved).toBe(false);
		await expectTrue(learner, device);
	});

	it('brings what was done in memory into a log that could be opened later', async () => {
		const { device, store } = await filledDevice(3);
		const { id } = await device.people.learner();
		let tries = 0;
		const learner = await openLearner(device, {
			openLog: () =>
				++tries === 1
					? Promise.reject(new StorageFailure('timeout', 'no answer'))
					: Promise.resolve({ learner: { id }, store })
		});
		expect(learner.stateOf('bank/i0#')).toBe(undefined);
		expect(await answerCard(learner, 'b/now#')).toBe(true);
		expect(learner.stateOf('bank/i0#')?.reps).toBe(1);
		expect(await stored(device)).toHaveLength(4);
		await expectTrue(learner, device);
	});
});

describe('a learner in two tabs', () => {
	it('takes in with an answer what the other tab has appended', async () => {
		const device = freshDevice();
		const [one, other] = [await openLearner(device), await openLearner(device)];
		await answerCard(other, 'b/theirs#');
		await answerCard(one, 'b/mine#');
		expect(one.stateOf('b/theirs#')?.reps).toBe(1);
		expect(one.stateOf('b/mine#')?.reps).toBe(1);
		await expectTrue(one, device);
	});

	it('takes it in as well when told of it', async () => {
		const device = freshDevice();
		const [one, other] = [await openLearner(device), await openLearner(device)];
		await answerCard(other, 'b/theirs#');
		expect(one.stateOf('b/theirs#')).toBe(undefined);
		await one.refresh();
		expect(one.stateOf('b/theirs#')?.reps).toBe(1);
	});

	it('does not lose an answer that is given while the log is read again', async () => {
		const device = freshDevice();
		const [one, other] = [await openLearner(device), await openLearner(device)];
		await answerCard(other, 'b/theirs#');
		for (const wait of [0, 1, 2, 4, 8, 16, 32]) {
			const refreshing = one.refresh();
			for (let turn = 0; turn < wait; turn++) await Promise.resolve();
			const saving = answerCard(one, `b/while${wait}#`);
			expect(one.stateOf(`b/while${wait}#`)?.reps).toBe(1);
			expect(await saving).toBe(true);
			await refreshing;
			expect(one.stateOf(`b/while${wait}#`)?.reps).toBe(1);
		}
		expect(await stored(device)).toHaveLength(8);
		await expectTrue(one, device);
	});

	it('comes to the same in both when they answer in turns and at once', async () => {
		const device = freshDevice();
		const [one, other] = [await openLearner(device), await openLearner(device)];
		const turns = Array.from({ length: 12 }, (_, at) =>
			answerCard(at % 2 ? one : other, `b/i${at % 5}#`)
		);
		expect(await Promise.all(turns)).not.toContain(false);
		await Promise.all([one.refresh(), other.refresh()]);
		expect(await stored(device)).toHaveLength(12);
		await expectTrue(one, device);
		await expectTrue(other, device);
	});
});

describe('a learner whose fold cannot be extended', () => {
	it('has an undo of what lies before the tail folded from the whole log', async () => {
		const { device } = await filledDevice(1_300);
		const learner = await openLearner(device);
		const [before, text] = [learner.fold, textOf(learner.fold)];
		expect(await undoAct(learner, 'batch3')).toBe(true);
		expect(learner.fold).not.toBe(before);
		expect(textOf(learner.fold)).not.toBe(text);
		await expectTrue(learner, device);
	});

	it('has all memories folded again under new parameters', async () => {
		const { device } = await filledDevice(40);
		const learner = await openLearner(device);
		const before = learner.stateOf('bank/i3#')?.memory;
		expect(await learner.act('fit', [parametersDraft(learner, 2.9)])).toBe(true);
		expect(learner.stateOf('bank/i3#')?.memory).not.toEqual(before);
		await expectTrue(learner, device);
	});

	it('has an erasure folded, and what was erased is on no page', async () => {
		const device = freshDevice();
		const learner = await openLearner(device);
		await learner.act('note', [{ ...note('b/i', 'secret'), ...learner.moment() }]);
		const ids = (await stored(device)).map(({ id }) => id);
		await learner.act('gone', [{ ...learner.moment(), kind: 'erase', ids }]);
		expect(learner.fold.notes.live.get('b/i')).toBe(undefined);
		await expectTrue(learner, device);
	});
});

describe('a learner whose log is gone', () => {
	async function gone() {
		const device = freshDevice();
		const { id } = await device.people.learner();
		await device.people.expect(id, true);
		return device;
	}

	it('is missed, and nothing is begun anew without asking', async () => {
		const device = await gone();
		const learner = await openLearner(device);
		expect(learner.missing).toBe(true);
		expect(learner.ready).toBe(true);
		expect(await answerCard(learner, 'b/i#').then(() => learner.unsaved)).toBe(true);
		const { id } = await device.people.learner();
		expect(await storeOf(device, id).exists()).toBe(false);
	});

	it('begins a new one when asked, with what was done meanwhile', async () => {
		const device = await gone();
		const learner = await openLearner(device);
		const saving = answerCard(learner, 'b/i#');
		await learner.startAfresh();
		await saving;
		expect(learner.missing).toBe(false);
		expect(cardsIn(await stored(device))).toEqual(['b/i#']);
		expect((await device.people.learner()).expected).toBe(true);
		await expectTrue(learner, device);
	});
});

describe('a learner with a long log', () => {
	const snapshotOf = async (device: Device) =>
		(await dump(device.factory)).find(({ key }) => key === 'snapshot')?.value as
			{ readonly snapshot: unknown } | undefined;

	async function answerMany(learner: Learner, count: number): Promise<void> {
		for (let at = 0; at < count; at++) await answerCard(learner, `bank/i${at % 20}#`);
	}

	it('leaves a snapshot behind that the next start comes to the same with', async () => {
		const { device, store } = await filledDevice(1_300);
		const first = await openLearner(device);
		await answerMany(first, 70);
		await first.tidy();
		expect(headsOfSnapshot((await snapshotOf(device))?.snapshot)).toBeDefined();
		await answerCard(first, 'bank/i2#');
		const { snapshot, values } = await store.open();
		expect(snapshot).toBeDefined();
		expect(values?.length).toBeLessThan(600);
		const next = await openLearner(device);
		expect(textOf(next.fold)).toBe(textOf(first.fold));
		await expectTrue(next, device);
	});

	it('leaves a short one alone when the page is put away', async () => {
		const device = freshDevice();
		const learner = await openLearner(device);
		await answerCard(learner, 'b/i#');
		await learner.tidy();
		expect(await snapshotOf(device)).toBe(undefined);
	});

	it('makes its snapshot by itself while answers are given', async () => {
		const { device, store } = await filledDevice(510);
		const learner = await openLearner(device);
		await answerMany(learner, 520);
		expect(await snapshotOf(device)).toBeDefined();
		expect(learner.fold.tail.entries.length).toBeLessThan(1_030);
		expect(await store.readAll()).toHaveLength(1_030);
		await expectTrue(learner, device);
		expect(textOf((await openLearner(device)).fold)).toBe(textOf(learner.fold));
	});

	/** Opens a log and counts how often it was folded elsewhere. */
	async function rebuilds(count: number, hasWorked: boolean) {
		const { device, store } = await filledDevice(count);
		let times = 0;
		const rebuild = () => async (onshare: (share: number) => void) => {
			times += 1;
			onshare(0.4);
			expect(learner.rebuilt).toBe(0.4);
			if (!hasWorked) return;
			const { epoch, fold } = await openFold(store, undefined, () => undefined);
			await tidyFold(fold, store, epoch);
		};
		const learner = newLearner(device, { rebuild });
		await learner.open();
		await expectTrue(learner, device);
		expect(learner.rebuilt).toBe(undefined);
		return { times, hasSnapshot: (await snapshotOf(device)) !== undefined };
	}

	it('has it folded elsewhere when it has no snapshot, and a short one on the page', async () => {
		expect(await rebuilds(20_010, true)).toEqual({ times: 1, hasSnapshot: true });
		expect((await rebuilds(1_500, true)).times).toBe(0);
	}, 30_000);

	it('is folded on the page when it was folded elsewhere in vain', async () => {
		expect((await rebuilds(20_010, false)).times).toBe(1);
	}, 30_000);
});
