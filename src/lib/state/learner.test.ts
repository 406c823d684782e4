import { describe, expect, it } from 'vitest';
import { stampEntries, type Head } from '$lib/core/log/append';
import type { Entry, EntryDraft } from '$lib/core/log/entry';
import type { Clock, LogStore } from '$lib/core/ports';
import { StorageFailure } from '$lib/core/storage-failure';
import { Learner } from './learner.svelte';

/** A store in memory whose next operations can be made to fail. */
class FakeStore implements LogStore {
	entries: Entry[] = [];
	head: Head = { device: 'store', count: 0, t: 0 };
	failures: (StorageFailure | 'after')[] = [];
	#seen = 0;
	#last: { token: string; entries: readonly Entry[] } | undefined;

	load() {
		this.#seen = this.head.count;
		return Promise.resolve({ head: this.head, entries: [...this.entries] });
	}

	async append(token: string, drafts: readonly EntryDraft[]) {
		await Promise.resolve();
		const failure = this.failures.shift();
		if (failure instanceof StorageFailure) throw failure;
		if (this.#last?.token === token) return { entries: this.#last.entries, foreign: false };
		const foreign = this.head.count !== this.#seen;
		this.write(drafts);
		this.#seen = this.head.count;
		this.#last = { token, entries: this.entries.slice(-drafts.length) };
		if (failure === 'after') throw new StorageFailure('timeout', 'no answer');
		return { entries: this.#last.entries, foreign };
	}

	/** What any tab does to the log. */
	write(drafts: readonly EntryDraft[]) {
		const { head, entries } = stampEntries(this.head, drafts);
		this.head = head;
		this.entries.push(...entries);
	}
}

const clock: Clock = { now: () => 1_764_000_000_000, offset: () => 540, elapsed: () => 0 };

function learnerOver(openLog: () => Promise<{ learner: string; store: LogStore }>) {
	let n = 0;
	return new Learner({ clock, ids: { id: () => `tab${++n}` }, openLog });
}

async function opened(store = new FakeStore()) {
	const learner = learnerOver(() => Promise.resolve({ learner: 'me', store }));
	await learner.open();
	return { learner, store };
}

const review = (learner: Learner, card: string, batch: string): EntryDraft => ({
	...learner.moment(),
	batch,
	kind: 'review',
	card,
	revision: '1-x',
	itemKind: 'choice',
	rating: 3,
	score: 1,
	mode: 'study',
	durationMs: 900,
	interval: 4,
	scheduler: 'fsrs-6'
});

function answer(learner: Learner, card: string): Promise<boolean> {
	const token = learner.token();
	return learner.act(token, [review(learner, card, token)]);
}

describe('a learner', () => {
	it('folds an answer before it is saved', async () => {
		const { learner, store } = await opened();
		const saving = answer(learner, 'b/i#');
		expect(learner.stateOf('b/i#')?.reps).toBe(1);
		expect(store.entries).toHaveLength(0);
		expect(await saving).toBe(true);
		expect(store.entries).toHaveLength(1);
		expect(learner.unsaved).toBe(false);
	});

	it('keeps every answer in its order when many are given at once', async () => {
		const { learner, store } = await opened();
		await Promise.all(['a', 'b', 'c', 'd'].map((id) => answer(learner, `bank/${id}#`)));
		const cards = store.entries.map((entry) => 'card' in entry && entry.card);
		expect(cards).toEqual(['bank/a#', 'bank/b#', 'bank/c#', 'bank/d#']);
	});

	it('says so when nothing can be kept, and goes on in memory', async () => {
		const learner = learnerOver(() =>
			Promise.reject(new StorageFailure('unavailable', 'a private window'))
		);
		await learner.open();
		expect(learner.ready).toBe(true);
		expect(learner.trouble).toBe('unavailable');
		expect(await answer(learner, 'b/i#')).toBe(false);
		expect(learner.stateOf('b/i#')?.reps).toBe(1);
		const file = JSON.parse(learner.unsavedFile()) as { entries: Entry[] };
		expect(file.entries).toMatchObject([{ kind: 'review', card: 'b/i#', id: 'tab1.1' }]);
	});

	it('keeps an answer that failed, and saves it before the next one', async () => {
		const { learner, store } = await opened();
		store.failures.push(new StorageFailure('quota', 'full'));
		expect(await answer(learner, 'b/one#')).toBe(false);
		expect(learner.trouble).toBe('quota');
		expect(await answer(learner, 'b/two#')).toBe(true);
		expect(learner.trouble).toBe(undefined);
		expect(store.entries.map((entry) => 'card' in entry && entry.card)).toEqual([
			'b/one#',
			'b/two#'
		]);
	});

	it('leaves exactly one entry when the acknowledgement was lost', async () => {
		const { learner, store } = await opened();
		store.failures.push('after');
		expect(await answer(learner, 'b/i#')).toBe(false);
		await learner.retry();
		expect(store.entries).toHaveLength(1);
		expect(learner.unsaved).toBe(false);
		expect(learner.stateOf('b/i#')?.reps).toBe(1);
	});

	it('takes in what another tab has appended', async () => {
		const { learner, store } = await opened();
		store.write([review(learner, 'b/theirs#', 'other')]);
		await answer(learner, 'b/mine#');
		expect(learner.stateOf('b/theirs#')?.reps).toBe(1);
		expect(learner.stateOf('b/mine#')?.reps).toBe(1);
		expect(learner.today.new).toBe(2);
	});

	it('brings what was done in memory into a log that could be opened later', async () => {
		const store = new FakeStore();
		let tries = 0;
		const learner = learnerOver(() =>
			++tries === 1
				? Promise.reject(new StorageFailure('timeout', 'no answer'))
				: Promise.resolve({ learner: 'me', store })
		);
		await learner.open();
		store.write([review(learner, 'b/before#', 'x')]);
		expect(await answer(learner, 'b/now#')).toBe(true);
		expect(learner.stateOf('b/before#')?.reps).toBe(1);
		expect(store.entries.map(({ id }) => id)).toEqual(['store.1', 'store.2']);
	});

	it('takes a setting back when its entry is undone', async () => {
		const { learner, store } = await opened();
		await learner.set('newPerDay', 3);
		expect(learner.settings.newPerDay).toBe(3);
		const batch = store.entries[0]?.batch ?? '';
		const undo = { ...learner.moment(), kind: 'undo' as const, targets: { batch } };
		await learner.act('undo', [undo]);
		expect(learner.settings.newPerDay).toBe(20);
	});
});
