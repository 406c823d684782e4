import type { Answers } from '$lib/core/log/answers-in';
import type { Backup, BackupRefusal } from '$lib/core/log/backup';
import type { MergeReport } from '$lib/core/log/merge';
import type { LearnerRecord } from '$lib/core/ports';
import type { StorageTrouble } from '$lib/core/storage-failure';

/**
 * Whose a backup is: this learner's; another's, while this one has no answers and gives way; or
 * another's, who can come beside this one or be joined with it.
 */
export type Whose = 'own' | 'gives-way' | 'other';

/** A backup that was read and may be restored. */
export interface Incoming {
	readonly backup: Backup;
	readonly whose: Whose;
	/** What merging it into this learner's log would do; for another learner's, what it holds. */
	readonly report: MergeReport;
	/** Entries it holds, tombstones left out. */
	readonly entries: number;
	/** By which a person knows whose it is. */
	readonly answers: Answers;
}

/** What is being done. */
export type BackupDeed = 'making' | 'reading' | 'restoring' | 'erasing';

/** What is going on, and how it ended. */
export type BackupStage =
	| { readonly is: 'idle' }
	| { readonly is: 'busy'; readonly with: BackupDeed }
	| { readonly is: 'refused'; readonly refusal: BackupRefusal }
	| { readonly is: 'asking'; readonly incoming: Incoming }
	| { readonly is: 'made'; readonly file: SavedFile }
	| { readonly is: 'restored'; readonly report: MergeReport }
	| { readonly is: 'taken-back' }
	| ErasedStage
	| { readonly is: 'failed'; readonly with: BackupDeed; readonly trouble: BackupTrouble };

export interface ErasedStage {
	readonly is: 'erased';
	readonly learner: LearnerRecord;
	/** Who learns here still; where there is nobody, a new learner begins. */
	readonly others: readonly LearnerRecord[];
}

/** A file that was handed to the browser. */
export interface SavedFile {
	readonly name: string;
	readonly bytes: number;
	/** Whether answers are missing in it because they could not be saved. */
	readonly lacks: boolean;
}

/** The browser keeps nothing, or the file cannot be read or written at all. */
export type BackupTrouble = StorageTrouble | 'file';
