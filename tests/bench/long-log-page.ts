/**
 * Bundled by src/tools/bench/store.js and run in a page of the app's origin that is not the app:
 * fills the store of the learner with a long log, through the app's own modules.
 */
import { promisifyRequest } from 'idb-keyval';
import type { ReviewEntry } from '../../src/lib/core/log/entry';
import { foldLog } from '../../src/lib/core/log/fold-log';
import { PACK_SIZE, type Pack } from '../../src/lib/core/log/pack';
import { packEntries } from '../../src/lib/core/log/pack-entries';
import { foldFromSnapshot, takeSnapshot, type Snapshot } from '../../src/lib/core/log/snapshot';
import { memoryModel } from '../../src/lib/core/scheduling/scheduler';
import { packBackup } from '../../src/lib/platform/backup-file';
import { randomIds } from '../../src/lib/platform/random-ids';
import type { Database } from '../../src/lib/storage/database';
import { createDeviceStore } from '../../src/lib/storage/device-store';
import { LOG, META, openLearnerDatabase, PACKS } from '../../src/lib/storage/learner-database';
import { ensureHead, ID_BITS, writeHead } from '../../src/lib/storage/log-head';
import { createLogStore } from '../../src/lib/storage/log-store';
import { makeLog } from '../../src/tools/bench/long-log';

const DAY_MS = 86_400_000;

/** Yesterday: the app would ask about a clock that is far from the last answer. */
const lastDay = () => Math.floor(Date.now() / DAY_MS) - 1;

const rounded = (ms: number) => Math.round(ms) / 1_000;

/** Work and the seconds it took. */
async function timed<T>(work: () => T | Promise<T>): Promise<readonly [T, number]> {
	const start = performance.now();
	const value = await work();
	return [value, rounded(performance.now() - start)];
}

function packAll(device: string, entries: readonly ReviewEntry[]): readonly Pack[] {
	const packs: Pack[] = [];
	for (let from = 0; from + PACK_SIZE <= entries.length; from += PACK_SIZE) {
		const pack = packEntries(device, from + 1, entries.slice(from, from + PACK_SIZE));
		if (!pack) throw new Error('a run of the bench could not be packed');
		packs.push(pack);
	}
	return packs;
}

const headOf = (database: Database) =>
	database.transact([META], 'readwrite', (transaction) => ensureHead(transaction, randomIds));

/** In one transaction, as a restore writes. */
async function write(
	database: Database,
	device: string,
	packs: readonly Pack[],
	entries: readonly ReviewEntry[]
): Promise<void> {
	const { t = 0 } = entries.at(-1) ?? {};
	const body = async (transaction: IDBTransaction) => {
		const [packed, log] = [transaction.objectStore(PACKS), transaction.objectStore(LOG)];
		packs.forEach((pack, run) => packed.add(pack, [device, run]));
		const rest = entries.slice(packs.length * PACK_SIZE);
		rest.forEach((entry, at) => log.add(entry, [device, packs.length * PACK_SIZE + at + 1]));
		const head = await ensureHead(transaction, randomIds);
		writeHead(transaction, { ...head, count: entries.length, t });
	};
	await database.transact([LOG, PACKS, META], 'readwrite', body, 'bulk');
}

/** Bytes of its numbers and code units of its keys: nearly all there is to it. */
function megabytesOf({ cards }: Snapshot): number {
	const keys = cards.keys.reduce((sum, key) => sum + key.length, 0);
	return Math.round((cards.numbers.byteLength + keys) / 100_000) / 10;
}

async function open(scope: string) {
	const { id } = await createDeviceStore(scope, indexedDB, randomIds).learner();
	const database = openLearnerDatabase(scope, id, indexedDB);
	return { database, store: createLogStore(database, randomIds) };
}

/** Makes and writes the log. Seconds. */
async function fill(scope: string, cards: number) {
	const { database } = await open(scope);
	const { device } = await headOf(database);
	const entries = makeLog({ cards, device, lastDay: lastDay() });
	const [packs, packSeconds] = await timed(() => packAll(device, entries));
	const [, writeSeconds] = await timed(() => write(database, device, packs, entries));
	database.close();
	const singles = entries.length - packs.length * PACK_SIZE;
	return { entries: entries.length, packs: packs.length, singles, packSeconds, writeSeconds };
}

/** Does by hand, part by part, what the worker does in a rebuild, then what an opening does. */
async function timeParts(scope: string) {
	const { database, store } = await open(scope);
	const rawRead = () =>
		database.transact([PACKS], 'readonly', (transaction) =>
			promisifyRequest(transaction.objectStore(PACKS).getAll())
		);
	const [, cloneSeconds] = await timed(rawRead);
	const [values, loadSeconds] = await timed(() => store.readAll());
	const [fold, foldSeconds] = await timed(() => foldLog(values, memoryModel));
	const [snapshot, takeSeconds] = await timed(() => takeSnapshot(fold));
	if (!snapshot) throw new Error('the long log has no snapshot');
	const [, saveSeconds] = await timed(() => store.saveSnapshot(snapshot, 0));
	const [opened, openSeconds] = await timed(() => store.open(0));
	const [, unfoldSeconds] = await timed(() =>
		foldFromSnapshot(opened.snapshot, opened.values ?? [], memoryModel)
	);
	const afterSnapshot = opened.values?.length;
	store.close();
	return {
		load: { ofItReadingPacks: cloneSeconds, seconds: loadSeconds },
		fold: foldSeconds,
		snapshot: { takeSeconds, saveSeconds, megabytes: megabytesOf(snapshot) },
		openFromSnapshot: { readSeconds: openSeconds, decodeSeconds: unfoldSeconds, afterSnapshot }
	};
}

async function dropSnapshot(scope: string): Promise<void> {
	const { store } = await open(scope);
	await store.dropSnapshot();
	store.close();
}

/** A backup of another device's log as text that goes through a debugging protocol. */
async function backup(cards: number): Promise<string> {
	const entries = makeLog({ cards, device: randomIds.id(ID_BITS), lastDay: lastDay() });
	const made = { at: Date.now(), offset: 540 };
	const header = { learner: { id: randomIds.id(ID_BITS) }, made, app: 'bench' };
	const bytes = await packBackup({ header, entries, unreadable: [] });
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}

Object.assign(globalThis, { kachiBench: { fill, timeParts, dropSnapshot, backup } });
