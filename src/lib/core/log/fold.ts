import type { MemoryModel } from '../scheduling/scheduler';
import { NO_ATTEMPT, stepAttempt, type Attempt, type AttemptEntry } from './attempt';
import type { Placed } from './classify-entry';
import type {
	DocumentEntry,
	Entry,
	NoteEntry,
	PracticeEntry,
	ReviewEntry,
	SettingEntry
} from './entry';
import {
	answerDid,
	cardsOf,
	contributionOf,
	NEW_CARD,
	stepCard,
	type CardEntry,
	type CardRecord,
	type CardState,
	type Contribution
} from './fold-card';
import {
	extend,
	foldStrand,
	keyed,
	refold,
	settle,
	touchedKeys,
	type Keyed,
	type Reading
} from './keyed';
import { emptyTail, keep, readsAnew, type Tail } from './tail';

/** Raised whenever a fold of the same log comes to something else: snapshots of others are void. */
export const FOLD_VERSION = 3;

/** What was done on one study day. */
export type DayTally = Readonly<Record<Contribution, number>>;

const NOTHING: DayTally = { new: 0, review: 0, step: 0, practice: 0 };

/** Values of the log by what they are. */
export interface Counts {
	entries: number;
	unknown: number;
	newer: number;
	malformed: number;
	erased: number;
	unreadable: number;
}

/** The memory model under the parameters in force; undefined for the default ones. */
export type ModelOf = (parameters: readonly number[] | undefined) => MemoryModel;

/**
 * Everything the log comes to. It is extended in place, being the largest thing in memory; only
 * fold-log.ts has it written to.
 */
export interface Fold {
	readonly cards: Keyed<CardRecord, CardEntry>;
	readonly settings: Keyed<unknown, SettingEntry>;
	readonly notes: Keyed<string, NoteEntry>;
	readonly attempts: Keyed<Attempt, AttemptEntry>;
	readonly documents: Keyed<DocumentEntry, DocumentEntry>;
	readonly days: Map<number, Record<Contribution, number>>;
	readonly counts: Counts;
	readonly parameters: readonly number[] | undefined;
	/** The entries at the end that an undo may still take back without folding all again. */
	tail: Tail;
	last: Placed | undefined;
}

export function emptyFold(parameters: readonly number[] | undefined, modelOf: ModelOf): Fold {
	const model = modelOf(parameters);
	return {
		cards: keyed({
			keys: cardsOf,
			step: (record, card, entry) => stepCard(record ?? NEW_CARD, card, entry, model)
		}),
		settings: keyed({ keys: ({ key }) => [key], step: (_, __, { value }) => value }),
		notes: keyed({ keys: ({ item }) => [item], step: (_, __, { text }) => text || undefined }),
		attempts: keyed({
			keys: ({ attempt }) => [attempt],
			step: (attempt, _, entry) => stepAttempt(attempt ?? NO_ATTEMPT, entry)
		}),
		documents: keyed({ keys: ({ hash }) => [hash], step: (_, __, entry) => entry }),
		days: new Map(),
		counts: { entries: 0, unknown: 0, newer: 0, malformed: 0, erased: 0, unreadable: 0 },
		parameters,
		tail: emptyTail(),
		last: undefined
	};
}

/** What the log says of a card. */
export const recordOf = (fold: Fold, card: string): CardRecord =>
	fold.cards.live.get(card) ?? NEW_CARD;

/** Undefined while the card is new. */
export const stateOf = (fold: Fold, card: string): CardState | undefined =>
	fold.cards.live.get(card)?.state;

/** The learner's note on an item. */
export const noteOf = (fold: Fold, item: string): string | undefined => fold.notes.live.get(item);

/** What was done on a study day; nothing when there is no entry of that day. */
export const tallyOf = (fold: Fold, day: number): DayTally => ({
	...(fold.days.get(day) ?? NOTHING)
});

function addToDay({ days }: Fold, day: number, did: Contribution, by: 1 | -1): void {
	let tally = days.get(day);
	if (!tally) days.set(day, (tally = { ...NOTHING }));
	tally[did] += by;
	// A day on which all was taken back is as if it had never been, as in a fold from nothing.
	if (by < 0 && Object.values(tally).every((count) => count === 0)) days.delete(day);
}

/** Adds what a card's entry did to its day, or takes it away. */
const tallier =
	(fold: Fold, by: 1 | -1) =>
	(record: CardRecord | undefined, entry: CardEntry): void => {
		const did = contributionOf(record ?? NEW_CARD, entry);
		if (did) addToDay(fold, entry.day, did, by);
	};

/** The values an entry adds to; undefined for those that act on other entries. */
function homeOf(fold: Fold, { kind }: Entry): Keyed<unknown, Entry> | undefined {
	switch (kind) {
		case 'setting':
			return fold.settings as Keyed<unknown, never>;
		case 'note':
			return fold.notes as Keyed<unknown, never>;
		case 'document':
			return fold.documents as Keyed<unknown, never>;
		case 'start':
		case 'answer':
		case 'finish':
		case 'mark':
			return fold.attempts as Keyed<unknown, never>;
		case 'undo':
		case 'redate':
		case 'erase':
		case 'parameters':
			return undefined;
		default:
			return fold.cards as Keyed<unknown, never>;
	}
}

function tallyEntry(fold: Fold, entry: Entry): void {
	if (entry.kind !== 'review' && entry.kind !== 'practice') return;
	tallier(fold, 1)(fold.cards.live.get(entry.card), entry);
}

/** Folds an entry that no later one will take back. */
export function addSettled(fold: Fold, entry: Entry): void {
	// Nearly all entries of a long log are answers: they go the short way.
	if (entry.kind === 'review' || entry.kind === 'practice') return addAnswer(fold, entry);
	const home = homeOf(fold, entry);
	if (home) settle(home, entry);
}

function addAnswer(fold: Fold, entry: ReviewEntry | PracticeEntry): void {
	const { live, rule } = fold.cards;
	const before = live.get(entry.card) ?? NEW_CARD;
	addToDay(fold, entry.day, answerDid(before, entry), 1);
	live.set(entry.card, rule.step(before, entry.card, entry) ?? NEW_CARD);
}

/** Folds an entry and keeps it in the tail. */
export function addToTail(fold: Fold, entry: Entry): void {
	keep(fold.tail, entry, true);
	const counted = fold.tail.read(entry);
	if (counted) tallyEntry(fold, counted);
	const home = homeOf(fold, entry);
	if (home) extend(home, entry, fold.tail.read);
}

/** Adds what the tail's answers did to their days, or takes it away. */
export function tallyTail(fold: Fold, read: Reading, by: 1 | -1): void {
	for (const card of fold.cards.strands.keys()) {
		foldStrand(fold.cards, card, read, tallier(fold, by));
	}
}

/** Folds again what reads anew after an undo or a redate. */
export function refoldTouched(fold: Fold, before: Reading, after: Reading): void {
	const isTouched = readsAnew(before, after);
	for (const card of touchedKeys(fold.cards, isTouched)) {
		foldStrand(fold.cards, card, before, tallier(fold, -1));
		foldStrand(fold.cards, card, after, tallier(fold, 1));
	}
	for (const all of valuesOf(fold)) {
		for (const key of touchedKeys(all, isTouched)) refold(all, key, after);
	}
}

/** All that is folded by key. */
export const valuesOf = (fold: Fold): readonly Keyed<unknown, Entry>[] =>
	[fold.cards, fold.settings, fold.notes, fold.attempts, fold.documents] as never;
