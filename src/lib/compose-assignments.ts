/**
 * The step to everything about quizzes that teachers set. It is small, so that the first load names
 * one file more, and not all that teaching, taking and collecting need.
 */
import { loadedOnce } from './compose-loaded-once';
import type { BankIndex } from './core/bank/bank';
import type { BorrowedStore, LogStore } from './core/ports';
import type { Learner } from './state/learner.svelte';
import type { Library } from './state/library.svelte';
import type { StudyClock } from './state/study-clock';
import { createBorrowedStore } from './storage/borrowed-store';

/** What the app brings along. */
export interface AssignmentParts {
	readonly scope: string;
	readonly clock: StudyClock;
	readonly learner: Learner;
	readonly library: Library;
	/** The banks that came with the app. */
	readonly bundledBanks: readonly BankIndex[];
	openStore(learner: string): LogStore;
	indexedDb(): IDBFactory;
}

export function composeAssignments(parts: AssignmentParts) {
	const { learner, library, bundledBanks } = parts;
	/** The cards that came with the app, by what documents call them. */
	const bundledCards = loadedOnce(async () =>
		(await import('./compose-bundled')).composeBundledCards(library, bundledBanks)
	);
	// Where there is no IndexedDB at all, quizzes are taken in memory all the same.
	let made: BorrowedStore | undefined;
	const store = () => (made ??= createBorrowedStore(parts.scope, parts.indexedDb()));
	/** Attempts of those who borrow this phone. */
	const borrowed = loadedOnce(async () =>
		(await import('./compose-borrowed')).composeBorrowed({
			...{ ...parts, store: store(), bundled: bundledCards }
		})
	);
	return {
		borrowed,
		/** The same; undefined, and not loaded, where there are none. */
		borrowedIfAny: async () => ((await store().list()).length > 0 ? borrowed() : undefined),
		/** Quizzes that teachers set, for who takes them. */
		taking: loadedOnce(async () =>
			(await import('./compose-taking')).composeTaking({ ...parts, bundled: bundledCards })
		),
		/** Keeping sealed sheets for a teacher. */
		collecting: loadedOnce(async () =>
			(await import('./compose-taking')).composeCollecting(learner)
		),
		/** What the learner of now teaches. */
		teaching: async () => (await import('./compose-teach')).teachingOf({ ...parts, bundledCards })
	};
}

export type Assignments = ReturnType<typeof composeAssignments>;
