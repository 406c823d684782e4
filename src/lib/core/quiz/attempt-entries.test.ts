import { describe, expect, it } from 'vitest';
import { review } from '../../../../tests/support/entries';
import { stampEntries } from '../log/append';
import { classifyEntry } from '../log/classify-entry';
import type { Done } from '../log/control';
import type { Entry, EntryDraft } from '../log/entry';
import { recordOf, type Fold } from '../log/fold';
import { foldLog } from '../log/fold-log';
import { AGAIN, GOOD, HARD } from '../scheduling/rating';
import { createScheduler, memoryModel } from '../scheduling/scheduler';
import {
	answerDraft,
	finishDrafts,
	markedAtOnce,
	startDraft,
	type AskedItem,
	type Given
} from './attempt-entries';
import { attemptOf } from './listed-attempts';
import { DEFAULT_QUIZ } from './quiz-settings';

const DAY_MS = 86_400_000;
const TODAY = 20_000;

const done = (batch: string, day = TODAY): Done => ({ at: day * DAY_MS, offset: 0, day, batch });
const asked = (name: string): AskedItem => ({
	...{ item: `b/${name}`, card: `b/${name}#`, revision: '1-aa', kind: 'true-false' }
});
const given = (changes: Partial<Given> = {}): Given => ({
	...{ response: { kind: 'true-false', answer: true }, certainty: undefined, durationMs: 1_000 },
	...changes
});

const start = startDraft(
	{
		...{ attempt: 'q', number: 1, title: 'Quiz', seed: 's', settings: DEFAULT_QUIZ },
		items: ['x', 'y', 'z'].map((name) => ({ item: `b/${name}`, revision: '1-aa' }))
	},
	done('start')
);

/** A log, and what there is to do at its end. */
const log = (drafts: readonly EntryDraft[]) =>
	stampEntries({ device: 'aa', count: 0, t: 0 }, drafts).entries;
const foldOf = (drafts: readonly EntryDraft[]) => foldLog(log(drafts), memoryModel);
const grading = (fold: Fold) => ({
	recordOf: (card: string) => recordOf(fold, card),
	scheduler: createScheduler({}),
	mode: 'quiz' as const
});
const begun = (fold: Fold) => {
	const attempt = attemptOf(fold, 'q');
	if (!attempt) throw new Error('there is no attempt');
	return attempt;
};
const last = (entries: readonly Entry[]) => entries.at(-1);

const atOnce = (
	score: number,
	changes: Partial<Given> = {},
	before: readonly EntryDraft[] = []
) => {
	const scored = { asked: asked('x'), given: given(changes), score };
	const act = markedAtOnce('q', scored, done('one'), grading(foldOf([start, ...before])));
	return log([start, ...before, ...act]);
};

const reviewed = (day: number, rating: 1 | 3 = GOOD) => {
	const { v: _, id: __, t: ___, ...draft } = review('aa.1', day * 100, 'b/x#', rating);
	return draft as EntryDraft;
};

describe('an answer that is marked at once', () => {
	it('is one act of three entries, the later ones for the first', () => {
		const entries = atOnce(1);
		expect(entries.map(({ kind }) => kind)).toEqual(['start', 'answer', 'mark', 'review']);
		expect(entries.slice(2)).toMatchObject([{ for: 'aa.2' }, { for: 'aa.2' }]);
		expect(new Set(entries.slice(1).map(({ batch }) => batch))).toEqual(new Set(['one']));
		for (const entry of entries) expect(classifyEntry(entry).is).toBe('known');
	});

	it.each([
		[1, undefined, GOOD],
		[0.5, undefined, HARD],
		[0, undefined, AGAIN],
		[1, 'unsure', HARD]
	] as const)('rates %d when %s as %d, at least a day away', (score, certainty, rating) => {
		const entry = last(atOnce(score, { certainty }));
		expect(entry).toMatchObject({ kind: 'review', rating, score, mode: 'quiz', for: 'aa.2' });
		expect(entry?.kind === 'review' && entry.interval).toBeGreaterThanOrEqual(1);
		expect(entry).not.toHaveProperty('guess');
	});

	it('asks a lucky guess again soon, as no lapse, and keeps how sure the learner was', () => {
		const entries = atOnce(1, { certainty: 'guess' }, [reviewed(TODAY - 9)]);
		expect(entries.at(-3)).toMatchObject({ kind: 'answer', certainty: 'guess' });
		expect(last(entries)).toMatchObject({ rating: AGAIN, guess: true, score: 1, interval: 1 });
		const { state, missed } = recordOf(foldLog(entries, memoryModel), 'b/x#');
		expect([state?.lapses, missed?.guessed]).toEqual([0, true]);
	});

	it('is practice where the card has had its review of the day, or was left blank', () => {
		expect(last(atOnce(1, {}, [reviewed(TODAY)]))).toMatchObject({ kind: 'practice', score: 1 });
		const blank = last(atOnce(0, { response: null }));
		expect(blank).toMatchObject({ kind: 'practice', score: 0, rating: AGAIN });
		expect(blank).not.toHaveProperty('response');
	});
});

