import { openDatabase, type Database, type Timeouts } from './database';

/** Single entries by `[device, seq]`; a second content of one id has a third part in its key. */
export const LOG = 'log';
/** Full runs of entries as columns, by `[device, index of the run]`. */
export const PACKS = 'packs';
/** The head, the snapshot, what the last merge did, and a kept backup. */
export const META = 'meta';
/** What was taken out of the log and is not thrown away. */
export const ASIDE = 'aside';

/** Keys in `META`. */
export const SNAPSHOT = 'snapshot';
export const BACKUP = 'backup';

/** Version 2 brought packs and what is set aside. */
const VERSION = 2;

/** The name of a learner's database; it carries the path the app is served under. */
const nameOf = (scope: string, learner: string) => `kachi:${scope}:${learner}`;

export function openLearnerDatabase(
	scope: string,
	learner: string,
	factory: IDBFactory,
	timeouts?: Timeouts
): Database {
	const stores = [LOG, PACKS, META, ASIDE];
	return openDatabase(
		{ name: nameOf(scope, learner), version: VERSION, stores },
		factory,
		timeouts
	);
}

/**
 * Erases everything that was kept of a learner. Other tabs let go of the database by themselves.
 *
 * @throws DOMException when the browser refuses
 */
export function eraseLearnerDatabase(
	scope: string,
	learner: string,
	factory: IDBFactory
): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = factory.deleteDatabase(nameOf(scope, learner));
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
	});
}
