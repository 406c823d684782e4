import { AGAIN } from '../scheduling/rating';
import type { Memory, MemoryModel } from '../scheduling/scheduler';
import type { PracticeEntry, ReviewEntry } from './entry';

/** Shortest and longest interval the fold believes, in days. */
const MIN_INTERVAL = 1;
export const MAX_INTERVAL = 36_500;

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

export type CardEntry = ReviewEntry | PracticeEntry;

/** What one entry did on its study day. */
export type Contribution = 'new' | 'review' | 'step' | 'practice';

/** What a card's history comes to. */
export interface CardFold {
	readonly state: CardState | undefined;
	readonly contributions: readonly { readonly day: number; readonly did: Contribution }[];
}

function comeback(entry: ReviewEntry, before: CardState | undefined) {
	if ('interval' in entry) {
		const days = Math.min(MAX_INTERVAL, Math.max(MIN_INTERVAL, Math.round(entry.interval)));
		return { phase: 'review', step: 0, due: { day: entry.day + days } } as const;
	}
	const first = before === undefined || before.phase === 'learning';
	const due = { at: entry.at + entry.delay * 1_000 };
	return { phase: first ? 'learning' : 'relearning', step: entry.step, due } as const;
}

/** Of several reviews of a review card on one study day the first counts; the rest is practice. */
export const readsAsPractice = (state: CardState | undefined, day: number): boolean =>
	state?.phase === 'review' && state.lastDay === day;

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

function contribution(state: CardState | undefined, entry: CardEntry): Contribution {
	if (entry.kind === 'practice' || readsAsPractice(state, entry.day)) return 'practice';
	if (!state) return 'new';
	return state.phase === 'review' ? 'review' : 'step';
}

/** Adds one entry to a card's state. */
export function stepCard(
	state: CardState | undefined,
	entry: CardEntry,
	model: MemoryModel
): { readonly state: CardState | undefined; readonly did: Contribution } {
	const did = contribution(state, entry);
	const counts = entry.kind === 'review' && did !== 'practice';
	return { state: counts ? advance(state, entry, model) : state, did };
}

/** Folds a card's effective entries, given in the order of the log. */
export function foldCard(entries: readonly CardEntry[], model: MemoryModel): CardFold {
	let state: CardState | undefined;
	const contributions = entries.map((entry) => {
		const next = stepCard(state, entry, model);
		state = next.state;
		return { day: entry.day, did: next.did };
	});
	return { state, contributions };
}
