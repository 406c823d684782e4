/** What the contracts of a log's store have in common: a filled log, and what is looked for in it. */
import { expect } from 'vitest';
import type { Entry } from '../../src/lib/core/log/entry';
import { foldLog } from '../../src/lib/core/log/fold-log';
import { parseEntryId } from '../../src/lib/core/log/order';
import { foldFromSnapshot, headsOfSnapshot, takeSnapshot } from '../../src/lib/core/log/snapshot';
import type { LogStore } from '../../src/lib/core/ports';
import { memoryModel } from '../../src/lib/core/scheduling/scheduler';
import { answers, contents, stateOfValues, textOf } from './stored-logs';

/** One log, empty at first; each call opens it in another tab. */
export type OpenTab = () => LogStore;

export const seqs = (values: readonly unknown[]) =>
	(values as readonly Entry[]).map(({ id }) => parseEntryId(id).seq).sort((a, b) => a - b);

export const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

export const idsOf = (values: readonly unknown[]) =>
	(values as readonly Entry[]).map(({ id }) => id).sort();

export async function filled(openTab: OpenTab, count: number) {
	const store = openTab();
	const { head } = await store.open();
	await store.append('fill', answers(count));
	return { store, head };
}

/** Keeps the snapshot of a fold with a tail of this length. */
export async function keepSnapshot(store: LogStore, length: number): Promise<void> {
	const { epoch } = await store.open();
	const snapshot = takeSnapshot(foldLog(await store.readAll(), memoryModel, length));
	if (!snapshot) throw new Error('there is nothing before the tail');
	await store.saveSnapshot(snapshot, epoch);
}

/** Law: what is opened is the snapshot and exactly the values after it. */
export async function expectSnapshotHolds(store: LogStore): Promise<void> {
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