const answered = (name: string, changes: Partial<Given>, day = TODAY) =>
	answerDraft('q', `b/${name}`, given(changes), done(`answer ${name}`, day));
const handed = (name: string, score: number) => ({ asked: asked(name), score, durationMs: 7 });

describe('an attempt that is handed in', () => {
	const finish = (
		before: readonly EntryDraft[],
		scores: readonly number[],
		day = TODAY,
		saved = true
	) => {
		const fold = foldOf([start, ...before]);
		const items = ['x', 'y', 'z'].slice(0, scores.length);
		const handedIn = items.map((name, at) => handed(name, scores[at] ?? 0));
		const act = finishDrafts(begun(fold), handedIn, done('end', day), grading(fold), saved);
		return log([start, ...before, ...act]);
	};

	it('marks and reviews every answer in one act, and what is unanswered is blank', () => {
		const entries = finish([answered('x', {}), answered('y', {})], [1, 0, 0]);
		expect(entries.slice(3).map(({ kind }) => kind)).toEqual([
			...['mark', 'review', 'mark', 'review', 'answer', 'mark', 'practice', 'finish']
		]);
		const attempt = begun(foldLog(entries, memoryModel));
		expect(attempt.answers['b/z']).toMatchObject({ response: null, durationMs: 7 });
		expect(Object.values(attempt.marks).map(({ score }) => score)).toEqual([1, 0, 0]);
		expect(attempt.finish).toBeDefined();
	});

	it('counts the last answer that was given', () => {
		const first = answered('x', { durationMs: 1 });
		const entries = finish([first, answered('x', { durationMs: 5 })], [1]);
		expect(entries[3]).toMatchObject({ kind: 'mark', for: 'aa.3' });
	});

	it('leaves what has its mark alone', () => {
		const fold = foldOf([start]);
		const once = { asked: asked('x'), given: given(), score: 1 };
		const before = markedAtOnce('q', once, done('one'), grading(fold));
		expect(
			finish(before, [1])
				.slice(4)
				.map(({ kind }) => kind)
		).toEqual(['finish']);
	});

	it('reviews on the day of the answer, back no sooner than the day it is marked', () => {
		const entries = finish([answered('x', {}, TODAY - 40)], [0]);
		expect(entries[3]).toMatchObject({ kind: 'review', day: TODAY - 40, interval: 40 });
	});

	it('is not misled by a clock that jumped, nor by one set back', () => {
		const far = finish([answered('x', {}, TODAY)], [0], TODAY + 26_000);
		expect(far[3]).toMatchObject({ kind: 'review', day: TODAY, interval: 1 });
		const back = finish([answered('x', {}, TODAY)], [0], TODAY - 3);
		expect(back[3]).toMatchObject({ kind: 'review', day: TODAY, interval: 1 });
	});

	it('only practises what was reviewed since', () => {
		const before = [answered('x', {}, TODAY - 3), reviewed(TODAY - 1)];
		const entries = finish(before, [1]);
		expect(entries[4]).toMatchObject({ kind: 'practice', day: TODAY });
	});

	it('gives answers once more whose ids are not certain, with the time they took', () => {
		const entries = finish(
			[answered('x', { certainty: 'sure', durationMs: 9 })],
			[1],
			TODAY,
			false
		);
		expect(entries[2]).toMatchObject({ kind: 'answer', certainty: 'sure', durationMs: 9 });
		expect(entries[3]).toMatchObject({ kind: 'mark', for: entries[2]?.id });
	});
});
