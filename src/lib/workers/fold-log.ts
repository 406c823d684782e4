/**
 * Folds a learner's whole log off the page and keeps the snapshot, from which the page then opens
 * at once. Told `{scope, learner}`; says how far it is, and answers whether there is a snapshot.
 */
import { foldLog } from '$lib/core/log/fold-log';
import { takeSnapshot } from '$lib/core/log/snapshot';
import { memoryModel } from '$lib/core/scheduling/scheduler';
import { randomIds } from '$lib/platform/random-ids';
import type { WorkerWord } from '$lib/platform/start-worker';
import { openLearnerDatabase } from '$lib/storage/learner-database';
import { createLogStore } from '$lib/storage/log-store';

interface Task {
	readonly scope: string;
	readonly learner: string;
}

const say = (word: WorkerWord) => self.postMessage(word);

/** Shares of the work: reading takes about a third of the time, folding most of the rest. */
const READ = 0.35;
const FOLDED = 0.9;

async function foldWhole({ scope, learner }: Task): Promise<boolean> {
	say({ share: 0 });
	const store = createLogStore(openLearnerDatabase(scope, learner, indexedDB), randomIds);
	const { epoch, values } = await store.open();
	say({ share: READ });
	const snapshot = values && takeSnapshot(foldLog(values, memoryModel));
	say({ share: FOLDED });
	if (snapshot) await store.saveSnapshot(snapshot, epoch);
	await store.pack();
	store.close();
	return snapshot !== undefined;
}

self.onmessage = async ({ data }: MessageEvent<Task>) => {
	say({ answer: await foldWhole(data).catch(() => false) });
};
