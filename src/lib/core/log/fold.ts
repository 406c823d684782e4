import type { MemoryModel } from '../scheduling/scheduler';
import { classifyEntry, type Entry, type SettingEntry, type UndoEntry } from './entry';
import {
	foldCard,
	stepCard,
	type CardEntry,
	type CardFold,
	type CardState,
	type Contribution
} from './fold-card';
import { compareEntries } from './order';
import { voidEntries, type Voids } from './void-entries';

/** What was done on one study day. */
export type DayTally = Readonly<Record<Contribution, number>>;

const NOTHING: DayTally = { new: 0, review: 0, step: 0, practice: 0 };

/**
 * Everything the log comes to. It is extended in place, being the largest thing in memory; nobody
 * but `extendFold` writes to it.
 */
export interface Fold {
	/** The cards that are no longer new. */
	readonly cards: Map<string, CardState>;
	readonly days: Map<number, Record<Contribution, number>>;
	readonly settings: Map<string, unknown>;
	/** Entries by card, undos and settings, each in the order of the log. */
	readonly histories: Map<string, CardEntry[]>;
	readonly undos: UndoEntry[];
	readonly settingEntries: SettingEntry[];
	readonly counts: { entries: number; unknown: number; newer: number; malformed: number };
	voids: Voids;
	last: Entry | undefined;
}

const emptyFold = (): Fold => ({
	cards: new Map(),
	days: new Map(),
	settings: new Map(),
	histories: new Map(),
	undos: [],
	settingEntries: [],
	counts: { entries: 0, unknown: 0, newer: 0, malformed: 0 },
	voids: voidEntries([]),
	last: undefined
});

/** What was done on a study day; nothing when there is no entry of that day. */
export const tallyOf = (fold: Fold, day: number): DayTally => ({
	...(fold.days.get(day) ?? NOTHING)
});

function addToDay(fold: Fold, day: number, did: Contribution, by: 1 | -1): void {
	let tally = fold.days.get(day);
	if (!tally) {
		tally = { ...NOTHING };
		fold.days.set(day, tally);
	}
	tally[did] += by;
	// A day on which all was taken back is as if it had never been, as in a fold from nothing.
	if (by < 0 && Object.values(tally).every((count) => count === 0)) fold.days.delete(day);
}

const effectiveHistory = (fold: Fold, card: string) =>
	(fold.histories.get(card) ?? []).filter((entry) => !fold.voids.has(entry));

function replaceCard(fold: Fold, card: string, before: CardFold, after: CardFold): void {
	for (const { day, did } of before.contributions) addToDay(fold, day, did, -1);
	for (const { day, did } of after.contributions) addToDay(fold, day, did, 1);
	if (after.state) fold.cards.set(card, after.state);
	else fold.cards.delete(card);
}

function foldSettings(fold: Fold): void {
	fold.settings.clear();
	for (const entry of fold.settingEntries) {
		if (!fold.voids.has(entry)) fold.settings.set(entry.key, entry.value);
	}
}

function addCardEntry(fold: Fold, entry: CardEntry, model: MemoryModel): void {
	const history = fold.histories.get(entry.card);
	if (history) history.push(entry);
	else fold.histories.set(entry.card, [entry]);
	if (fold.voids.has(entry)) return;
	const { state, did } = stepCard(fold.cards.get(entry.card), entry, model);
	if (state) fold.cards.set(entry.card, state);
	addToDay(fold, entry.day, did, 1);
}

/** Entries that one undo may have made void or alive again, by whole cards. */
function touchedCards(fold: Fold, before: Voids, after: Voids): readonly string[] {
	const touched: string[] = [];
	for (const [card, entries] of fold.histories) {
		if (entries.some((entry) => before.has(entry) !== after.has(entry))) touched.push(card);
	}
	return touched;
}

function addUndo(fold: Fold, entry: UndoEntry, model: MemoryModel): void {
	fold.undos.push(entry);
	const before = fold.voids;
	const after = voidEntries(fold.undos);
	const cards = touchedCards(fold, before, after);
	const old = cards.map((card) => foldCard(effectiveHistory(fold, card), model));
	fold.voids = after;
	cards.forEach((card, at) => {
		const again = foldCard(effectiveHistory(fold, card), model);
		replaceCard(fold, card, old[at] ?? { state: undefined, contributions: [] }, again);
	});
	foldSettings(fold);
}

/**
 * Extends a fold by one entry that sorts after all it holds: the live path.
 *
 * Law: the fold extended entry by entry equals the fold from nothing.
 * @throws RangeError when the entry sorts before the last one; fold the whole log instead
 */
export function extendFold(fold: Fold, entry: Entry, model: MemoryModel): void {
	if (fold.last && compareEntries(fold.last, entry) >= 0) {
		throw new RangeError(`entry ${entry.id} does not sort last`);
	}
	fold.last = entry;
	fold.counts.entries += 1;
	if (entry.kind === 'undo') addUndo(fold, entry, model);
	else if (entry.kind === 'setting') {
		fold.settingEntries.push(entry);
		if (!fold.voids.has(entry)) fold.settings.set(entry.key, entry.value);
	} else addCardEntry(fold, entry, model);
}

/**
 * Folds a whole log, given in any order. Entries it does not know, newer ones and malformed ones
 * are counted and otherwise left alone.
 */
export function foldLog(values: readonly unknown[], model: MemoryModel): Fold {
	const fold = emptyFold();
	const entries: Entry[] = [];
	for (const value of values) {
		const seen = classifyEntry(value);
		if (seen.is === 'known') entries.push(seen.entry);
		else fold.counts[seen.is] += 1;
	}
	entries.sort(compareEntries);
	// With the voids known beforehand nothing is folded twice.
	const undos = entries.filter((entry): entry is UndoEntry => entry.kind === 'undo');
	fold.voids = voidEntries(undos);
	for (const entry of entries) {
		if (entry.kind === 'undo') fold.undos.push(entry);
		else if (entry.kind === 'setting') fold.settingEntries.push(entry);
		else addCardEntry(fold, entry, model);
	}
	foldSettings(fold);
	fold.counts.entries = entries.length;
	fold.last = entries.at(-1);
	return fold;
}
