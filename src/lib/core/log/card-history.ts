import { AGAIN } from '../scheduling/rating';
import type { MemoryModel } from '../scheduling/scheduler';
import { classifyEntry } from './classify-entry';
import type { Entry, PracticeEntry, RedateEntry, ReviewEntry, UndoEntry } from './entry';
import {
	answerDid,
	cardsOf,
	NEW_CARD,
	stepCard,
	type CardEntry,
	type CardRecord,
	type Contribution
} from './fold-card';
import { compareEntries } from './order';
import { readingOf } from './tail';

/** An answer that stands, and what it did on its day. */
export interface PastAnswer {
	readonly entry: ReviewEntry | PracticeEntry;
	readonly did: Contribution;
}

/** Whether an answer was less than right; one that was a slip counts as right. */
export const isWrong = ({ entry: { score, rating, slip } }: PastAnswer): boolean =>
	slip !== true && (score === undefined ? rating === AGAIN : score < 1);

/** What last decided when a card comes back. */
export type Decision =
	| { readonly by: 'answer'; readonly answer: PastAnswer }
	/** Moved by hand after an answer; `from` is the study day the answer had led to. */
	| {
			readonly by: 'schedule';
			readonly answer: PastAnswer;
			readonly on: number;
			readonly from: number;
	  }
	| { readonly by: 'reset'; readonly on: number };

/** What a log tells of one card. */
export interface CardHistory {
	/** Latest first; those taken back are left out. */
	readonly answers: readonly PastAnswer[];
	readonly record: CardRecord;
	/** Undefined for a card that was never answered. */
	readonly decision: Decision | undefined;
}

const NO_HISTORY: CardHistory = { answers: [], record: NEW_CARD, decision: undefined };

/** The kinds of entry that say nothing of a card. */
const OF_NO_CARD: ReadonlySet<string> = new Set<Entry['kind']>([
	...(['undo', 'redate', 'erase', 'setting', 'note', 'parameters', 'document'] as const),
	...(['start', 'answer', 'finish', 'mark'] as const)
]);

const isOfCards = (entry: Entry): entry is CardEntry => !OF_NO_CARD.has(entry.kind);

function decisionAfter(
	{ decision, record: { state: before } }: CardHistory,
	entry: CardEntry,
	after: CardRecord,
	answer: PastAnswer | undefined
): Decision | undefined {
	if (answer && answer.did !== 'practice') return { by: 'answer', answer };
	if (entry.kind === 'reset') return { by: 'reset', on: entry.day };
	if (entry.kind !== 'schedule' || after.state === before) return decision;
	if (!decision || decision.by === 'reset' || !before || !('day' in before.due)) return decision;
	const from = decision.by === 'schedule' ? decision.from : before.due.day;
	return { by: 'schedule', answer: decision.answer, on: entry.day, from };
}

function addTo(history: CardHistory, card: string, entry: CardEntry, model: MemoryModel) {
	const isAnswer = entry.kind === 'review' || entry.kind === 'practice';
	const answer = isAnswer ? { entry, did: answerDid(history.record, entry) } : undefined;
	const record = stepCard(history.record, card, entry, model);
	return {
		answers: answer ? [...history.answers, answer] : history.answers,
		record,
		decision: decisionAfter(history, entry, record, answer)
	};
}

const latestFirst = (history: CardHistory): CardHistory => ({
	...history,
	answers: [...history.answers].reverse()
});

/**
 * What a log tells of some cards: the answers that stand, on the days redates have given them.
 *
 * Law: the record of each is that of the fold.
 * @param values as stored, in any order
 */
export function historiesOf(
	values: readonly unknown[],
	cards: readonly string[],
	model: MemoryModel
): ReadonlyMap<string, CardHistory> {
	const histories = new Map(cards.map((card) => [card, NO_HISTORY]));
	const undos: UndoEntry[] = [];
	const redates: RedateEntry[] = [];
	const told: CardEntry[] = [];
	for (const value of values) {
		const seen = classifyEntry(value);
		if (seen.is !== 'known') continue;
		const { entry } = seen;
		if (entry.kind === 'undo') undos.push(entry);
		else if (entry.kind === 'redate') redates.push(entry);
		else if (isOfCards(entry) && cardsOf(entry).some((card) => histories.has(card))) {
			told.push(entry);
		}
	}
	const read = readingOf(undos.sort(compareEntries), redates.sort(compareEntries));
	for (const each of told.sort(compareEntries)) {
		const entry = read(each);
		for (const card of entry ? cardsOf(entry) : []) {
			const history = histories.get(card);
			if (entry && history) histories.set(card, addTo(history, card, entry, model));
		}
	}
	return new Map([...histories].map(([card, history]) => [card, latestFirst(history)]));
}
