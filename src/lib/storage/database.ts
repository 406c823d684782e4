import type { UseStore } from 'idb-keyval';
import { StorageFailure, type StorageTrouble } from '$lib/core/storage-failure';

/** How often a lost connection is opened anew before giving up. */
const MAX_REOPENS = 3;

/** How long an engine may take, in milliseconds; some never answer. */
export interface Timeouts {
	readonly open: number;
	/** From the beginning of a transaction to its commit. */
	readonly commit: number;
	/** The same where a whole log is read or written. */
	readonly bulk: number;
}

const TIMEOUTS: Timeouts = { open: 3_000, commit: 10_000, bulk: 180_000 };

export interface Schema {
	readonly name: string;
	/** Only ever raised, and only ever adds stores. */
	readonly version: number;
	readonly stores: readonly string[];
}

/** One database with several object stores, over a connection that is dropped when it breaks. */
export interface Database {
	/** A store in the form idb-keyval's helpers take. */
	store(name: string): UseStore;
	/**
	 * Runs a transaction; resolves with the body's value after the commit.
	 *
	 * @throws StorageFailure when nothing was kept
	 */
	transact<T>(
		stores: readonly string[],
		mode: IDBTransactionMode,
		body: (transaction: IDBTransaction) => T | PromiseLike<T>,
		patience?: keyof Timeouts
	): Promise<T>;
	close(): void;
}

const LOST = new Set([
	'InvalidStateError',
	'UnknownError',
	'AbortError',
	'TransactionInactiveError'
]);

/** What an error of IndexedDB means for what was to be kept. */
function troubleOf(error: unknown): StorageTrouble {
	if (error instanceof StorageFailure) return error.trouble;
	const name = error instanceof Error || error instanceof DOMException ? error.name : '';
	if (name === 'QuotaExceededError') return 'quota';
	if (name === 'VersionError') return 'newer';
	return LOST.has(name) ? 'lost' : 'unavailable';
}

function failure(error: unknown): StorageFailure {
	if (error instanceof StorageFailure) return error;
	return new StorageFailure(troubleOf(error), String(error), { cause: error });
}

/** Settles with the promise, or fails in words: some engines never answer. */
function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const late = () => reject(new StorageFailure('timeout', `${what} took longer than ${ms} ms`));
		const timer = setTimeout(late, ms);
		promise.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}

function connect(schema: Schema, factory: IDBFactory, onGone: () => void): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = factory.open(schema.name, schema.version);
		request.onupgradeneeded = () => {
			const existing = request.result.objectStoreNames;
			for (const store of schema.stores) {
				if (!existing.contains(store)) request.result.createObjectStore(store);
			}
		};
		request.onerror = () => reject(request.error);
		request.onsuccess = () => {
			const database = request.result;
			// Another tab wants to upgrade or erase: never stand in its way.
			database.onversionchange = () => {
				database.close();
				onGone();
			};
			database.onclose = onGone;
			resolve(database);
		};
	});
}

function committed(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		// Listeners, not handlers: idb-keyval's helpers set the handlers of the same transaction.
		transaction.addEventListener('complete', () => resolve());
		transaction.addEventListener('abort', () => {
			reject(transaction.error ?? new DOMException('', 'AbortError'));
		});
	});
}

async function runOnce<T>(
	database: IDBDatabase,
	stores: readonly string[],
	mode: IDBTransactionMode,
	body: (transaction: IDBTransaction) => T | PromiseLike<T>,
	timeout: number
): Promise<T> {
	const transaction = database.transaction([...stores], mode, { durability: 'strict' });
	const commit = committed(transaction);
	// Waited for below; without this a body that throws would leave the abort unhandled.
	commit.catch(() => undefined);
	try {
		const value = Promise.resolve(body(transaction));
		await within(timeout, 'saving', Promise.all([value, commit]));
		return await value;
	} catch (error) {
		abort(transaction);
		// A request that failed aborts the transaction, whose error then says more.
		throw transaction.error ?? error;
	}
}

/** Nothing of a failed act may stay behind; left alone, what it had written would be committed. */
function abort(transaction: IDBTransaction): void {
	try {
		transaction.abort();
	} catch {
		// It had ended already.
	}
}

/** Opens nothing yet: the first transaction does. */
export function openDatabase(schema: Schema, factory: IDBFactory, timeouts = TIMEOUTS): Database {
	let connection: Promise<IDBDatabase> | undefined;
	/** Forgets a connection, and no other that was opened since. */
	const drop = (gone: typeof connection) => {
		if (connection === gone) connection = undefined;
	};
	const connected = () => {
		if (connection) return connection;
		const opening = connect(schema, factory, () => drop(opened));
		const opened = within(timeouts.open, 'opening', opening);
		opened.catch(() => {
			drop(opened);
			// It may still open when nobody waits any more, and would stand in others' way.
			opening.then((database) => database.close()).catch(() => undefined);
		});
		connection = opened;
		return opened;
	};
	const dropAndClose = (gone: typeof connection) => {
		gone?.then((database) => database.close()).catch(() => undefined);
		drop(gone);
	};

	const transact: Database['transact'] = async (stores, mode, body, patience = 'commit') => {
		for (let reopens = 0; ; reopens++) {
			const used = connected();
			try {
				return await runOnce(await used, stores, mode, body, timeouts[patience]);
			} catch (error) {
				const trouble = troubleOf(error);
				// One that does not answer is not asked again either.
				if (trouble === 'lost' || trouble === 'timeout') dropAndClose(used);
				// The body is idempotent (appends carry a token), so it may run again.
				if (trouble !== 'lost' || reopens === MAX_REOPENS) throw failure(error);
			}
		}
	};
	return {
		transact,
		store: (name) => (mode, callback) =>
			transact([name], mode, (transaction) => callback(transaction.objectStore(name))),
		close: () => dropAndClose(connection)
	};
}
