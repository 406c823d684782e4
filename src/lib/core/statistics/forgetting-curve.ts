import { isWrong, type CardHistory, type PastAnswer } from '../log/card-history';
import type { Memory, Scheduler } from '../scheduling/scheduler';

/** Points of the curve between two reviews, at most. */
const MOST_STEPS = 24;
/** How far the curve goes on after the due day or today, as a part of its length. */
const BEYOND = 0.25;

/** How likely recall is at a moment, in study days. */
export interface CurvePoint {
	readonly day: number;
	/** 0..1 */
	readonly recall: number;
}

/** A review, and how likely recall was just before it. */
export interface CurveReview extends CurvePoint {
	readonly wrong: boolean;
}

/** How a card was and will be remembered. Days are study days. */
export interface ForgettingCurve {
	/** From the first review on, through each: down with time, and up again with a review. */
	readonly points: readonly CurvePoint[];
	readonly reviews: readonly CurveReview[];
	readonly today: CurvePoint;
	readonly due: CurvePoint;
	readonly memory: Memory;
	/** Where the curve ends. */
	readonly end: number;
}

/** The answers that moved the memory since the card was last new, the first one first. */
function countingAnswers(answers: readonly PastAnswer[]): readonly PastAnswer[] {
	const counting = answers.filter(({ did }) => did !== 'practice');
	const first = counting.findIndex(({ did }) => did === 'new');
	return (first < 0 ? counting : counting.slice(0, first + 1)).reverse();
}

/** The curve of one memory over some days, from the day it was made. */
function stretch(
	memory: Memory,
	from: number,
	to: number,
	{ retrievability }: Pick<Scheduler, 'retrievability'>
): readonly CurvePoint[] {
	const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil((to - from) * 2)));
	return Array.from({ length: steps + 1 }, (_, at) => {
		// Closer at the beginning, where most is forgotten.
		const days = (to - from) * (at / steps) ** 2;
		return { day: from + days, recall: retrievability(memory, days) };
	});
}

/**
 * The forgetting curve of a card: recall from its first review to some time after its due day.
 * Only the scheduler's formulae are used: memory is followed review by review, as in the fold.
 *
 * Law: the last memory is that of the card's record.
 * @param today the study day it is
 * @returns undefined for a card that is new, or new again
 */
export function forgettingCurve(
	{ answers, record: { state } }: CardHistory,
	scheduler: Scheduler,
	today: number
): ForgettingCurve | undefined {
	const [first, ...later] = countingAnswers(answers);
	if (!state || !first) return undefined;
	const points: CurvePoint[] = [];
	let memory = scheduler.next(undefined, 0, first.entry.rating);
	let [last, previous] = [first.entry.day, first.entry.day];
	const reviews: CurveReview[] = [{ day: last, recall: 1, wrong: isWrong(first) }];
	for (const answer of later) {
		const { day: answered, rating } = answer.entry;
		// Where a clock went back the curve waits; the memory is that of the fold.
		const day = Math.max(last, answered);
		points.push(...stretch(memory, last, day, scheduler));
		reviews.push({ day, recall: points.at(-1)?.recall ?? 1, wrong: isWrong(answer) });
		memory = scheduler.next(memory, Math.max(0, answered - previous), rating);
		[last, previous] = [day, answered];
	}
	const now = Math.max(today, last);
	const dueDay = Math.max(last, 'day' in state.due ? state.due.day : last);
	const latest = Math.max(now, dueDay);
	const end = latest + Math.max(1, Math.ceil((latest - first.entry.day) * BEYOND));
	const at = (day: number) => ({ day, recall: scheduler.retrievability(memory, day - last) });
	points.push(...stretch(memory, last, end, scheduler));
	return { points, reviews, today: at(now), due: at(dueDay), memory, end };
}
