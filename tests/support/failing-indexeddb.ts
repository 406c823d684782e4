/**
 * An IndexedDB that fails at its Nth operation: opening, a transaction, each request, each commit.
 * It lies over fake-indexeddb and looks into it, since an engine alone sees its own commits.
 */
export const FAULTS = [
	/** The engine aborts the transaction. */
	'abort',
	/** The disk is full. */
	'quota',
	/** The connection is closed, and only using it tells: `InvalidStateError`. */
	'invalid',
	/** The connection is lost with `UnknownError`; that one is dead from then on. */
	'lost',
	/** Nothing answers any more. */
	'hang',
	/** A commit is done, and nobody hears of it. */
	'unheard',
	/** A commit is done, and the connection is lost: the app is told that it was aborted. */
	'lost after',
	/** The process dies, and what is not committed goes with it. */
	'stop before',
	/** The process dies as soon as a commit is done. */
	'stop after'
] as const;

/** What can only befall a commit; for these no other operation counts. */
const OF_COMMITS: ReadonlySet<unknown> = new Set(['unheard', 'lost after', 'stop after']);

export type FaultKind = (typeof FAULTS)[number];

export interface Fault {
	readonly kind: FaultKind;
	/** The operation that fails, counted from 1. */
	readonly at: number;
	/** Whether all that follow fail as well. */
	readonly lasting: boolean;
}

/** What fake-indexeddb keeps in a transaction. */
interface Inside extends IDBTransaction {
	_state: string;
	readonly _requests: readonly { readonly request: IDBRequest }[];
	_start(): void;
	_abort(name: string): void;
}

const ERRORS: Partial<Record<FaultKind, string>> = {
	abort: 'AbortError',
	quota: 'QuotaExceededError',
	invalid: 'InvalidStateError',
	lost: 'UnknownError',
	'lost after': 'UnknownError'
};

const REQUESTS = [
	'get',
	'getKey',
	'getAll',
	'getAllKeys',
	'count',
	'add',
	'put',
	'delete'
] as const;

type Call = (...given: unknown[]) => IDBRequest;

const isDone = ({ _requests }: Inside) =>
	_requests.every(({ request }) => request.readyState === 'done');

/** A request that never answers, or answers with an error. */
function answerlessOpen(error: DOMException | undefined): IDBOpenDBRequest {
	const request = { error, result: undefined } as unknown as IDBOpenDBRequest;
	if (error) setImmediate(() => request.onerror?.(new Event('error')));
	return request;
}

