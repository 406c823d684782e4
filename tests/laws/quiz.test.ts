import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { stampEntries } from '../../src/lib/core/log/append';
import { classifyEntry } from '../../src/lib/core/log/classify-entry';
import type { EntryDraft } from '../../src/lib/core/log/entry';
import { recordOf } from '../../src/lib/core/log/fold';
import { extendFold, foldLog } from '../../src/lib/core/log/fold-log';
import { mergeLogs } from '../../src/lib/core/log/merge';
import {
	answerDraft,
	finishDrafts,
	markedAtOnce,
	startDraft,
	type AskedItem
} from '../../src/lib/core/quiz/attempt-entries';
import { drawItems, type Drawable } from '../../src/lib/core/quiz/draw-items';
import { untimedKey } from '../../src/lib/core/quiz/attempt-settings';
import { attemptOf } from '../../src/lib/core/quiz/listed-attempts';
import { DEFAULT_QUIZ, DRAW_FROM } from '../../src/lib/core/quiz/quiz-settings';
import { CERTAINTIES } from '../../src/lib/core/quiz/rating-from-score';
import { scoreAttempt } from '../../src/lib/core/quiz/score-attempt';
import { studyDay } from '../../src/lib/core/study-day';
import { moments, type Moment } from './deeds';
import { undoDraft, type Held } from './drafts';
import { histories, logOf, withMore } from './histories';
import { law } from './law';
import { expectSame, modelOf, said, stateIn } from './said';

const ids = fc.nat({ max: 14 }).map((n) => `b/i${n}` as const);

/** A pool in bank order: no item twice. */
const pools: fc.Arbitrary<readonly Drawable[]> = fc
	.uniqueArray(
		fc.record({
			item: ids,
			topic: fc.constantFrom('b/one', 'b/two'),
			kind: fc.constantFrom('choice' as const, 'text' as const),
			difficulty: fc.constantFrom('easy' as const, 'hard' as const),
			fact: fc.nat({ max: 8 }),
			excludes: fc.array(ids, { maxLength: 2 }),
			seen: fc.boolean(),
			missed: fc.boolean()
		}),
		{ selector: ({ item }) => item, maxLength: 15, size: 'max' }
	)
	.map((all) =>
		all.map(({ fact, ...rest }) => ({ ...rest, group: `f${fact}`, card: `${rest.item}#` as const }))
	);

const settings = fc
	.record({
		count: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
		from: fc.constantFrom(...DRAW_FROM),
		shuffle: fc.boolean(),
		topics: fc.subarray(['b/one', 'b/two'])
	})
	.map((some) => ({ ...DEFAULT_QUIZ, ...some }));

describe('a draw', () => {
	law(
		'is the same for the same seed, whatever else happens',
		fc.property(pools, settings, fc.string(), (pool, wanted, seed) => {
			const drawn = drawItems(pool, wanted, seed);
			expect(drawItems(structuredClone(pool), { ...wanted }, seed)).toEqual(drawn);
		})
	);

	law(
		'never has two items of one fact, nor one that gives another away, nor one twice',
		fc.property(pools, settings, fc.string(), (pool, wanted, seed) => {
			const drawn = drawItems(pool, wanted, seed);
			expect(new Set(drawn.map(({ group }) => group)).size).toBe(drawn.length);
			for (const { item, excludes } of drawn) {
				const others = drawn.filter((other) => other.item !== item);
				expect(others.some((other) => excludes.includes(other.item))).toBe(false);
			}
		})
	);

	law(
		'of fewer items is part of one of more, and leaves no unseen one out for a seen one',
		fc.property(pools, settings, fc.string(), (pool, wanted, seed) => {
			const all = drawItems(pool, { ...wanted, count: undefined }, seed);
			const drawn = drawItems(pool, wanted, seed);
			expect(drawn.every((each) => all.includes(each))).toBe(true);
			expect(drawn).toHaveLength(Math.min(all.length, wanted.count ?? all.length));
			const unseen = all.filter(({ seen }) => !seen).length;
			expect(drawn.filter(({ seen }) => !seen)).toHaveLength(Math.min(unseen, drawn.length));
		})
	);
});

const NAMES = ['x', 'y', 'z'];
const askedAt = (at: number): AskedItem => {
	const item = `b/${NAMES[at % NAMES.length]}`;
	return { item, card: `${item}#`, revision: '1-aa', kind: 'choice' };
};

const quizDeeds = fc.oneof(
	fc.record({ is: fc.constant('start' as const) }),
	fc.record({
		is: fc.constantFrom('answer' as const, 'once' as const),
		at: fc.nat({ max: 2 }),
		blank: fc.boolean(),
		score: fc.constantFrom(0, 0.5, 1),
		certainty: fc.option(fc.constantFrom(...CERTAINTIES), { nil: undefined })
	}),
	fc.record({ is: fc.constant('untime' as const) }),
	fc.record({ is: fc.constant('finish' as const), isSaved: fc.boolean() })
);
type QuizDeed = typeof quizDeeds extends fc.Arbitrary<infer T> ? T : never;

