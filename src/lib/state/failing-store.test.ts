/**
 * Journeys over an IndexedDB of which every operation in turn fails in every way. Whatever fails:
 * nothing that was kept before is lost, what was acknowledged is kept exactly once, what was not
 * waits, and what is told is true.
 */
import { expect } from 'vitest';
import type { Backup } from '$lib/core/log/backup';
import type { Entry } from '$lib/core/log/entry';
import { foldLog } from '$lib/core/log/fold-log';
import { contentOf } from '$lib/core/log/order';
import { takeSnapshot, type Snapshot } from '$lib/core/log/snapshot';
import { ok } from '$lib/core/result';
import { memoryModel } from '$lib/core/scheduling/scheduler';
import { review } from '../../../tests/support/entries';
import { failEverywhere } from '../../../tests/support/fail-everywhere';
import {
	copyRecords,
	FailingIndexedDb,
	type Fault
} from '../../../tests/support/failing-indexeddb';
import {
	answerCard,
	newDevice,
	openLearner,
	storeOf,
	undoAct,
	type Device
} from '../../../tests/support/learners';
import { Patience } from '../../../tests/support/patience';
import {
	answer,
	answers,
	newFactory,
	stateOfValues,
	textOf
} from '../../../tests/support/stored-logs';
import { Backups } from './backups.svelte';
import type { Learner } from './learner.svelte';

const ME = 'me';
const BACKUP: Backup = {
	header: { learner: { id: ME }, made: { at: 0, offset: 0 }, app: 'test' },
	entries: [1, 2, 3].map((seq) => review(`phone.${seq}`, 100 * seq, `phone/i${seq}#`)),
	unreadable: []
};

/** One run of a journey, and what was said in it. */
class Run {
	readonly acknowledged: string[] = [];
	readonly unacknowledged: string[] = [];
	readonly before: ReadonlySet<string>;
	#tokens = 0;

	constructor(
		readonly engine: FailingIndexedDb,
		/** The learner's side, over the failing engine. */
		readonly device: Device,
		/** What is kept, seen by another process. */
		readonly healthy: Device,
		before: readonly unknown[]
	) {
		this.before = new Set(before.map(contentOf));
	}

	stored = async () => (await storeOf(this.healthy, ME).readAll()) as readonly Entry[];

	openLearner = () => {
		const openLog = () => Promise.resolve({ learner: { id: ME }, store: storeOf(this.device, ME) });
		return openLearner(this.device, { openLog, expect: () => Promise.resolve() });
	};

	/** Does something under a name of its own, and remembers whether it was said to be saved. */
	async act(does: (token: string) => Promise<boolean>): Promise<string> {
		const token = `act${++this.#tokens}`;
		this.unacknowledged.push(token);
		if (await does(token)) {
			this.unacknowledged.splice(this.unacknowledged.indexOf(token), 1);
			this.acknowledged.push(token);
		}
		return token;
	}

	answer = (learner: Learner, card: string) =>
		this.act((token) => answerCard(learner, card, token));

	/** An answer in another tab, whose engine does not fail. */
	answerElsewhere = async (card: string) => {
		const store = storeOf(this.healthy, ME);
		await store.append('elsewhere', [answer(card, 'elsewhere')]);
		store.close();
		this.acknowledged.push('elsewhere');
	};
}

interface Journey {
	/** Answers in the log beforehand. */
	readonly filled: number;
	readonly go: (run: Run, learner: Learner) => Promise<void>;
}

interface Seed {
	readonly factory: IDBFactory;
	readonly values: readonly unknown[];
}

const seeds = new Map<number, Promise<Seed>>();

async function sow(filled: number): Promise<Seed> {
	const factory = newFactory();
	const store = storeOf(newDevice(factory, 'h'), ME);
	await store.append('fill', answers(filled));
	const values = await store.readAll();
	store.close();
	return { factory, values };
}

/** The seed of a journey: the same log for each run. */
function seedOf({ filled }: Journey): Promise<Seed> {
	const seed = seeds.get(filled) ?? sow(filled);
	seeds.set(filled, seed);
	return seed;
}

async function begin(journey: Journey, fault: Fault): Promise<Run> {
	const seed = await seedOf(journey);
	const healthy = newDevice(newFactory(), 'h');
	const store = storeOf(healthy, ME);
	await store.exists();
	store.close();
	copyRecords(seed.factory, healthy.factory);
	const patience = new Patience();
	const engine = new FailingIndexedDb(healthy.factory, fault, patience.runOut);
	const device = newDevice(engine.factory, 'd', patience.timeouts);
	return new Run(engine, device, healthy, seed.values);
}

const batches = (values: readonly Entry[], batch: string) =>
	values.filter((entry) => entry.batch === batch).length;

/** Laws of what is stored, whoever looks at it. */
function expectKept(run: Run, values: readonly Entry[]): void {
	const contents = new Set(values.map(contentOf));
	expect([...run.before].filter((content) => !contents.has(content))).toEqual([]);
	for (const token of run.acknowledged) expect(batches(values, token)).toBe(1);
	for (const token of run.unacknowledged) expect(batches(values, token)).toBeLessThan(2);
}

/** Laws of a page that is still there: what it tells, and what becomes of what waits. */
async function expectTruth(run: Run, learner: Learner): Promise<void> {
	const waiting = learner.waiting.map(({ batch }) => batch);
	// An act that waited was perhaps saved with a later one: then it waits no longer.
	expect(waiting.filter((batch) => !run.unacknowledged.includes(batch ?? ''))).toEqual([]);
	expect(learner.unsaved).toBe(waiting.length > 0);
	if (learner.unsaved) expect(learner.trouble).toBeDefined();
	const missing = run.unacknowledged.filter((token) => !waiting.includes(token));
	const values = await run.stored();
	for (const token of missing) expect(batches(values, token)).toBe(1);
}