/** An engine with one fault in it. */
export class FailingIndexedDb {
	readonly #factory: IDBFactory;
	readonly #connections = new Set<IDBDatabase>();
	/** Transactions of connections that broke, and those left alone for ever. */
	readonly #broken = new WeakSet<IDBDatabase>();
	readonly #open = new Set<Inside>();
	#fault: Fault | undefined;
	#dies: () => void = () => undefined;
	/** How many operations there were. */
	operations = 0;
	/** Whether the fault came to be. */
	fired = false;
	/** Whether something was committed that nobody heard of. */
	unheard = false;
	isDead = false;
	/** Settles when the process has died. */
	readonly death = new Promise<void>((resolve) => (this.#dies = resolve));

	readonly #hangs: () => void;

	/**
	 * @param factory what is kept, as it is found again by another process
	 * @param hangs told whenever something never answers
	 */
	constructor(factory: IDBFactory, fault: Fault, hangs: () => void) {
		this.#factory = factory;
		this.#fault = fault;
		this.#hangs = hangs;
	}

	/** From now on nothing fails any more; what is broken stays so until it is opened anew. */
	heal(): void {
		this.#fault = undefined;
	}

	/** The engine as the app sees it. */
	get factory(): IDBFactory {
		const open = (name: string, version?: number) => this.#openDatabase(name, version);
		const rest = this.#factory;
		return { open, deleteDatabase: (name: string) => rest.deleteDatabase(name) } as IDBFactory;
	}

	/** Counts an operation. @returns how it fails, if it does */
	#next(isCommit = false): FaultKind | undefined {
		if (this.isDead) return 'hang';
		const fault = this.#fault;
		if (!fault || (OF_COMMITS.has(fault.kind) && !isCommit)) return undefined;
		this.operations += 1;
		if (this.operations < fault.at) return undefined;
		if (this.operations > fault.at && !fault.lasting) return undefined;
		this.fired = true;
		if (fault.kind === 'hang' || fault.kind === 'unheard') this.#hangs();
		return fault.kind;
	}

	#die(): void {
		this.isDead = true;
		for (const transaction of this.#open) {
			if (transaction._state !== 'finished') transaction._abort('AbortError');
		}
		for (const connection of this.#connections) connection.close();
		this.#dies();
	}

	#openDatabase(name: string, version?: number): IDBOpenDBRequest {
		const kind = this.#next();
		if (kind === 'stop before' || kind === 'stop after') this.#die();
		if (kind) {
			const error = ERRORS[kind];
			return answerlessOpen(error ? new DOMException('', error) : undefined);
		}
		const request = this.#factory.open(name, version);
		request.addEventListener('success', () => this.#watchConnection(request.result));
		return request;
	}

	#watchConnection(connection: IDBDatabase): void {
		this.#connections.add(connection);
		const begin = connection.transaction.bind(connection);
		connection.transaction = (...given: Parameters<typeof begin>) => {
			if (this.#broken.has(connection)) throw new DOMException('', 'InvalidStateError');
			const kind = this.#next();
			if (kind === 'invalid' || kind === 'lost') {
				this.#broken.add(connection);
				throw new DOMException('', ERRORS[kind]);
			}
			const transaction = begin(...given) as Inside;
			this.#watchTransaction(transaction, connection);
			if (kind) this.#failIn(transaction, connection, kind);
			return transaction;
		};
	}

	#watchTransaction(transaction: Inside, connection: IDBDatabase): void {
		this.#open.add(transaction);
		const goOn = transaction._start.bind(transaction);
		let hasCommitted = false;
		transaction._start = () => {
			const commits = transaction._state !== 'finished' && isDone(transaction) && !hasCommitted;
			hasCommitted ||= commits;
			const kind = commits ? this.#next(true) : undefined;
			if (kind && !OF_COMMITS.has(kind)) return this.#failIn(transaction, connection, kind);
			if (kind) this.#commitUnheard(transaction, connection, kind);
			goOn();
			if (kind === 'stop after') this.#die();
		};
		const storeOf = transaction.objectStore.bind(transaction);
		transaction.objectStore = (name) => this.#watchStore(storeOf(name), transaction, connection);
	}

	#watchStore(store: IDBObjectStore, transaction: Inside, connection: IDBDatabase) {
		if (Object.hasOwn(store, 'get')) return store;
		for (const name of REQUESTS) {
			const call = (store[name] as Call).bind(store);
			const failing: Call = (...given) => {
				const kind = this.#next();
				if (kind === 'invalid') throw new DOMException('', 'InvalidStateError');
				const request = call(...given);
				if (kind) this.#failIn(transaction, connection, kind);
				return request;
			};
			Object.assign(store, { [name]: failing });
		}
		return store;
	}

	#failIn(transaction: Inside, connection: IDBDatabase, kind: FaultKind): void {
		if (kind === 'stop before' || kind === 'stop after') return this.#die();
		if (kind === 'lost' || kind === 'invalid') this.#broken.add(connection);
		const name = ERRORS[kind];
		if (name) transaction._abort(name);
		// What hangs can still be aborted, and then lets others go on.
		else transaction._start = () => undefined;
	}

	/** Commits, and tells nobody or what is not so. */
	#commitUnheard(transaction: Inside, connection: IDBDatabase, kind: FaultKind): void {
		this.unheard = true;
		const tell = transaction.dispatchEvent.bind(transaction);
		transaction.dispatchEvent = (event) => {
			if (event.type !== 'complete') return tell(event);
			if (kind !== 'lost after') return true;
			this.#broken.add(connection);
			const error = new DOMException('Connection to Indexed Database server lost', ERRORS[kind]);
			Object.assign(transaction, { error });
			return tell(Object.assign(event, { type: 'abort' }));
		};
	}
}

/** What fake-indexeddb keeps of a store. */
interface RawStore {
	readonly records: { put(record: object): void; values(): Iterable<object> };
}

type RawFactory = IDBFactory & {
	readonly _databases: ReadonlyMap<string, { readonly rawObjectStores: Map<string, RawStore> }>;
};

/** Puts all records of one engine into another that has the same stores: no clone, no wait. */
export function copyRecords(from: IDBFactory, to: IDBFactory): void {
	for (const [name, { rawObjectStores }] of (from as RawFactory)._databases) {
		const copy = (to as RawFactory)._databases.get(name)?.rawObjectStores;
		for (const [store, { records }] of rawObjectStores) {
			for (const record of records.values()) copy?.get(store)?.records.put(record);
		}
	}
}
