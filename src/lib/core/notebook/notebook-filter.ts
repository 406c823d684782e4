import type { MissedCard, MissedItem } from './missed-items';
import type { Notebook } from './notebook';

/** Study days of a week, today among them. */
const WEEK = 7;

/** Which missed items are shown; what is undefined or false narrows nothing. */
export interface NotebookFilter {
	/** When it was last missed. */
	readonly when: 'today' | 'week' | undefined;
	/** `bank/topic` */
	readonly topic: string | undefined;
	/** The title of a quiz, or the id of one attempt. */
	readonly quiz: string | undefined;
	/** Wrong, though the learner was sure. */
	readonly sure: boolean;
	/** Right before it was missed. */
	readonly slipped: boolean;
}

/** The names under which the query of an address holds a filter. */
export type NotebookQuery = Partial<Record<'when' | 'topic' | 'quiz' | 'sure' | 'slipped', string>>;

/** A filter that shows everything. */
export const WHOLE_NOTEBOOK: NotebookFilter = {
	when: undefined,
	topic: undefined,
	quiz: undefined,
	sure: false,
	slipped: false
};

/** Reads a filter from a query; what cannot be one narrows nothing. */
export function readNotebookFilter(get: (name: string) => string | null): NotebookFilter {
	const when = get('when');
	return {
		when: when === 'today' || when === 'week' ? when : undefined,
		topic: get('topic') || undefined,
		quiz: get('quiz') || undefined,
		sure: get('sure') === '1',
		slipped: get('slipped') === '1'
	};
}

/** What a query must hold for `readNotebookFilter` to give the filter back. */
export function notebookQuery({ when, topic, quiz, sure, slipped }: NotebookFilter): NotebookQuery {
	const all = { when, topic, quiz, sure: sure ? '1' : '', slipped: slipped ? '1' : '' };
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as NotebookQuery;
}

/** Whether only what the log tells can say which items a filter lets through. */
export const needsLog = ({ quiz, sure }: NotebookFilter): boolean => sure || quiz !== undefined;

/** How the notebook is looked at. */
export interface NotebookView {
	readonly filter: NotebookFilter;
	/** The study day it is. */
	readonly day: number;
	/** What was read of the log; undefined while it is being read. */
	readonly notebook: Notebook | undefined;
}

const isWithin = (lastDay: number, day: number, when: NotebookFilter['when']) =>
	when === undefined || (when === 'today' ? lastDay >= day : lastDay > day - WEEK);

function isLetThrough({ card, missed }: MissedCard, { filter, day, notebook }: NotebookView) {
	const { when, quiz, sure, slipped } = filter;
	if (slipped && missed.how !== 'slipped') return false;
	if (!isWithin(missed.lastDay, day, when)) return false;
	const misses = notebook?.get(card)?.misses ?? [];
	if (sure && !misses.some((miss) => miss.sure)) return false;
	return (
		quiz === undefined || misses.some((m) => m.quiz?.title === quiz || m.quiz?.attempt === quiz)
	);
}

/** The items a filter lets through, in their order: one of its cards must pass all of it. */
export const filterMissed = (
	items: readonly MissedItem[],
	view: NotebookView
): readonly MissedItem[] =>
	items.filter(
		({ topic, cards }) =>
			(view.filter.topic === undefined || topic === view.filter.topic) &&
			cards.some((card) => isLetThrough(card, view))
	);
