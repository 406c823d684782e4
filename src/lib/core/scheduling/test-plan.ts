import { tallyOf } from '../log/fold';
import { seededRandom } from '../random';
import { onTest, type TestDay } from './day-limits';
import { recallOn, simulateDay, simulated, type Simulated } from './simulate-study';
import type { PlanInput } from './study-queue';

/** Days ahead that a test may lie. */
export const FARTHEST_TEST = 365;

/** Hour of the evening from which there is time for a last drill. */
const EVENING = 17;

/** Ways the days until a test may go that are tried. */
const RUNS = 8;

/** Four times in five a number lies within so many standard deviations. */
const DEVIATIONS = 1.28;

const DAY_MS = 86_400_000;

/** Cards that will be known: the expected number, and the range that holds four times in five. */
export interface Standing {
	readonly about: number;
	readonly low: number;
	readonly high: number;
	readonly total: number;
}

export interface TestPreview extends Standing {
	/** Cards of it that were never answered. */
	readonly unseen: number;
	/** New cards a day until then, so that all have been seen. */
	readonly newPerDay: number;
}

/** Why a date cannot be that of a test. */
export type TestDayFault = 'none' | 'past' | 'far';

/**
 * The study day of a date as a date field gives it, such as 2026-12-04. A year before 1000 is one
 * that is being typed.
 */
export function testDayOf(date: string, today: number): number | TestDayFault {
	const at = /^[1-9]\d{3}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
	const day = at / DAY_MS;
	// The 31st of February would be taken for a day of March.
	if (Number.isNaN(at) || dateOfDay(day) !== date) return 'none';
	if (day < today) return 'past';
	return day > today + FARTHEST_TEST ? 'far' : day;
}

/** A study day as a date field takes it. */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

function standing(mean: number, variance: number, total: number): Standing {
	const reach = DEVIATIONS * Math.sqrt(variance);
	const within = (count: number) => Math.min(total, Math.max(0, count));
	return {
		about: within(Math.round(mean)),
		low: within(Math.floor(mean - reach)),
		high: within(Math.ceil(mean + reach)),
		total
	};
}

/** Expected number of cards known on a day and its variance: each is known or not, by chance. */
function expected(cards: readonly Simulated[], day: number, input: PlanInput) {
	let [mean, variance] = [0, 0];
	for (const card of cards) {
		const recall = recallOn(card, day, input.scheduler);
		mean += recall;
		variance += recall * (1 - recall);
	}
	return { mean, variance };
}

const cardsOn = (test: TestDay, { cards, fold, day }: PlanInput) =>
	simulated(cards.filter(onTest({ test, day: Math.min(day, test.day) })), fold, day);

/** How the cards of a test stand on the study day of the plan, without more study. */
export function testStanding(test: TestDay, input: PlanInput): Standing {
	const cards = cardsOn(test, input);
	const { mean, variance } = expected(cards, input.day, input);
	return standing(mean, variance, cards.length);
}

/** New cards a day that it takes to have seen all by the day before. */
const neededPerDay = (unseen: number, days: number): number =>
	unseen > 0 ? Math.ceil(unseen / Math.max(1, days)) : 0;

const countUnseen = (cards: readonly Simulated[]) => cards.filter(({ memory }) => !memory).length;

/** Studies until the day before the test; on the day itself when it is today. */
function studyUntil(test: TestDay, input: PlanInput, seed: string): readonly Simulated[] {
	const { day, fold, limits, scheduler } = input;
	const cards = cardsOn(test, input);
	const simulation = { scheduler, random: seededRandom(seed) };
	const done = tallyOf(fold, day);
	for (let on = day; on < Math.max(test.day, day + 1); on++) {
		const before = on === day ? done : { new: 0, review: 0 };
		const needed = neededPerDay(countUnseen(cards) + before.new, test.day - on);
		const most = {
			new: Math.max(0, Math.max(limits.new, needed) - before.new),
			reviews: Math.max(0, limits.reviews - before.review)
		};
		simulateDay(cards, on, most, simulation);
	}
	return cards;
}

/**
 * How many cards of a test will be known on its day, if each day until then is studied as planned.
 * The days are gone through a few times, since answers fall one way or the other; the range holds
 * both chances, that of the days and that of the test.
 */
export function previewTest(test: TestDay, input: PlanInput): TestPreview {
	const cards = cardsOn(test, input);
	const unseen = countUnseen(cards);
	const newToday = unseen > 0 ? tallyOf(input.fold, input.day).new : 0;
	const newPerDay = neededPerDay(unseen + newToday, test.day - input.day);
	const runs = Array.from({ length: RUNS }, (_, run) =>
		expected(studyUntil(test, input, `test ${run}`), test.day, input)
	);
	const mean = runs.reduce((sum, run) => sum + run.mean, 0) / RUNS;
	const chance = runs.reduce((sum, run) => sum + run.variance, 0) / RUNS;
	const spread = runs.reduce((sum, run) => sum + (run.mean - mean) ** 2, 0) / RUNS;
	return { ...standing(mean, chance + spread, cards.length), unseen, newPerDay };
}

/** Whether it is the test's day, or the evening before. @param hour of the local clock, 0..23 */
export const isLastMoment = (test: TestDay, day: number, hour: number, rollover: number): boolean =>
	day === test.day || (day === test.day - 1 && (hour >= EVENING || hour < rollover));
