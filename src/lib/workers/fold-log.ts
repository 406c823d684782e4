/**
 * Folds a learner's whole log off the page and keeps the snapshot, from which the page then opens
 * at once. Told `{scope, learner}`; answers whether there is a snapshot.
 */
import { foldLog } from '$lib/core/log/fold-log';
import { takeSnapshot } from '$lib/core/log/snapshot';
import { memoryModel } from '$lib/core/scheduling/scheduler';
import { randomIds } from '$lib/platform/random-ids';
import { openLearnerDatabase } from '$lib/storage/learner-database';
import { createLogStore } from '$lib/storage/log-store';

interface Task {
	readonly scope: string;
	readonly learner: string;
}

async function foldWhole({ scope, learner }: Task): Promise<boolean> {
	const store = createLogStore(openLearnerDatabase(scope, learner, indexedDB), randomIds);
	const { epoch, values } = await store.open();
	const snapshot = values && takeSnapshot(foldLog(values, memoryModel));
	if (snapshot) await store.saveSnapshot(snapshot, epoch);
	await store.pack();
	store.close();
	return snapshot !== undefined;
}

self.onmessage = async ({ data }: MessageEvent<Task>) => {
	self.postMessage(await foldWhole(data).catch(() => false));
};
