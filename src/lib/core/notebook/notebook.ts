import type { Response } from '../item/response';
import type { AttemptEntry } from '../log/attempt';
import { classifyEntry } from '../log/classify-entry';
import type { Entry, Mode, PracticeEntry, RedateEntry, ReviewEntry, UndoEntry } from '../log/entry';
import { cardsOf, NEW_CARD, stepCard, type CardEntry, type CardRecord } from '../log/fold-card';
import type { Missed } from '../log/missed';
import { compareEntries } from '../log/order';
import { readingOf } from '../log/tail';
import type { MemoryModel } from '../scheduling/scheduler';
import { originsIn, type Origin, type QuizName } from './quiz-of';

/** One time that a card was missed. */
export interface Miss {
	/** UTC milliseconds. */
	readonly at: number;
	/** Study day. */
	readonly day: number;
	/** Undefined when the learner did not know, or left it blank. */
	readonly response: Response | undefined;
	/** 0..1; undefined when the learner rated it. */
	readonly score: number | undefined;
	readonly mode: Mode;
	/** Right, but by guess. */
	readonly guessed: boolean;
	/** A misconception: wrong, though the learner was sure. */
	readonly sure: boolean;
	readonly quiz: QuizName | undefined;
}

/** A card in the notebook, with what the log tells of it. */
export interface NotebookCard {
	readonly card: string;
	readonly missed: Missed;
	/** Since it came in; latest first, one at least. */
	readonly misses: readonly Miss[];
}

/** The notebook of what was missed, by card. */
export type Notebook = ReadonlyMap<string, NotebookCard>;

interface Page {
	readonly record: CardRecord;
	/** Oldest first. */
	readonly misses: readonly Miss[];
}

const NO_PAGE: Page = { record: NEW_CARD, misses: [] };

/** Whether a card is missed does not hang on how well it is remembered. */
const NO_MEMORY: MemoryModel = { next: () => ({ stability: 1, difficulty: 5 }) };

const SURE = 'sure';

function missOf(entry: ReviewEntry | PracticeEntry, { quiz, answer }: Origin): Miss {
	const response = entry.response ?? answer?.response ?? undefined;
	const isWrong = entry.guess !== true && response !== undefined;
	return {
		at: entry.at,
		day: entry.day,
		response,
		score: entry.score,
		mode: entry.mode,
		guessed: entry.guess === true,
		sure: isWrong && answer?.certainty === SURE,
		quiz
	};
}

/** Adds an entry to what is known of a card. An answer was a miss when it is counted as one. */
function addTo(
	page: Page,
	card: string,
	entry: CardEntry,
	originOf: ReturnType<typeof originsIn>
): Page {
	const record = stepCard(page.record, card, entry, NO_MEMORY);
	if (!record.missed) return { record, misses: [] };
	const isAnswer = entry.kind === 'review' || entry.kind === 'practice';
	const isMiss = record.missed.times > (page.record.missed?.times ?? 0);
	if (!isAnswer || !isMiss) return { record, misses: page.misses };
	return { record, misses: [...page.misses, missOf(entry, originOf(entry))] };
}

interface Told {
	readonly undos: UndoEntry[];
	readonly redates: RedateEntry[];
	readonly ofAttempts: AttemptEntry[];
	readonly ofCards: CardEntry[];
}

function sortInto(told: Told, entry: Entry): void {
	switch (entry.kind) {
		case 'undo':
			return void told.undos.push(entry);
		case 'redate':
			return void told.redates.push(entry);
		case 'start':
		case 'answer':
		case 'finish':
		case 'mark':
			return void told.ofAttempts.push(entry);
		case 'erase':
		case 'setting':
		case 'note':
		case 'parameters':
		case 'document':
			return;
		default:
			return void told.ofCards.push(entry);
	}
}

/** The known entries of a log, each kind in its order. */
function tellOf(values: readonly unknown[], isAsked: (card: string) => boolean): Told {
	const told: Told = { undos: [], redates: [], ofAttempts: [], ofCards: [] };
	for (const value of values) {
		const seen = classifyEntry(value);
		if (seen.is === 'known') sortInto(told, seen.entry);
	}
	return {
		undos: told.undos.sort(compareEntries),
		redates: told.redates.sort(compareEntries),
		ofAttempts: told.ofAttempts.sort(compareEntries),
		ofCards: told.ofCards.filter((entry) => cardsOf(entry).some(isAsked)).sort(compareEntries)
	};
}

/**
 * The notebook with all that a log tells of it.
 *
 * Law: its cards, and why each is in it, are those of the fold; of merged logs the order does not
 * matter; what was undone is as if it had never been.
 * @param values as stored, in any order
 * @param only the cards to tell of; all that are missed if absent
 */
export function notebookOf(values: readonly unknown[], only?: ReadonlySet<string>): Notebook {
	const isAsked = (card: string) => only?.has(card) ?? true;
	const { undos, redates, ofAttempts, ofCards } = tellOf(values, isAsked);
	const read = readingOf(undos, redates);
	const standing = ofAttempts.flatMap((entry) => read(entry) ?? []) as readonly AttemptEntry[];
	const originOf = originsIn(standing);
	const pages = new Map<string, Page>();
	for (const each of ofCards) {
		const entry = read(each) as CardEntry | undefined;
		for (const card of entry ? cardsOf(entry).filter(isAsked) : []) {
			if (entry) pages.set(card, addTo(pages.get(card) ?? NO_PAGE, card, entry, originOf));
		}
	}
	return new Map(
		[...pages].flatMap(
			([
				card,
				{
					record: { missed },
					misses
				}
			]) => (missed ? [[card, { card, missed, misses: [...misses].reverse() }] as const] : [])
		)
	);
}
