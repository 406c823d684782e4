import { recordOf, tallyOf, type Fold } from '../log/fold';
import { seededRandom } from '../random';
import type { CatchUp } from './day-limits';
import { simulateDay, simulated } from './simulate-study';
import type { PlanInput } from './study-queue';

/** Study days without an answer that make a break. */
const BREAK_DAYS = 3;
/** Days after a break in which a plan is offered. */
const OFFERED_FOR = 7;
/** Study days before a break that show what is usual. */
const USUAL_DAYS = 14;
/** How much more than usual may wait before a plan is offered. */
const MUCH_MORE = 1.5;
/** So few are done at one sitting, whatever is usual. */
const FEW = 15;

/** Days in which the slowest, the middle and the quickest pace are to be done. */
const TARGETS = [21, 10, 5] as const;
/** Days of a plan at most. */
const LONGEST = 120;
/** Portions of a day that are easily said. */
const PORTIONS = [
	...[5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500],
	...[750, 1000, 1500, 2000, 3000, 5000, 9999]
] as const;

/** A pace, and the study day on which it will have caught up. */
export type Pace = Pick<CatchUp, 'perDay' | 'until'>;

/** Review cards that are due and neither suspended nor put off. */
export function waitingOn({ cards, fold, day }: PlanInput): number {
	return cards.filter(({ key }) => {
		const { state, suspended, buriedOn } = recordOf(fold, key);
		const isDue = state !== undefined && 'day' in state.due && state.due.day <= day;
		return isDue && !suspended && buriedOn !== day;
	}).length;
}

/** The last study day before a break that is on, or was over within the last week. */
function lastBeforeBreak({ days }: Fold, today: number): number | undefined {
	const before = [...days.keys()].filter((day) => day < today).sort((a, b) => b - a);
	let later = today;
	for (const day of before) {
		if (later - day > BREAK_DAYS) return day;
		if (today - day >= OFFERED_FOR) return undefined;
		later = day;
	}
	return undefined;
}

/** Reviews on a usual study day until then, of those on which anything was answered. */
function usualReviews(fold: Fold, until: number): number {
	const days = [...fold.days.keys()]
		.filter((day) => day <= until)
		.sort((a, b) => b - a)
		.slice(0, USUAL_DAYS);
	const sum = days.reduce((all, day) => all + tallyOf(fold, day).review, 0);
	return sum / Math.max(1, days.length);
}

/**
 * Whether a plan is offered: after three study days without an answer, for a week, when half as
 * much again is waiting as the learner usually reviews, or may by the limit, and not just a few.
 */
export function isCatchUpOffered(input: PlanInput): boolean {
	const last = lastBeforeBreak(input.fold, input.day);
	if (last === undefined) return false;
	const usual = Math.min(usualReviews(input.fold, last), input.limits.reviews);
	return waitingOn(input) > Math.max(FEW, MUCH_MORE * usual);
}

/**
 * The study day on which a portion a day will have caught up, with what comes due meanwhile.
 * Undefined when it would take longer than `longest` days.
 */
export function catchUpEnd(input: PlanInput, perDay: number, longest = LONGEST) {
	const { cards, fold, day, scheduler } = input;
	const all = simulated(cards, fold, day).filter(({ memory }) => memory);
	const simulation = { scheduler, random: seededRandom(`catch up ${perDay}`) };
	const done = tallyOf(fold, day).review;
	for (let on = day; on < day + longest; on++) {
		const reviews = Math.max(0, perDay - (on === day ? done : 0));
		const { waiting } = simulateDay(all, on, { new: 0, reviews }, simulation);
		if (waiting <= reviews) return on;
	}
	return undefined;
}

/** Three paces, the slowest first, each with its end. Fewer where hardly anything waits. */
export function catchUpPaces(input: PlanInput): readonly Pace[] {
	const paces: Pace[] = [];
	let least = 0;
	for (const target of TARGETS) {
		// A greater portion is done sooner: the range is halved until the least is found.
		let [low, high] = [least, PORTIONS.length - 1];
		while (low < high) {
			const middle = Math.floor((low + high) / 2);
			if (catchUpEnd(input, PORTIONS[middle] ?? 0, target) === undefined) low = middle + 1;
			else high = middle;
		}
		const perDay = PORTIONS[low] ?? 0;
		const until = catchUpEnd(input, perDay);
		// What is done today needs no plan.
		if (until !== undefined && perDay > 0 && until > input.day) paces.push({ perDay, until });
		least = low + 1;
	}
	return paces;
}
