import type { Kind } from '../item/item';
import type { Response } from '../item/response';
import { atPlace } from '../log/append';
import { scoreInAttempt, type Attempt } from '../log/attempt';
import type { Done } from '../log/control';
import type { AnswerEntry, EntryDraft, Envelope, MarkEntry, StartEntry } from '../log/entry';
import { MAX_INTERVAL, readsAsPractice, type CardRecord } from '../log/fold-card';
import { seededRandom } from '../random';
import { outcomesOf } from '../scheduling/outcomes';
import { SCHEDULER_NAME, type Scheduler } from '../scheduling/scheduler';
import { writtenSettings, type QuizSettings } from './quiz-settings';
import { certaintyOf, judge, type Certainty } from './rating-from-score';
import { answerTo } from './score-attempt';

/** An item of an attempt, by the card that is asked. */
export interface AskedItem {
	readonly item: string;
	readonly card: string;
	readonly revision: string;
	readonly kind: Kind;
}

/** What a learner gave. */
export interface Given {
	/** Null when left blank. */
	readonly response: Response | null;
	/** Undefined where it was not asked for. */
	readonly certainty: Certainty | undefined;
	/** All the time that was spent on the item in this attempt. */
	readonly durationMs: number;
}

/** What a review is worked out with. */
export interface Grading {
	recordOf(card: string): CardRecord;
	readonly scheduler: Scheduler;
	readonly mode: 'quiz' | 'assignment';
}

type Moment = Pick<Envelope, 'at' | 'offset' | 'day'>;

interface Begun extends Pick<StartEntry, 'attempt' | 'number' | 'title' | 'seed' | 'items'> {
	readonly settings: QuizSettings;
}

/** The entry that begins an attempt. */
export const startDraft = ({ settings, ...begun }: Begun, done: Done): EntryDraft => ({
	...done,
	...begun,
	kind: 'start',
	settings: writtenSettings(settings)
});

/** The entry of an answer; the last one for an item counts. */
export const answerDraft = (
	attempt: string,
	item: string,
	{ response, certainty, durationMs }: Given,
	done: Done
): EntryDraft => ({
	...{ ...done, kind: 'answer', attempt, item, response, durationMs },
	...(certainty === undefined ? {} : { certainty })
});

/** An answer with its score, 0..1. */
interface Scored {
	readonly asked: AskedItem;
	readonly given: Given;
	readonly score: number;
	/** When it was given. */
	readonly moment: Moment;
}

/** Longest wait between an answer and its mark that is believed, in days: else a clock is wrong. */
const MAX_WAIT = 366;

/** Whole days, and not before the day on which the answer is marked: a quiz has no learning steps. */
function intervalOf({ asked, given, score, moment }: Scored, today: number, grading: Grading) {
	const { state } = grading.recordOf(asked.card);
	const outcomes = outcomesOf(state, moment.day, {
		...{ scheduler: grading.scheduler, learningSteps: [], relearningSteps: [] },
		random: seededRandom(`${asked.card}:${state?.lastId ?? ''}`)
	});
	const { interval = 1 } = outcomes[judge(score, given.certainty).rating];
	const waited = today - moment.day;
	return Math.min(MAX_INTERVAL, Math.max(1, interval, waited > MAX_WAIT ? 1 : waited));
}

/**
 * What an answer does to its card: a review on the day it was given, or practice, where the card
 * has had its review of that day, has been reviewed since, or was left blank.
 *
 * @param of the id of the answer, or its place in the act
 */
function gradeDraft(scored: Scored, of: string, done: Done, grading: Grading): EntryDraft {
	const { asked, given, score, moment } = scored;
	const { rating, guess } = judge(score, given.certainty);
	const { state } = grading.recordOf(asked.card);
	const common = {
		...done,
		...{ card: asked.card, revision: asked.revision, itemKind: asked.kind, rating, score },
		...(given.response === null ? {} : { response: given.response }),
		...(guess ? { guess } : {}),
		...{ mode: grading.mode, for: of, durationMs: given.durationMs }
	};
	const isSince = state !== undefined && moment.day < state.lastDay;
	if (given.response === null || isSince || readsAsPractice(state, moment.day)) {
		return { kind: 'practice', ...common };
	}
	const { at, offset, day } = moment;
	const interval = intervalOf(scored, done.day, grading);
	return { kind: 'review', ...common, at, offset, day, interval, scheduler: SCHEDULER_NAME };
}

const markedDrafts = (
	attempt: string,
	scored: Scored,
	of: string,
	done: Done,
	grading: Grading,
	by: MarkEntry['by'] = 'device'
): readonly EntryDraft[] => [
	{ ...done, kind: 'mark', attempt, for: of, score: scored.score, by },
	gradeDraft(scored, of, done, grading)
];

/** An answer that is marked as it is given: answer, mark and review in one act. */
export const markedAtOnce = (
	attempt: string,
	scored: Omit<Scored, 'moment'>,
	done: Done,
	grading: Grading
): readonly EntryDraft[] => [
	answerDraft(attempt, scored.asked.item, scored.given, done),
	...markedDrafts(attempt, { ...scored, moment: done }, atPlace(0), done, grading)
];

/** An item when its attempt is handed in. */
export interface HandedIn {
	readonly asked: AskedItem;
	/** The score of what was given, 0..1, and 0 of a blank; undefined while nobody here can mark it. */
	readonly score: number | undefined;
	/** Time spent on it, where it is left blank. */
	readonly durationMs: number;
}

/** An answer whose score comes after it was given: its mark, and what that does to its card. */
export const lateMarkDrafts = (
	answer: AnswerEntry,
	marked: { readonly asked: AskedItem; readonly score: number; readonly by: MarkEntry['by'] },
	done: Done,
	grading: Grading
): readonly EntryDraft[] => {
	const { asked, score, by } = marked;
	const scored = { asked, given: givenIn(answer), score, moment: answer };
	return markedDrafts(answer.attempt, scored, answer.id, done, grading, by);
};

const givenIn = ({ response, certainty, durationMs }: AnswerEntry): Given => ({
	response,
	certainty: certaintyOf(certainty),
	durationMs
});

/**
 * The act that hands an attempt in: what is unanswered is blank, what has no mark gets one with
 * its review, as far as there is a score for it.
 *
 * @param isSaved whether the answers have the ids by which the attempt knows them; otherwise each
 * is given once more with its mark, and only the last one for an item counts
 */
export function finishDrafts(
	attempt: Attempt & { readonly start: StartEntry },
	items: readonly HandedIn[],
	done: Done,
	grading: Grading,
	isSaved = true
): readonly EntryDraft[] {
	const name = attempt.start.attempt;
	const drafts: EntryDraft[] = [];
	for (const { asked, score, durationMs } of items) {
		if (scoreInAttempt(attempt, asked.item) !== undefined) continue;
		const answer = answerTo(attempt, asked.item);
		const blank: Given = { response: null, certainty: undefined, durationMs };
		const given = answer ? givenIn(answer) : blank;
		if (answer && score === undefined) continue;
		const of = answer && isSaved ? answer.id : atPlace(drafts.length);
		if (!answer || !isSaved) drafts.push(answerDraft(name, asked.item, given, done));
		if (score === undefined) continue;
		const scored = { asked, given, score, moment: answer ?? done };
		drafts.push(...markedDrafts(name, scored, of, done, grading));
	}
	return [...drafts, { ...done, kind: 'finish', attempt: name }];
}
