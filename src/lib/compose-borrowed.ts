/** The part of the composition root that is loaded when somebody borrows this phone for a quiz. */
import type { TakingParts } from './compose-taking';
import type { BorrowedStore, LogStore } from './core/ports';
import { StorageFailure } from './core/storage-failure';
import { randomIds } from './platform/random-ids';
import { openTabs, type Tabs } from './platform/tabs';
import { Learner } from './state/learner.svelte';
import type { StudyClock } from './state/study-clock';
import { Borrowed } from './state/taking/borrowed.svelte';

const NAME_BITS = 80;

/** What the app brings along. */
export interface BorrowedParts extends Omit<TakingParts, 'learner'> {
	readonly clock: StudyClock;
	readonly store: BorrowedStore;
	openStore(learner: string): LogStore;
}

/** The log of an attempt: the same engine as the owner's, over another database. */
function logOf({ clock, store, openStore }: BorrowedParts, attempt: string, tabs: Tabs): Learner {
	return new Learner({
		...{ clock, ids: randomIds },
		openLog: async () => {
			// One that was erased is not made anew by a tab that still shows it.
			const all = await store.list();
			if (!all.some((each) => each.attempt === attempt)) {
				throw new StorageFailure('unavailable', 'this attempt was erased');
			}
			const id = store.logOf(attempt);
			return { learner: { id }, store: openStore(id) };
		},
		rebuild: () => undefined,
		expect: () => Promise.resolve(),
		say: () => tabs.say(attempt)
	});
}

export function composeBorrowed(parts: BorrowedParts): Borrowed {
	// A channel of its own: on the app's a name that is no learner's would mean another learner.
	const tabs = openTabs(`${parts.scope}:borrowed`);
	const borrowed = new Borrowed({
		...{ store: parts.store, say: (attempt) => tabs.say(attempt) },
		token: () => randomIds.id(NAME_BITS),
		now: () => parts.clock.now(),
		open: async (attempt) => {
			const learner = logOf(parts, attempt, tabs);
			await learner.open();
			const { composeTaking } = await import('./compose-taking');
			return { learner, taking: composeTaking({ ...parts, learner }) };
		}
	});
	tabs.listen((attempt) => void borrowed.hear(attempt));
	return borrowed;
}
