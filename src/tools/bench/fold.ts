/**
 * How fast a long log is folded, beside a bare loop over the same reviews:
 * `node --expose-gc src/tools/run.js src/tools/bench/fold.ts`, or as part of `npm run bench`.
 */
import type { Card } from '../../lib/core/bank/bank';
import { classifyEntry } from '../../lib/core/log/classify-entry';
import type { Comeback, ReviewEntry } from '../../lib/core/log/entry';
import { stateOf, type Fold } from '../../lib/core/log/fold';
import { extendFold, foldLog } from '../../lib/core/log/fold-log';
import { compareEntries } from '../../lib/core/log/order';
import { seededRandom, type Random } from '../../lib/core/random';
import type { Rating } from '../../lib/core/scheduling/rating';
import {
	createScheduler,
	memoryModel,
	SCHEDULER_NAME,
	type Memory
} from '../../lib/core/scheduling/scheduler';
import { DEFAULT_LIMITS, planStudy } from '../../lib/core/scheduling/study-queue';
import { median } from './summary.js';

const CARDS = 100_000;
const REVIEWS_A_CARD = 10;
const ENTRIES = CARDS * REVIEWS_A_CARD;
const RUNS = 5;
const RATIO_BUDGET = 1.5;

const DAY_MS = 86_400_000;
const FIRST_DAY = 19_000;
/** New cards come over so many days. */
const SPREAD_DAYS = 700;

/** Days to the next review after so many, give or take: about what FSRS would say. */
const INTERVALS = [0, 2, 5, 12, 25, 50, 90, 150, 220, 300];

const scheduler = createScheduler();

/** One card's reviews as the bare loop wants them: no parsing, no order, no objects. */
interface History {
	readonly elapsed: readonly number[];
	readonly ratings: readonly Rating[];
}

interface Review {
	readonly card: number;
	readonly at: number;
	readonly day: number;
	readonly rating: Rating;
	readonly comeback: Comeback;
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const nameOf = (card: number) => `bench/item-${card}#`;
const ratingOf = (chance: number): Rating => (chance < 0.1 ? 1 : chance < 0.2 ? 2 : 3);

/** A learning step on the first day, then reviews that lie further and further apart. */
function reviewsOf(card: number, random: Random): readonly Review[] {
	let day = FIRST_DAY + Math.floor(random() * SPREAD_DAYS);
	return INTERVALS.slice(0, REVIEWS_A_CARD).map((interval, at) => {
		day += Math.ceil(interval * (0.8 + 0.4 * random()));
		const next = INTERVALS[at + 1] ?? 365;
		return {
			card,
			day,
			at: day * DAY_MS + Math.floor(((at + random()) * DAY_MS) / REVIEWS_A_CARD),
			rating: ratingOf(random()),
			comeback: next <= 2 ? { delay: 600, step: 1 } : { interval: next }
		};
	});
}

function entryOf({ card, at, day, rating, comeback }: Review, index: number): ReviewEntry {
	return {
		v: 1,
		id: `0123456789abcdef.${index + 1}`,
		t: at,
		at,
		offset: 540,
		day,
		kind: 'review',
		batch: `batch${index}`,
		card: nameOf(card),
		revision: '0123456789abcdef',
		itemKind: 'choice',
		rating,
		score: rating === 1 ? 0 : 1,
		response: { kind: 'choice', option: 'a' },
		mode: 'study',
		durationMs: 4_200,
		scheduler: SCHEDULER_NAME,
		...comeback
	};
}

/** A log as the store gives it: in the order it was written, which is that of time. */
function makeLog(): readonly ReviewEntry[] {
	const random = seededRandom('fold');
	return Array.from({ length: CARDS }, (_, card) => reviewsOf(card, random))
		.flat()
		.sort((a, b) => a.at - b.at)
		.map(entryOf);
}

function historiesOf(log: readonly ReviewEntry[]): readonly History[] {
	const entriesOf = new Map<string, ReviewEntry[]>();
	for (const entry of log) entriesOf.set(entry.card, [...(entriesOf.get(entry.card) ?? []), entry]);
	return Array.from({ length: CARDS }, (_, card) => {
		const entries = entriesOf.get(nameOf(card)) ?? [];
		const elapsed = entries.map(({ day }, at) => day - (entries[at - 1]?.day ?? day));
		return { elapsed, ratings: entries.map(({ rating }) => rating) };
	});
}

function foldBare(histories: readonly History[]): readonly (Memory | undefined)[] {
	return histories.map(({ elapsed, ratings }) => {
		let memory: Memory | undefined;
		for (let at = 0; at < ratings.length; at++) {
			memory = scheduler.next(memory, elapsed[at] ?? 0, ratings[at] ?? 3);
		}
		return memory;
	});
}

/** Both must have done the same work, or the ratio says nothing. */
function checkSame(fold: Fold, bare: readonly (Memory | undefined)[]): void {
	const isSame = bare.every((memory, card) => {
		const folded = stateOf(fold, nameOf(card))?.memory;
		return folded?.stability === memory?.stability && folded?.difficulty === memory?.difficulty;
	});
	if (!isSame) throw new Error('The fold and the bare loop come to different memories');
}

const cardOf = (_: unknown, card: number): Card => ({
	key: nameOf(card) as Card['key'],
	item: `bench/item-${card}` as Card['item'],
	part: '',
	kind: 'choice',
	topic: 'bench',
	revision: '0123456789abcdef',
	group: `bench/item-${card}`,
	order: card
});

function seconds(work: () => unknown): number {
	// What the last run left behind is not to be swept up in this one.
	globalThis.gc?.();
	const start = performance.now();
	work();
	return (performance.now() - start) / 1_000;
}

const times = (work: () => unknown) => Array.from({ length: RUNS }, () => seconds(work));
const rounded = (value: number) => Number(value.toFixed(3));

/** The first run is what a page does once, at its start; the median is compiled and warm. */
const describe = (runs: readonly number[]) => ({
	firstSeconds: rounded(runs[0] ?? NaN),
	medianSeconds: rounded(median(runs))
});

function heapMB(): number {
	globalThis.gc?.();
	return Math.round(process.memoryUsage().heapUsed / 1_000_000);
}

/** Holds the log and its fold, as a page does, and says what each costs. */
function hold() {
	const empty = heapMB();
	const entries = makeLog();
	const withLog = heapMB();
	let fold = foldLog([], memoryModel);
	const first = seconds(() => {
		fold = foldLog(entries, memoryModel);
	});
	const heap = { logMB: withLog - empty, foldMB: heapMB() - withLog };
	return { entries, fold, first, heap };
}

/** The fold and the bare loop by turns, so that a busy moment does not fall on one alone. */
function compare(entries: readonly ReviewEntry[], first: number, histories: readonly History[]) {
	const folds = [first];
	const loops: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		loops.push(seconds(() => foldBare(histories)));
		folds.push(seconds(() => foldLog(entries, memoryModel)));
	}
	const ratio = median(folds) / median(loops);
	return {
		fold: describe(folds),
		bareLoop: describe(loops),
		ratio: rounded(ratio),
		budget: RATIO_BUDGET,
		within: ratio <= RATIO_BUDGET
	};
}

