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
import { ENTRY_VERSION, type Entry, type Envelope, type Tombstone } from './entry';

const MAX_NAME = 256;
const MAX_FLAG = 7;
const PARAMETERS = 21;

/**
 * Largest logical time an entry may have (the year 144,683). Above it, what is appended later
 * could no longer be counted exactly; an entry beyond it is no entry.
 */
export const MAX_TIME = 2 ** 52;

/** At most 15 digits: every number of a known entry can be counted and so sorted. */
const ID = /^[a-z0-9]+\.[1-9]\d{0,14}$/;

const isId: Guard = (value) => typeof value === 'string' && ID.test(value);
const isName: Guard = (value) =>
	typeof value === 'string' && value.length > 0 && value.length <= MAX_NAME;
const isPositive: Guard = (value) => isFinite(value) && (value as number) > 0;
const isCount: Guard = (value) => isWhole(value) && (value as number) >= 0;
const isScore: Guard = (value) =>
	isFinite(value) && (value as number) >= 0 && (value as number) <= 1;

const either =
	(...guards: readonly Guard[]): Guard =>
	(value) =>
		guards.some((guard) => guard(value));

const within =
	(most: number): Guard =>
	(value) =>
		isWhole(value) && Math.abs(value as number) <= most;

const isTime: Guard = (value) => isCount(value) && (value as number) <= MAX_TIME;
const isMoment = within(MAX_TIME);
/** As many days as a date can hold: what redates add can be counted exactly, in any order. */
const isDay = within(100_000_000);
/** Minutes; none on Earth was ever so far from UTC. */
const isOffset = within(1_440);
/** Of two forms of a body a value must have one: what has the member of the other is not it. */
const absent: Guard = (value) => value === undefined;

/** What gives a value its place in the log. */
const hasIdentity = hasShape({ id: isId, t: isTime });

const isEnvelope = hasShape({
	v: isWhole,
	at: isMoment,
	offset: isOffset,
	day: isDay,
	kind: isName,
	batch: maybe(isName)
});

const answered = {
	card: isName,
	revision: isText,
	itemKind: isText,
	rating: oneOf(1, 2, 3, 4),
	score: maybe(isScore),
	guess: maybe(isFlag),
	slip: maybe(isFlag),
	mode: oneOf('study', 'quiz', 'assignment', 'drill'),
	for: maybe(isText),
	durationMs: isFinite
};

/** Days between the first and the last date a clock may show, with room to spare. */
const MAX_SHIFT = 1_000_000;
const isShift = within(MAX_SHIFT);

const ofCards = hasShape({ cards: isListOf(isName) });
const ofAttempt = { attempt: isName };

/** What each kind carries beside the envelope. */
const bodies: Readonly<Record<Entry['kind'], Guard>> = {
	review: either(
		hasShape({ ...answered, scheduler: isText, interval: isPositive, delay: absent }),
		hasShape({ ...answered, scheduler: isText, interval: absent, delay: isPositive, step: isCount })
	),
	practice: hasShape(answered),
	suspend: ofCards,
	resume: ofCards,
	bury: ofCards,
	reset: ofCards,
	clear: ofCards,
	flag: (value) =>
		ofCards(value) && hasShape({ flag: isCount })(value) && (value as Flag).flag <= MAX_FLAG,
	schedule: hasShape({ cards: isListOf(hasShape({ card: isName, day: isDay })) }),
	undo: hasShape({
		targets: either(
			hasShape({ ids: isListOf(isText), batch: absent }),
			hasShape({ ids: absent, batch: isText })
		)
	}),
	setting: hasShape({ key: isName, value: (value) => value !== undefined }),
	note: hasShape({ item: isName, text: isText }),
	parameters: hasShape({
		parameters: (value) =>
			isListOf(isFinite)(value) && (value as readonly number[]).length === PARAMETERS
	}),
	document: hasShape({ type: isName, hash: isName, text: maybe(isText), bytes: maybe(isText) }),
	start: hasShape({
		...ofAttempt,
		number: isCount,
		source: maybe(isText),
		title: isText,
		seed: isText,
		items: isListOf(hasShape({ item: isName, revision: isText }))
	}),
	answer: hasShape({
		...ofAttempt,
		item: isName,
		response: (value) => value === null || isRecord(value),
		certainty: maybe(isText),
		durationMs: isFinite
	}),
	finish: hasShape(ofAttempt),
	mark: hasShape({
		...ofAttempt,
		for: isText,
		score: isScore,
		by: oneOf('device', 'release', 'teacher', 'regrade')
	}),
	redate: hasShape({ ids: isListOf(isText), days: isShift }),
	erase: hasShape({ ids: isListOf(isText) })
};

interface Flag {
	readonly flag: number;
}

/** What has a place in the order, whatever else it is. */
export type Placed = Pick<Envelope, 'id' | 't'>;

/** How a value of the log is treated. All but the known ones are kept, counted and left alone. */
export type EntryClass =
	| { readonly is: 'known'; readonly entry: Entry }
	/** A kind, or a version of the form, that this app does not know. */
	| { readonly is: 'unknown' | 'newer'; readonly entry: Placed }
	| { readonly is: 'erased'; readonly entry: Tombstone }
	/** It has its place, and a value that cannot be, such as a rating of 7. */
	| { readonly is: 'malformed'; readonly entry: Placed }
	/** No entry at all. */
	| { readonly is: 'unreadable' };

const unreadable: EntryClass = { is: 'unreadable' };

/**
 * Looks at a stored value without changing it: unknown fields and kinds stay in the very object
 * that was read, so that they survive backup and merge.
 */
export function classifyEntry(value: unknown): EntryClass {
	if (!hasIdentity(value)) return unreadable;
	const entry = value as Envelope & Partial<Tombstone>;
	if (entry.erased === true) return { is: 'erased', entry: value as Tombstone };
	if (isWhole(entry.v) && entry.v > ENTRY_VERSION) return { is: 'newer', entry };
	if (!isEnvelope(value)) return { is: 'malformed', entry };
	if (!Object.hasOwn(bodies, entry.kind)) return { is: 'unknown', entry };
	return bodies[entry.kind as Entry['kind']](value)
		? { is: 'known', entry: value as unknown as Entry }
		: { is: 'malformed', entry };
}
