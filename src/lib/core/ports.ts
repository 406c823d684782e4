/**
 * What the core and the state ask of the world, as types only. `platform/` and `storage/` are
 * the real ones; tests bring their own.
 */
import type { Head } from './log/append';
import type { Entry, EntryDraft } from './log/entry';

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

export interface LoadedLog {
	readonly head: Head;
	/** As stored, in any order; `foldLog` tells what they are. */
	readonly entries: readonly unknown[];
}

export interface Appended {
	readonly entries: readonly Entry[];
	/** Whether others had appended since this tab last looked: the log must be read again. */
	readonly foreign: boolean;
}

/** A learner's log. */
export interface LogStore {
	load(): Promise<LoadedLog>;
	/**
	 * Appends one act. Resolves only after the transaction has committed.
	 *
	 * Law: repeating a call with the same token leaves exactly one copy of the entries.
	 * @param token names the act; the batch of its entries
	 * @throws StorageFailure when nothing was kept
	 */
	append(token: string, drafts: readonly EntryDraft[]): Promise<Appended>;
}

/** What belongs to the device and to no learner's log. */
export interface DeviceStore {
	/** The learner of this device; one is made at the first call. */
	learner(): Promise<string>;
	preferences(): Promise<Readonly<Record<string, unknown>>>;
	savePreferences(value: Readonly<Record<string, unknown>>): Promise<void>;
}
