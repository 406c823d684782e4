import {
	hasShape,
	isFinite,
	isFlag,
	isListOf,
	isRecord,
	isText,
	isWhole,
	maybe,
	oneOf,
	type Guard
} from '../guard';
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
	{ readonly interval: number } | { readonly delay: number; readonly step: number };

/** The only entry that moves a memory. It records what was decided and shown. */
export type ReviewEntry = Envelope &
	Answered &
	Comeback & { readonly kind: 'review'; readonly scheduler: string };

/** An answer without effect on the schedule. */
export type PracticeEntry = Envelope & Answered & { readonly kind: 'practice' };

/** What an undo names: entries by id, or all entries of a batch. */
export type UndoTargets = { readonly ids: readonly string[] } | { readonly batch: string };

/** Makes earlier entries void; an undo of an undo is a redo. */
export type UndoEntry = Envelope & { readonly kind: 'undo'; readonly targets: UndoTargets };

/** A setting of the learner; the last in the order wins. */
export type SettingEntry = Envelope & {
	readonly kind: 'setting';
	readonly key: string;
	readonly value: unknown;
};

/** The entries that act in the fold. */
export type Entry = ReviewEntry | PracticeEntry | UndoEntry | SettingEntry;

type Draft<T extends Entry> = T extends Entry ? Omit<T, 'v' | 'id' | 't'> : never;

/** An entry before the store gives it its id and logical time. */
export type EntryDraft = Draft<Entry>;

const MAX_NAME = 256;
/** At most 15 digits: every number of a known entry can be counted and so sorted. */
const ID = /^[a-z0-9]+\.[1-9]\d{0,14}$/;

const isName: Guard = (value) =>
	typeof value === 'string' && value.length > 0 && value.length <= MAX_NAME;
const isPositive: Guard = (value) => isFinite(value) && (value as number) > 0;

const envelope = {
	v: isWhole,
	id: (value: unknown) => typeof value === 'string' && ID.test(value),
	t: isWhole,
	at: isWhole,
	offset: isWhole,
	day: isWhole,
	kind: isName,
	batch: maybe(isName)
};

const answered = {
	card: isName,
	revision: isText,
	itemKind: isText,
	rating: oneOf(1, 2, 3, 4),
	score: maybe((value) => isFinite(value) && (value as number) >= 0 && (value as number) <= 1),
	guess: maybe(isFlag),
	slip: maybe(isFlag),
	mode: oneOf('study', 'quiz', 'assignment', 'drill'),
	for: maybe(isText),
	durationMs: isFinite
};

const either =
	(...guards: readonly Guard[]): Guard =>
	(value) =>
		guards.some((guard) => guard(value));

const isStep: Guard = (value) => isWhole(value) && (value as number) >= 0;

/** What each kind carries beside the envelope. */
const bodies: Readonly<Record<Entry['kind'], Guard>> = {
	review: either(
		hasShape({ ...answered, scheduler: isText, interval: isPositive }),
		hasShape({ ...answered, scheduler: isText, delay: isPositive, step: isStep })
	),
	practice: hasShape(answered),
	undo: hasShape({
		targets: either(hasShape({ ids: isListOf(isText) }), hasShape({ batch: isText }))
	}),
	setting: (value) => isRecord(value) && isName(value.key) && 'value' in value
};

const isEnvelope = hasShape(envelope);

/** How an entry is treated: folded, or kept and counted under one of the other names. */
export type EntryClass =
	| { readonly is: 'known'; readonly entry: Entry }
	| { readonly is: 'unknown' | 'newer'; readonly entry: Envelope }
	| { readonly is: 'malformed' };

/**
 * Looks at a stored value without changing it: unknown fields and kinds stay in the very object
 * that was read, so that they survive backup and merge.
 */
export function classifyEntry(value: unknown): EntryClass {
	if (!isEnvelope(value)) return { is: 'malformed' };
	const entry = value as Envelope;
	if (entry.v > ENTRY_VERSION) return { is: 'newer', entry };
	if (!Object.hasOwn(bodies, entry.kind)) return { is: 'unknown', entry };
	return bodies[entry.kind as Entry['kind']](value)
		? { is: 'known', entry: value as unknown as Entry }
		: { is: 'malformed' };
}