const quizzes = fc.array(fc.tuple(moments, quizDeeds), { maxLength: 14, size: 'max' });

/** Which attempt a deed is of. */
const QUIZ = 'quiz1';

/** The drafts of one act of a quiz, as the run makes them, given the log before it. */
function quizDrafts(deed: QuizDeed, moment: Moment, batch: string, log: readonly unknown[]) {
	const fold = foldLog(log, modelOf);
	const { at, offset } = moment;
	const done = { at, offset, day: studyDay(at, offset, 4), batch };
	const grading = {
		recordOf: (card: string) => recordOf(fold, card),
		scheduler: modelOf(fold.parameters),
		mode: 'quiz' as const
	};
	if (deed.is === 'start') {
		const items = [0, 1, 2].map(askedAt).map(({ item, revision }) => ({ item, revision }));
		const begun = { attempt: QUIZ, number: 1, title: 'Quiz', seed: 's', items };
		return [startDraft({ ...begun, settings: DEFAULT_QUIZ }, done)];
	}
	if (deed.is === 'untime') {
		return [{ ...done, kind: 'setting', key: untimedKey(QUIZ), value: true } as EntryDraft];
	}
	if (deed.is === 'finish') {
		const attempt = attemptOf(fold, QUIZ);
		const items = [0, 1, 2].map((at) => ({ asked: askedAt(at), score: at / 2, durationMs: 3 }));
		return attempt ? finishDrafts(attempt, items, done, grading, deed.isSaved) : [];
	}
	const response = deed.blank ? null : ({ kind: 'choice', option: 'a' } as const);
	const given = { response, certainty: deed.certainty, durationMs: 5 };
	const asked = askedAt(deed.at);
	if (deed.is === 'answer') return [answerDraft(QUIZ, asked.item, given, done)];
	return markedAtOnce(QUIZ, { asked, given, score: deed.blank ? 0 : deed.score }, done, grading);
}

/** What a device holds after the acts of a quiz. */
const quizAfter = (log: readonly Held[], acts: readonly (readonly [Moment, QuizDeed])[]) => {
	let held: readonly Held[] = log;
	let head = { device: 'qq', count: 0, t: log.at(-1)?.t ?? 0 };
	acts.forEach(([moment, deed], at) => {
		const stamped = stampEntries(head, quizDrafts(deed, moment, `quiz ${at}`, held));
		head = stamped.head;
		held = [...held, ...stamped.entries];
	});
	return held;
};

/** An undo acts on what sorts before it, whatever its clock says. */
const NEVER = { at: 0, offset: 0 };

describe('the acts of a quiz', () => {
	law(
		'are entries that any reader knows, none of which asks a card again on the same day',
		fc.property(quizzes, (acts) => {
			for (const entry of quizAfter([], acts)) {
				const seen = classifyEntry(entry);
				expect(seen.is).toBe('known');
				if (seen.is !== 'known' || seen.entry.kind !== 'review') continue;
				expect(seen.entry.interval).toBeGreaterThanOrEqual(1);
				expect(seen.entry.for).toMatch(/^qq\.\d+$/);
			}
		})
	);

	law(
		'taken back, latest first, leave the exact fold there was before them',
		fc.property(histories, quizzes, (before, acts) => {
			const log = logOf(before);
			const held = quizAfter(log, acts);
			const batches = acts.map((_, at) => `quiz ${at}`).reverse();
			const undos = batches.map((batch) => undoDraft(NEVER, `undo ${batch}`, { batch }));
			expectSame(stateIn(foldLog(withMore(held, undos), modelOf)), stateIn(foldLog(log, modelOf)));
		})
	);

	law(
		'folded as they come are what they are on replay',
		fc.property(quizzes, (acts) => {
			const held = quizAfter([], acts);
			const live = foldLog([], modelOf);
			for (const entry of held) expect(extendFold(live, entry)).toBe(true);
			expectSame(said(live), said(foldLog(held, modelOf)));
		})
	);

	law(
		'come to the same attempt and score in logs merged in any order',
		fc.property(quizzes, histories, (acts, others) => {
			const [mine, other] = [quizAfter([], acts), logOf(others)];
			const scores = [
				[mine, other],
				[other, mine],
				[other, mine, other]
			].map((logs) => {
				const fold = foldLog(mergeLogs(...logs).entries, modelOf);
				const attempt = fold.attempts.live.get(QUIZ);
				return { attempt, score: attempt && scoreAttempt(attempt, () => undefined) };
			});
			expectSame(scores[1], scores[0]);
			expectSame(scores[2], scores[0]);
			expect(scores[0]?.score?.timeMs ?? 0).toBeGreaterThanOrEqual(0);
		})
	);
});
