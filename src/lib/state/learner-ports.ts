import type { Fold } from '$lib/core/log/fold';
import type { LearnerRecord, LogStore, RandomIds } from '$lib/core/ports';
import type { Rebuild } from './stored-fold';
import type { StudyClock } from './study-clock';

/** What the learner needs of the world. */
export interface LearnerPorts {
	/** Opens the log; fails when the browser keeps nothing. */
	openLog(): Promise<{ readonly learner: LearnerRecord; readonly store: LogStore }>;
	/** Undefined where nothing can. */
	rebuild(learner: string): Rebuild | undefined;
	/** Notes that answers of a learner were saved here, or that nothing is expected any more. */
	expect(learner: string, expected: boolean): Promise<void>;
	/** Tells the other tabs that the log has grown or changed. */
	say(): void;
	/** Puts the banks that a log holds on the shelf, before anything is shown of it. */
	shelve?(fold: Fold): Promise<void>;
	readonly clock: StudyClock;
	readonly ids: RandomIds;
}