/** What every fold does before it starts to fold. */
function timeParts(entries: readonly ReviewEntry[]) {
	const classify = () => entries.forEach((entry) => classifyEntry(entry));
	const sort = () => [...entries].sort(compareEntries);
	return { classify: describe(times(classify)), sort: describe(times(sort)) };
}

/** The day after the last review: most cards are due, the worst a plan can meet. */
function timePlan(fold: Fold) {
	const cards = Array.from({ length: CARDS }, cardOf);
	const day = Math.max(...fold.days.keys()) + 1;
	const plan = () => planStudy({ cards, fold, day, limits: DEFAULT_LIMITS, scheduler });
	const due = cards.filter(({ key }) => {
		const state = stateOf(fold, key);
		return state !== undefined && 'day' in state.due && state.due.day <= day;
	});
	return { cards: CARDS, due: due.length, ...describe(times(plan)) };
}

/** Undoing one answer of the newest batch, as a learner does. */
function timeUndo(fold: Fold, last: ReviewEntry) {
	let { t } = last;
	const undo = () => {
		t += 1;
		const draft = { v: 1, at: t, t, offset: 540, day: last.day, kind: 'undo' as const };
		const targets = { batch: last.batch ?? '' };
		extendFold(fold, { ...draft, id: `0123456789abcdef.${2 * ENTRIES + t}`, targets });
	};
	return describe(times(undo));
}

export async function main(): Promise<number> {
	say(`making ${ENTRIES} entries`);
	const { entries, fold, first, heap } = hold();
	const histories = historiesOf(entries);
	checkSame(fold, foldBare(histories));
	say('folding them by turns with the bare loop');
	const compared = compare(entries, first, histories);
	const parts = timeParts(entries);
	const plan = timePlan(fold);
	const undo = timeUndo(fold, entries.at(-1) as ReviewEntry);
	const figures = {
		entries: ENTRIES,
		cards: CARDS,
		...compared,
		parts,
		heap,
		planStudy: plan,
		undo
	};
	process.stdout.write(`${JSON.stringify(figures)}\n`);
	return 0;
}
