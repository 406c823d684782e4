import type { Kind } from '../item/item';
import type { Response } from '../item/response';
import type { Rating } from '../scheduling/rating';

/** Version of the entries written here; an entry with a newer one is kept, not folded. */
export const ENTRY_VERSION = 1;

/** What every entry carries. See README.md in this folder for the meaning of each field. */
export interface Envelope {
	readonly v: number;
	/** `<device>.<seq>`, seq counting from 1 without gaps. */
	readonly id: string;
	/** Logical time: orders entries, never changes. */
	readonly t: number;
	/** UTC milliseconds by the device's clock. */
	readonly at: number;
	/** Minutes east of UTC in force at that moment. */
	readonly offset: number;
	/** Study day. */
	readonly day: number;
	readonly kind: string;
	/** Entries of one act share a batch: an undo names it. */
	readonly batch?: string;
}

/** Where an answer was given. */
export type Mode = 'study' | 'quiz' | 'assignment' | 'drill';

interface Answered {
	readonly card: string;
	readonly revision: string;
	readonly itemKind: Kind;
	readonly rating: Rating;
	readonly score?: number;
	readonly response?: Response;
	/** Right, but by guess. */
	readonly guess?: boolean;
	/** The learner says it was a slip of the finger. */
	readonly slip?: boolean;
	readonly mode: Mode;
	/** The entry whose answer this one rates. */
	readonly for?: string;
	readonly durationMs: number;
}

/** When a card comes back: whole days, or seconds for a learning step. */
export type Comeback =
	| { readonly interval: number; readonly delay?: undefined }
	| { readonly interval?: undefined; readonly delay: number; readonly step: number };

/** The only entry that moves a memory. It records what was decided and shown. */
export type ReviewEntry = Envelope &
	Answered &
	Comeback & { readonly kind: 'review'; readonly scheduler: string };

/** An answer without effect on the schedule. */
export type PracticeEntry = Envelope & Answered & { readonly kind: 'practice' };

/** What an undo names: entries by id, or all entries of a batch. */
export type UndoTargets =
	| { readonly ids: readonly string[]; readonly batch?: undefined }
	| { readonly ids?: undefined; readonly batch: string };

/** Makes earlier entries void; an undo of an undo is a redo. */
export type UndoEntry = Envelope & { readonly kind: 'undo'; readonly targets: UndoTargets };

/** A setting of the learner; the last in the order wins. */
export type SettingEntry = Envelope & {
	readonly kind: 'setting';
	readonly key: string;
	readonly value: unknown;
};

/** Out of study until resumed, until tomorrow or resumed, or new again. */
export type CardsEntry = Envelope & {
	readonly kind: 'suspend' | 'resume' | 'bury' | 'reset' | 'clear';
	readonly cards: readonly string[];
};

/** 0 takes the flag away, 1..7 are its colours; the last in the order wins. */
export type FlagEntry = Envelope & {
	readonly kind: 'flag';
	readonly cards: readonly string[];
	readonly flag: number;
};

/** Moves the due day of review cards: reschedule, holiday, catch-up. */
export type ScheduleEntry = Envelope & {
	readonly kind: 'schedule';
	readonly cards: readonly { readonly card: string; readonly day: number }[];
};

/** A note of one's own on an item; an empty text takes it away. */
export type NoteEntry = Envelope & {
	readonly kind: 'note';
	readonly item: string;
	readonly text: string;
};

/** The 21 numbers of FSRS-6; the newest hold for the whole history. */
export type ParametersEntry = Envelope & {
	readonly kind: 'parameters';
	readonly parameters: readonly number[];
	/** How they were found, for a person to read. */
	readonly fitted?: unknown;
};

/** A bank, a quiz or answers received: so that a backup is whole. */
export type DocumentEntry = Envelope & {
	readonly kind: 'document';
	readonly type: string;
	/** Names the content; a document with the same hash replaces it. */
	readonly hash: string;
	readonly text?: string;
	/** Base64. */
	readonly bytes?: string;
};

/** An attempt begins. */
export type StartEntry = Envelope & {
	readonly kind: 'start';
	readonly attempt: string;
	readonly number: number;
	/** An assignment's id; absent when the learner set the quiz up. */
	readonly source?: string;
	readonly title: string;
	readonly settings: unknown;
	readonly seed: string;
	readonly items: readonly { readonly item: string; readonly revision: string }[];
};

/** An answer in an attempt; the last one for an item counts. */
export type AnswerEntry = Envelope & {
	readonly kind: 'answer';
	readonly attempt: string;
	readonly item: string;
	/** Null when left blank. */
	readonly response: Response | null;
	readonly certainty?: string;
	readonly durationMs: number;
};

/** An attempt is handed in. */
export type FinishEntry = Envelope & { readonly kind: 'finish'; readonly attempt: string };

/** The score of an answer, which may come days later; the last one for an answer wins. */
export type MarkEntry = Envelope & {
	readonly kind: 'mark';
	readonly attempt: string;
	/** The answer's id. */
	readonly for: string;
	/** 0..1 */
	readonly score: number;
	readonly by: 'device' | 'release' | 'teacher' | 'regrade';
};

/** Mends the days of entries made under a wrong clock; shifts of effective ones add up. */
export type RedateEntry = Envelope & {
	readonly kind: 'redate';
	readonly ids: readonly string[];
	/** Whole days, added to the day and the moment of each. */
	readonly days: number;
};

/** Takes the content of entries away for good, and of those `for` them. Cannot be undone. */
export type EraseEntry = Envelope & { readonly kind: 'erase'; readonly ids: readonly string[] };

/** What an erased entry leaves. */
export interface Tombstone {
	readonly id: string;
	readonly t: number;
	readonly erased: true;
}

/** The entries that act in the fold. */
export type Entry =
	| ReviewEntry
	| PracticeEntry
	| CardsEntry
	| FlagEntry
	| ScheduleEntry
	| UndoEntry
	| SettingEntry
	| NoteEntry
	| ParametersEntry
	| DocumentEntry
	| StartEntry
	| AnswerEntry
	| FinishEntry
	| MarkEntry
	| RedateEntry
	| EraseEntry;

type Draft<T extends Entry> = T extends Entry ? Omit<T, 'v' | 'id' | 't'> : never;

/** An entry before the store gives it its id and logical time. */
export type EntryDraft = Draft<Entry>;
