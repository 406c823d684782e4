import type { SetPolicy } from '../teaching/set-policy';
import type { SentAssignment } from '../teaching/sent';
import type { OpenedSheet } from '../assignment/sheet';
import type { AssignableItem } from '../assignment/public-document';
import type { CardKey, Part } from '../item/card-key';
import type { Response } from '../item/response';
import type { Decisions, Override } from './decisions';
import type { Whose } from './students';

/** An assignment as its sheets are marked: what was frozen when it was sent. */
export type FrozenAssignment = Pick<SentAssignment, 'id' | 'classId' | 'label' | 'at' | 'items'> & {
	readonly policy: Pick<SetPolicy, 'due' | 'attempts' | 'counts' | 'passMark'>;
	/** UTC milliseconds at which its answers were given out. */
	readonly released?: number;
};

export interface ReceivedSheet {
	readonly sheet: OpenedSheet;
	/** UTC milliseconds by this device's clock; of one that came twice, the earlier. */
	readonly received: number;
}

/** All that the marking of one set rests on. */
export interface GradebookInput {
	readonly assignments: readonly FrozenAssignment[];
	/** In any order, each as often as it came. */
	readonly sheets: readonly ReceivedSheet[];
	readonly decisions: Decisions;
	/** Device keys in hexadecimal digits that students were known by before, by the key of a row. */
	readonly devices?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is worth saying of an attempt. Nothing of it makes a sheet refused. */
export type Note =
	/** By the phone's clock. */
	| { readonly is: 'late'; readonly what: 'started' | 'ended' }
	/** It was received after the answers had been given out. */
	| { readonly is: 'after-answers' }
	/** The student's sheets of this assignment are from two devices; none counts until one is chosen. */
	| { readonly is: 'two-devices' }
	/** The same attempt came with other answers; none counts until one is chosen. */
	| { readonly is: 'two-bodies' }
	| { readonly is: 'borrowed' }
	/** The student was known by another device before. */
	| { readonly is: 'new-device' }
	| { readonly is: 'over-attempts'; readonly number: number; readonly allowed: number }
	/** The phone's clock was set back meanwhile. */
	| { readonly is: 'clock-set-back' }
	/** No number stands on it, and another student of the class has this name. */
	| { readonly is: 'same-name' }
	/** So many students of the class gave this number. */
	| { readonly is: 'same-number'; readonly number: number; readonly students: number }
	/** The teacher says who it is of; what it says itself. */
	| ({ readonly is: 'changed-by-you' } & Whose);

/** One answer of one sheet. */
export interface Cell {
	/** Of the item in its assignment, from 0. */
	readonly place: number;
	/** Points from 0 to 1, those given by hand before all others. */
	readonly score: number;
	/** `unclear` is what was typed and cannot be read as an answer: no points until looked at. */
	readonly standing: 'marked' | 'blank' | 'unclear';
	/** Out of the total. */
	readonly excused: boolean;
	readonly overridden?: Override;
	readonly response: Response | null;
}

export interface Total {
	readonly points: number;
	/** Items that are not excused. */
	readonly outOf: number;
	/** 0 to 100; absent where everything is excused. */
	readonly percent?: number;
}

/** One sheet, marked. */
export interface Attempt {
	/** Its hash in hexadecimal digits. */
	readonly hash: string;
	/** Id of its assignment in hexadecimal digits. */
	readonly assignment: string;
	readonly sheet: OpenedSheet;
	/** Who it is of. */
	readonly by: Whose;
	/** What it says itself, where the teacher says otherwise. */
	readonly said?: Whose;
	readonly received: number;
	/** By the places of its assignment. */
	readonly cells: readonly Cell[];
	readonly total: Total;
	readonly notes: readonly Note[];
	/** Whether it may count: it is unambiguous, or was chosen. */
	readonly eligible: boolean;
}

/** One student of one class. */
export interface Row {
	/** Names the row in its gradebook. */
	readonly key: string;
	/** See `studentKey`. */
	readonly student: string;
	readonly classId?: string;
	/** Class number. */
	readonly number?: number;
	/** As on the sheet that counts; where none does, on the latest. */
	readonly name: string;
	/** By assignment as sent, then by number. */
	readonly attempts: readonly Attempt[];
	/** The attempt that counts; none where a choice is needed. */
	readonly counted?: Attempt;
	/** The first that may count: what items are judged by. */
	readonly first?: Attempt;
	/** By the columns; undefined where its assignment does not ask that, or nothing counts. */
	readonly cells: readonly (Cell | undefined)[];
	/** Of what counts. */
	readonly total?: Total;
	/** Absent without a pass mark. */
	readonly passed?: boolean;
	/** Of all attempts, each kind once. */
	readonly notes: readonly Note[];
	/** Whether the teacher has to choose. */
	readonly needsChoice: boolean;
}

/** One item of the set, in whichever documents it was sent. */
export interface Column {
	/** The teacher's own key of it. */
	readonly key: CardKey;
	/** As frozen with the first assignment that asks it, with the key that holds now. */
	readonly item: AssignableItem;
	/** As it was sent, where its key was changed since. */
	readonly sent?: AssignableItem;
	readonly part: Part;
	readonly bundled: boolean;
	/** By assignment, where it stands. */
	readonly places: ReadonlyMap<string, number>;
}

export interface Gradebook {
	readonly columns: readonly Column[];
	/** By class as sent, number, then name. */
	readonly rows: readonly Row[];
	/** With the keys that hold now. */
	readonly assignments: readonly FrozenAssignment[];
	/** How many different sheets there are. */
	readonly sheets: number;
}
