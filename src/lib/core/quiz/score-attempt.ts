import type { Kind } from '../item/item';
import { scoreInAttempt, type Attempt } from '../log/attempt';
import type { AnswerEntry } from '../log/entry';
import { certaintyOf, isMisconception, judge } from './rating-from-score';

/** How an item went; `none` has no score, as when it has gone since. */
export type Verdict = 'right' | 'partly' | 'wrong' | 'blank' | 'guessed' | 'none';

export interface ItemResult {
	readonly item: string;
	readonly answer: AnswerEntry | undefined;
	/** 0..1 */
	readonly score: number | undefined;
	readonly verdict: Verdict;
	/** Wrong, though the learner was sure. */
	readonly misconception: boolean;
}

/** Points out of so many items. */
export interface Share<T extends string = string> {
	readonly of: T;
	readonly points: number;
	readonly count: number;
}

/** What an attempt comes to. */
export interface AttemptScore {
	/** In the order they were asked. */
	readonly items: readonly ItemResult[];
	/** Points and items of those that have a score; a lucky guess has its points, for they are facts. */
	readonly points: number;
	readonly count: number;
	readonly counts: Readonly<Record<Verdict, number>>;
	readonly misconceptions: number;
	readonly timeMs: number;
	readonly byTopic: readonly Share[];
	readonly byKind: readonly Share<Kind>[];
}

/** What the index says of an item; undefined when it has gone. */
export type About = (item: string) => { readonly topic: string; readonly kind: Kind } | undefined;

/** The last answer to an item, whatever its name. */
export const answerTo = ({ answers }: Attempt, item: string): AnswerEntry | undefined =>
	Object.hasOwn(answers, item) ? answers[item] : undefined;

function verdictOf(answer: AnswerEntry | undefined, score: number | undefined): Verdict {
	if (!answer || score === undefined) return 'none';
	if (answer.response === null) return 'blank';
	if (judge(score, certaintyOf(answer.certainty)).guess) return 'guessed';
	if (score >= 1) return 'right';
	return score > 0 ? 'partly' : 'wrong';
}

/** The items an attempt began with, each once. */
export const itemsOf = ({ start }: Attempt): readonly string[] => [
	...new Set(start?.items.map(({ item }) => item))
];

/** How one item went. */
export function resultOf(attempt: Attempt, item: string): ItemResult {
	const answer = answerTo(attempt, item);
	const score = answer && scoreInAttempt(attempt, item);
	const verdict = verdictOf(answer, score);
	const certainty = certaintyOf(answer?.certainty);
	const isSure = score !== undefined && isMisconception(score, certainty);
	return { item, answer, score, verdict, misconception: isSure && verdict !== 'blank' };
}

function sharesOf<T extends string>(
	results: readonly ItemResult[],
	nameOf: (item: string) => T | undefined
): readonly Share<T>[] {
	const shares = new Map<T, Share<T>>();
	for (const { item, score } of results) {
		const of = nameOf(item);
		if (of === undefined || score === undefined) continue;
		const { points, count } = shares.get(of) ?? { points: 0, count: 0 };
		shares.set(of, { of, points: points + score, count: count + 1 });
	}
	return [...shares.values()];
}

/** Milliseconds that the answers of an attempt have taken; never less than none. */
export const timeOf = (attempt: Attempt): number =>
	itemsOf(attempt).reduce(
		(sum, item) => sum + Math.max(0, answerTo(attempt, item)?.durationMs ?? 0),
		0
	);

/** How many of its items an attempt has answers to. */
export const answeredIn = (attempt: Attempt): number =>
	itemsOf(attempt).filter((item) => answerTo(attempt, item)).length;

/** Totals of an attempt, by topic and kind; what has no score counts nowhere. */
export function scoreAttempt(attempt: Attempt, about: About): AttemptScore {
	const items = itemsOf(attempt).map((item) => resultOf(attempt, item));
	const counts = { right: 0, partly: 0, wrong: 0, blank: 0, guessed: 0, none: 0 };
	for (const { verdict } of items) counts[verdict] += 1;
	return {
		items,
		counts,
		points: items.reduce((sum, { score }) => sum + (score ?? 0), 0),
		count: items.length - counts.none,
		misconceptions: items.filter(({ misconception }) => misconception).length,
		timeMs: timeOf(attempt),
		byTopic: sharesOf(items, (item) => about(item)?.topic),
		byKind: sharesOf(items, (item) => about(item)?.kind)
	};
}

/** Items of an attempt below full score, in their order. */
export const missedIn = (attempt: Attempt): readonly string[] =>
	itemsOf(attempt).filter((item) => {
		const { score } = resultOf(attempt, item);
		return score !== undefined && score < 1;
	});
