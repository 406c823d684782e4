/**
 * What the core and the state ask of the world, as types only. `platform/` and `storage/` are
 * the real ones; tests bring their own.
 */
import type { Head } from './log/append';
import type { EntryDraft } from './log/entry';
import type { MergeReport } from './log/merge';
import type { Snapshot } from './log/snapshot';
import type { BorrowedAttempt } from './taking/borrowed';

export interface Clock {
	/** UTC milliseconds. */
	now(): number;
	/** Minutes east of UTC in force at a moment. */
	offset(at: number): number;
	/** Milliseconds that only ever grow, for durations. */
	elapsed(): number;
}

/** Random bits fit for ids that never collide. */
export interface RandomIds {
	/** Lower-case Crockford base32. @param bits a multiple of 5 */
	id(bits: number): string;
}

/** A log as it is opened: a snapshot with what came after it, or no snapshot. */
export interface OpenedLog {
	readonly head: Head;
	/** Counts the changes that no snapshot survives: merges, erasures, repairs. */
	readonly epoch: number;
	/** A cache that still holds; undefined when everything must be folded from the entries. */
	readonly snapshot: unknown;
	/**
	 * The values that are not in the snapshot, as stored, in any order; undefined when there is no
	 * snapshot and there are more than were asked for.
	 */
	readonly values: readonly unknown[] | undefined;
}

export interface Appended {
	/** Whether others had appended since this tab last looked: the log must be opened again. */
	readonly foreign: boolean;
}

/** The last merge, as long as it can be taken back. */
export interface Restored {
	/** UTC milliseconds. */
	readonly at: number;
	readonly added: number;
}

/** A backup file that the store itself keeps. */
export interface KeptBackup {
	/** UTC milliseconds. */
	readonly at: number;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A learner's log. Every method throws `StorageFailure` when nothing was kept. */
export interface LogStore {
	/**
	 * Whether anything was ever kept here. A log that was expected and is not there is not to be
	 * begun anew without asking.
	 */
	exists(): Promise<boolean>;
	/**
	 * Opens the log, beginning one if there is none.
	 *
	 * @param most values to read where there is no snapshot; all of them if absent
	 */
	open(most?: number): Promise<OpenedLog>;
	/** Everything that is stored, in any order. */
	readAll(): Promise<readonly unknown[]>;
	/**
	 * Appends one act. Resolves only after the transaction has committed.
	 *
	 * Law: repeating a call with the same token leaves exactly one copy of the entries.
	 * @param token names the act; the batch of its entries
	 */
	append(token: string, drafts: readonly EntryDraft[]): Promise<Appended>;
	/** Keeps a snapshot, unless the epoch is over. */
	saveSnapshot(snapshot: Snapshot, epoch: number): Promise<void>;
	dropSnapshot(): Promise<void>;
	/** Packs full runs of single records. What is stored stays the same. @returns how many runs */
	pack(): Promise<number>;
	/** What a merge would do. */
	previewMerge(values: readonly unknown[]): Promise<MergeReport>;
	/** Takes other values in; it can be taken back until the next one. */
	merge(values: readonly unknown[], at: number): Promise<MergeReport>;
	restored(): Promise<Restored | undefined>;
	/** Sets aside what the last merge brought, and puts back what it took away. */
	takeBack(at: number): Promise<void>;
	/** Sets aside the records that are no entries. @returns how many */
	setUnreadableAside(at: number): Promise<number>;
	/** How many values lie aside. */
	countAside(): Promise<number>;
	/** Values set aside because they are no entries; a backup holds them too. */
	readAside(): Promise<readonly unknown[]>;
	/** Keeps a backup file in the store itself, in place of older ones. */
	keepBackup(bytes: Uint8Array<ArrayBuffer>, at: number): Promise<void>;
	keptBackup(): Promise<KeptBackup | undefined>;
	close(): void;
}

export interface LearnerRecord {
	readonly id: string;
	readonly name?: string;
	/** Whether answers were saved: a log that is gone is then missed. */
	readonly expected?: boolean;
}

/** What belongs to the device and to no learner's log. */
export interface DeviceStore {
	/** The learner of this device; one is made at the first call. */
	learner(): Promise<LearnerRecord>;
	learners(): Promise<readonly LearnerRecord[]>;
	/** Puts a learner first, who then is the one of this device; the others stay. */
	choose(learner: LearnerRecord): Promise<void>;
	/** Makes another learner and puts them first. */
	add(name: string): Promise<LearnerRecord>;
	rename(learner: string, name: string): Promise<void>;
	/** Notes that answers of a learner were saved here, or that nothing is expected any more. */
	expect(learner: string, expected: boolean): Promise<void>;
	/** Forgets a learner; the log is erased by its own store. */
	remove(learner: string): Promise<void>;
	preferences(): Promise<Readonly<Record<string, unknown>>>;
	savePreferences(value: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Attempts of those who borrow this device. Every method throws `StorageFailure` when it fails. */
export interface BorrowedStore {
	/** The name of an attempt's log, among those of learners. */
	logOf(attempt: string): string;
	/** In the order they were begun. */
	list(): Promise<readonly BorrowedAttempt[]>;
	/** Notes one that is about to begin. */
	add(attempt: BorrowedAttempt): Promise<void>;
	/** Erases the database of one, then the note of it. */
	erase(attempt: string): Promise<void>;
}

/** How a session stands in this tab. */
export type SessionHold = 'waiting' | 'held' | 'elsewhere';

/** One session at a time, in all tabs of this app. */
export interface SessionLock {
	/**
	 * Asks for the session and says how it stands, now and whenever that changes.
	 *
	 * @param isTaking takes it from the tab that has it
	 * @returns what gives it up
	 */
	hold(changed: (hold: SessionHold) => void, isTaking?: boolean): () => void;
	/** Runs the action if no session is open anywhere. */
	ifFree(action: () => void): Promise<void>;
}

/** Voices of the device. */
export interface Speech {
	/** Names of the voices for a language; empty where there are none. @param lang BCP 47 */
	voices(lang: string): Promise<readonly string[]>;
	/** Speaks a text. Resolves when it has been spoken, was stopped, or cannot be. */
	say(text: string, lang: string): Promise<void>;
	/** Stops at once. */
	stop(): void;
}
