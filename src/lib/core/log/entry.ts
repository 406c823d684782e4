import * as v from 'valibot';
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

const finite = v.pipe(v.number(), v.finite());
const whole = v.pipe(v.number(), v.safeInteger());
const flag = v.exactOptional(v.boolean());
const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(256));

const envelope = {
	v: whole,
	// At most 15 digits: every number of a known entry can be counted and so sorted.
	id: v.pipe(v.string(), v.regex(/^[a-z0-9]+\.[1-9]\d{0,14}$/)),
	t: whole,
	at: whole,
	offset: whole,
	day: whole,
	kind: name,
	batch: v.exactOptional(name)
};

const answered = {
	...envelope,
	card: name,
	revision: v.string(),
	itemKind: v.string(),
	rating: v.picklist([1, 2, 3, 4]),
	score: v.exactOptional(v.pipe(finite, v.minValue(0), v.maxValue(1))),
	guess: flag,
	slip: flag,
	mode: v.picklist(['study', 'quiz', 'assignment', 'drill']),
	for: v.exactOptional(v.string()),
	durationMs: finite
};

const positive = v.pipe(finite, v.gtValue(0));

const schemas: Readonly<Record<Entry['kind'], v.GenericSchema>> = {
	review: v.union([
		v.looseObject({ ...answered, scheduler: v.string(), interval: positive }),
		v.looseObject({
			...answered,
			scheduler: v.string(),
			delay: positive,
			step: v.pipe(whole, v.minValue(0))
		})
	]),
	practice: v.looseObject(answered),
	undo: v.looseObject({
		...envelope,
		targets: v.union([
			v.looseObject({ ids: v.array(v.string()) }),
			v.looseObject({ batch: v.string() })
		])
	}),
	setting: v.looseObject({ ...envelope, key: name, value: v.unknown() })
};

const envelopeSchema = v.looseObject(envelope);

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
	if (!v.is(envelopeSchema, value)) return { is: 'malformed' };
	const entry: Envelope = value as Envelope;
	if (entry.v > ENTRY_VERSION) return { is: 'newer', entry };
	if (!Object.hasOwn(schemas, entry.kind)) return { is: 'unknown', entry };
	return v.is(schemas[entry.kind as Entry['kind']], value)
		? { is: 'known', entry: value as unknown as Entry }
		: { is: 'malformed' };
}
