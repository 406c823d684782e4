/**
 * How fast a long log is folded, beside a bare loop over the same reviews:
 * `node --expose-gc src/tools/run.js src/tools/bench/fold.ts`, or as part of `npm run bench`.
 */
import type { Card } from '../../lib/core/bank/bank';
import { classifyEntry } from '../../lib/core/log/classify-entry';
import type { ReviewEntry } from '../../lib/core/log/entry';
import { stateOf, type Fold } from '../../lib/core/log/fold';
import { extendFold, foldLog } from '../../lib/core/log/fold-log';
import { compareEntries } from '../../lib/core/log/order';
import type { Rating } from '../../lib/core/scheduling/rating';
import { createScheduler, memoryModel, type Memory } from '../../lib/core/scheduling/scheduler';
import { DEFAULT_LIMITS, planStudy } from '../../lib/core/scheduling/study-queue';
import { makeLog, nameOf, REVIEWS_A_CARD } from './long-log';
import { median } from './summary.js';

const CARDS = 100_000;
const ENTRIES = CARDS * REVIEWS_A_CARD;
const RUNS = 5;
const RATIO_BUDGET = 1.5;

const scheduler = createScheduler();

/** One card's reviews as the bare loop wants them: no parsing, no order, no objects. */
interface History {
	readonly elapsed: readonly number[];
	readonly ratings: readonly Rating[];
}

const say = (line: string) => process.stderr.write(`${line}\n`);

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
	const entries = makeLog({ cards: CARDS, device: '0123456789abcdef' });
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
