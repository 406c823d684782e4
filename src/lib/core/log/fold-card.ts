import { AGAIN } from '../scheduling/rating';
import type { Memory, MemoryModel } from '../scheduling/scheduler';
import type { CardsEntry, FlagEntry, PracticeEntry, ReviewEntry, ScheduleEntry } from './entry';
import { isKnown, stepMissed, type Missed } from './missed';

/** Shortest and longest interval the fold believes, in days. */
const MIN_INTERVAL = 1;
export const MAX_INTERVAL = 36_500;

/** The longest interval in seconds: what a learning step may ask for at most. */
const MAX_DELAY = MAX_INTERVAL * 86_400;

/** A card without a state is new. */
export type Phase = 'learning' | 'review' | 'relearning';

/** The fold of a card's counting reviews. */
export interface CardState {
	readonly memory: Memory;
	readonly phase: Phase;
	/** Index of the learning step; 0 in review. */
	readonly step: number;
	/** A study day for a review card, a moment (UTC ms) for a learning step. */
	readonly due: { readonly day: number } | { readonly at: number };
	readonly reps: number;
	readonly lapses: number;
	/** Study day, moment and id of the last counting review. */
	readonly lastDay: number;
	readonly lastAt: number;
	readonly lastId: string;
}

/** Everything the log says of a card. */
export interface CardRecord {
	/** Undefined while it is new. */
	readonly state: CardState | undefined;
	readonly suspended: boolean;
	/** The study day for which it was put off. */
	readonly buriedOn: number | undefined;
	/** 0 is none. */
	readonly flag: number;
	readonly missed: Missed | undefined;
	/** Whether it was ever right, not by guess. */
	readonly wasRight: boolean;
	/** Answers that have had their review: of several for one, the first counts. */
	readonly reviewed: readonly string[];
}

/** A card the log says nothing of. */
export const NEW_CARD: CardRecord = {
	state: undefined,
	suspended: false,
	buriedOn: undefined,
	flag: 0,
	missed: undefined,
	wasRight: false,
	reviewed: []
};

/** The entries that say something of cards. */
export type CardEntry = ReviewEntry | PracticeEntry | CardsEntry | FlagEntry | ScheduleEntry;

/** What one answer did on its study day. */
export type Contribution = 'new' | 'review' | 'step' | 'practice';

const clampInterval = (days: number) =>
	Math.min(MAX_INTERVAL, Math.max(MIN_INTERVAL, Math.round(days)));

function comeback(entry: ReviewEntry, before: CardState | undefined) {
	if (entry.interval !== undefined) {
		const due = { day: entry.day + clampInterval(entry.interval) };
		return { phase: 'review', step: 0, due } as const;
	}
	const first = before === undefined || before.phase === 'learning';
	const due = { at: entry.at + Math.min(MAX_DELAY, entry.delay) * 1_000 };
	return { phase: first ? 'learning' : 'relearning', step: entry.step, due } as const;
}

/** Of several reviews of a review card on one study day the first counts; the rest is practice. */
export const readsAsPractice = (state: CardState | undefined, day: number): boolean =>
	state?.phase === 'review' && state.lastDay === day;

/**
 * A review that comes with a late score reads as practice when its answer has had its review, or
 * when the card has been reviewed on a later day since.
 */
const comesTooLate = ({ state, reviewed }: CardRecord, entry: ReviewEntry): boolean =>
	entry.for !== undefined &&
	(reviewed.includes(entry.for) || (state !== undefined && entry.day < state.lastDay));

function advance(state: CardState | undefined, entry: ReviewEntry, model: MemoryModel): CardState {
	const elapsed = state ? Math.max(0, entry.day - state.lastDay) : 0;
	const lapsed = state?.phase === 'review' && entry.rating === AGAIN && entry.guess !== true;
	return {
		memory: model.next(state?.memory, elapsed, entry.rating),
		...comeback(entry, state),
		reps: (state?.reps ?? 0) + 1,
		lapses: (state?.lapses ?? 0) + (lapsed ? 1 : 0),
		lastDay: entry.day,
		lastAt: entry.at,
		lastId: entry.id
	};
}

/** What an answer does on its study day, given the card before it. */
export function answerDid(record: CardRecord, entry: ReviewEntry | PracticeEntry): Contribution {
	const { state } = record;
	if (entry.kind === 'practice' || readsAsPractice(state, entry.day)) return 'practice';
	if (comesTooLate(record, entry)) return 'practice';
	if (!state) return 'new';
	return state.phase === 'review' ? 'review' : 'step';
}

/** The same of any entry of a card; undefined for what is no answer. */
export const contributionOf = (record: CardRecord, entry: CardEntry): Contribution | undefined =>
	entry.kind === 'review' || entry.kind === 'practice' ? answerDid(record, entry) : undefined;

function stepAnswer(
	record: CardRecord,
	entry: ReviewEntry | PracticeEntry,
	model: MemoryModel
): CardRecord {
	const counts = entry.kind === 'review' && answerDid(record, entry) !== 'practice';
	return {
		state: counts ? advance(record.state, entry, model) : record.state,
		suspended: record.suspended,
		buriedOn: record.buriedOn,
		flag: record.flag,
		missed: stepMissed(record.missed, entry, counts, record.wasRight),
		wasRight: record.wasRight || isKnown(entry),
		reviewed: counts && entry.for !== undefined ? [...record.reviewed, entry.for] : record.reviewed
	};
}

/** A card in its steps keeps them, and a new one has no day to move. */
function reschedule(record: CardRecord, card: string, entry: ScheduleEntry): CardRecord {
	const { state } = record;
	const day = entry.cards.findLast((each) => each.card === card)?.day;
	if (state?.phase !== 'review' || day === undefined) return record;
	const due = { day: state.lastDay + clampInterval(day - state.lastDay) };
	return { ...record, state: { ...state, due } };
}

/** Adds one effective entry, given in the order of the log, to what is known of a card. */
export function stepCard(
	record: CardRecord,
	card: string,
	entry: CardEntry,
	model: MemoryModel
): CardRecord {
	switch (entry.kind) {
		case 'review':
		case 'practice':
			return stepAnswer(record, entry, model);
		case 'suspend':
			return { ...record, suspended: true };
		case 'resume':
			return { ...record, suspended: false, buriedOn: undefined };
		case 'bury':
			return { ...record, buriedOn: entry.day };
		case 'flag':
			return { ...record, flag: entry.flag };
		case 'reset':
			return { ...record, state: undefined };
		case 'clear':
			return { ...record, missed: undefined };
		case 'schedule':
			return reschedule(record, card, entry);
	}
}

/** The cards an entry speaks of, each once. */
export function cardsOf(entry: CardEntry): readonly string[] {
	if (entry.kind === 'review' || entry.kind === 'practice') return [entry.card];
	if (entry.kind === 'schedule') return [...new Set(entry.cards.map(({ card }) => card))];
	return [...new Set(entry.cards)];
}
