import { promisifyRequest } from 'idb-keyval';
import { hasShape, isListOf, isText, isWhole } from '$lib/core/guard';
import type { Head } from '$lib/core/log/append';
import type { RandomIds } from '$lib/core/ports';
import { StorageFailure } from '$lib/core/storage-failure';
import { META, SNAPSHOT } from './learner-database';

const HEAD = 'head';

/** Random bits of a device id and of the name a tab has in the head. */
export const ID_BITS = 80;

/** How many tabs' last appends the head remembers. */
const MAX_TABS = 16;

/** The last act of a tab: repeated, it writes nothing. */
export interface LastAct {
	readonly tab: string;
	readonly token: string;
}

export interface StoredHead extends Head {
	/** Counts the changes that no snapshot survives. */
	readonly epoch: number;
	readonly tabs: readonly LastAct[];
}

const isHead = hasShape({
	device: isText,
	count: isWhole,
	t: isWhole,
	tabs: isListOf(hasShape({ tab: isText, token: isText }))
});

/** @throws StorageFailure when there is a head that cannot be read */
export async function readHead(transaction: IDBTransaction): Promise<StoredHead | undefined> {
	const request = transaction.objectStore(META).get(HEAD) as IDBRequest<unknown>;
	const value = await promisifyRequest(request);
	if (value === undefined) return undefined;
	// Version 1 of the database had no epochs.
	if (isHead(value)) return { ...(value as StoredHead), epoch: (value as StoredHead).epoch ?? 0 };
	// Writing on would give ids a second time.
	throw new StorageFailure('unavailable', 'the head of the log cannot be read');
}

export function writeHead(transaction: IDBTransaction, head: StoredHead): void {
	transaction.objectStore(META).put(head, HEAD);
}

/** Writes a head that no snapshot from before survives: it might hold what is erased now. */
export function writeNextEpoch(transaction: IDBTransaction, head: StoredHead): StoredHead {
	const next = { ...head, epoch: head.epoch + 1 };
	writeHead(transaction, next);
	transaction.objectStore(META).delete(SNAPSHOT);
	return next;
}

/** The head, made when there is none. */
export async function ensureHead(transaction: IDBTransaction, ids: RandomIds): Promise<StoredHead> {
	const head = await readHead(transaction);
	if (head) return head;
	const fresh = { device: ids.id(ID_BITS), count: 0, t: 0, epoch: 0, tabs: [] };
	writeHead(transaction, fresh);
	return fresh;
}

/** The acts a head remembers, with a tab's last one. */
export const withAct = (head: StoredHead, act: LastAct): readonly LastAct[] => [
	act,
	...head.tabs.filter(({ tab }) => tab !== act.tab).slice(0, MAX_TABS - 1)
];

/** A head of a new device; entries of the old one are then another device's. */
export const renewed = (head: StoredHead, ids: RandomIds): StoredHead => ({
	...head,
	device: ids.id(ID_BITS),
	count: 0
});