async function expectHealed(run: Run, learner: Learner): Promise<void> {
	run.engine.heal();
	await learner.retry();
	expect(learner.trouble).toBe(undefined);
	expect(learner.unsaved).toBe(false);
	const values = await run.stored();
	expectKept(run, values);
	for (const token of run.unacknowledged) expect(batches(values, token)).toBe(1);
	expect(textOf(learner.fold)).toBe(stateOfValues(values));
}

/** Laws of the next start, in a process of its own. */
async function expectNextStart(run: Run): Promise<void> {
	const device = { ...run.healthy, ids: newDevice(run.healthy.factory, 'n').ids };
	const next = new Run(run.engine, device, run.healthy, []);
	const learner = await next.openLearner();
	expect(learner.trouble).toBe(undefined);
	expect(textOf(learner.fold)).toBe(stateOfValues(await run.stored()));
	await next.act((token) => answerCard(learner, 'next/i#', `next${token}`));
	expect(next.acknowledged).toHaveLength(1);
	expect(textOf(learner.fold)).toBe(stateOfValues(await run.stored()));
	learner.store?.close();
}

/** @returns whether the fault came to be */
async function runOnce(journey: Journey, fault: Fault): Promise<boolean> {
	const run = await begin(journey, fault);
	let learner: Learner | undefined;
	let failure: unknown;
	const journeying = (async () => {
		learner = await run.openLearner();
		await journey.go(run, learner);
	})().catch((error: unknown) => (failure = error));
	await Promise.race([journeying, run.engine.death]);
	if (failure) throw failure;
	expectKept(run, await run.stored());
	if (!run.engine.isDead && learner) {
		await expectTruth(run, learner);
		await expectHealed(run, learner);
		learner.store?.close();
	}
	await expectNextStart(run);
	return run.engine.fired;
}

const describeJourney = (name: string, journey: Journey): void =>
	failEverywhere(name, (fault) => runOnce(journey, fault));

describeJourney('study', {
	filled: 6,
	go: async (run, learner) => {
		await run.answer(learner, 'bank/i1#');
		await Promise.all([run.answer(learner, 'bank/i2#'), run.answer(learner, 'bank/i3#')]);
		await run.answerElsewhere('bank/i4#');
		await learner.refresh();
		await run.answer(learner, 'bank/i1#');
	}
});

describeJourney('undo', {
	filled: 6,
	go: async (run, learner) => {
		const first = await run.answer(learner, 'bank/i1#');
		await run.act((token) => undoAct(learner, 'batch3', token));
		const undone = await run.act((token) => undoAct(learner, first, token));
		await run.answer(learner, 'bank/i1#');
		await run.act((token) => undoAct(learner, undone, token));
	}
});

const brought = (values: readonly Entry[]) =>
	values.filter(({ id }) => id.startsWith('phone.')).length;

describeJourney('restore', {
	filled: 6,
	go: async (run, learner) => {
		const backups = new Backups(learner, {
			pack: () => Promise.resolve(new Uint8Array([1, 2, 3])),
			read: () => Promise.resolve(ok(BACKUP)),
			save: () => undefined,
			openStore: (id) => storeOf(run.device, id),
			learners: () => Promise.resolve([{ id: ME }]),
			choose: () => Promise.resolve(),
			erase: () => Promise.reject(new Error('nothing is to be erased')),
			eraseBorrowed: () => Promise.resolve(),
			newDevice: () => 'other',
			app: 'test'
		});
		await run.answer(learner, 'bank/i1#');
		await backups.look(new Blob([]));
		await backups.restore();
		await expectStage(run, backups, { restored: 3, otherwise: 0 });
		await run.answer(learner, 'bank/i2#');
		const came = brought(await run.stored());
		await backups.takeBack();
		await expectStage(run, backups, { 'taken-back': 0, otherwise: came });
		await run.answer(learner, 'bank/i3#');
	}
});

/** What is said of a restore is what is stored. */
async function expectStage(
	{ engine, stored }: Run,
	{ stage }: Backups,
	entries: Readonly<Partial<Record<string, number>>>
): Promise<void> {
	if (engine.isDead) return;
	const count = brought(await stored());
	const expected = entries[stage.is];
	if (expected !== undefined) expect(`${stage.is}: ${count}`).toBe(`${stage.is}: ${expected}`);
	else {
		expect(stage.is).toBe('failed');
		// Of a commit that was not heard of nobody can tell.
		if (!engine.unheard) expect(count).toBe(entries.otherwise);
		else expect([0, 3]).toContain(count);
	}
}

let snapshot: Snapshot | undefined;

describeJourney('pack', {
	filled: 300,
	go: async (run, learner) => {
		await run.answer(learner, 'bank/i1#');
		snapshot ??= await snapshotOfSeed(300);
		await tidy(learner).catch(() => undefined);
		await run.answer(learner, 'bank/i2#');
		await learner.reopen();
		await run.answer(learner, 'bank/i3#');
	}
});

async function snapshotOfSeed(filled: number): Promise<Snapshot | undefined> {
	const values = (await seeds.get(filled))?.values ?? [];
	return takeSnapshot(foldLog(values, memoryModel, 100));
}

/** What a learner does when the page is put away, for a log that is shorter. */
async function tidy({ store }: Learner): Promise<void> {
	if (store && snapshot) await store.saveSnapshot(snapshot, 0);
	await store?.pack();
}
