import { describe, expect, it } from 'vitest';
import { AGAIN, EASY, GOOD, HARD, type Rating } from '../scheduling/rating';
import { createScheduler, type MemoryModel } from '../scheduling/scheduler';
import { entry } from '../../../../tests/support/entries';
import type { PracticeEntry, ReviewEntry } from './entry';
import {
	contributionOf,
	MAX_INTERVAL,
	NEW_CARD,
	readsAsPractice,
	stepCard,
	type CardEntry,
	type CardRecord
} from './fold-card';

/** Remembers the elapsed days it was given: 100 × elapsed + rating is the stability. */
const model: MemoryModel = {
	next: (memory, elapsed, rating) => ({
		stability: 100 * elapsed + rating,
		difficulty: (memory?.difficulty ?? 0) + 1
	})
};

const DAY_MS = 86_400_000;

const answered = (day: number, rating: Rating, seq: number) => ({
	...{ v: 1, id: `a.${seq}`, t: seq, at: day * DAY_MS + seq, offset: 0, day },
	...({ card: 'b/i#', revision: '1-aa', itemKind: 'choice', rating, durationMs: 900 } as const)
});

function review(
	day: number,
	rating: Rating,
	fields: { interval: number } | { delay: number; step: number },
	more: { seq?: number; guess?: boolean; for?: string } = {}
): ReviewEntry {
	const { seq = day + 1, ...rest } = more;
	const base = { ...answered(day, rating, seq), ...rest, ...fields };
	return { ...base, kind: 'review', mode: 'study', scheduler: 'fsrs-6' };
}

const practice = (
	day: number,
	rating: Rating,
	mode: PracticeEntry['mode'] = 'drill'
): PracticeEntry => ({ ...answered(day, rating, day + 1), kind: 'practice', mode });

const record = (...entries: readonly CardEntry[]): CardRecord =>
	entries.reduce((before, each) => stepCard(before, 'b/i#', each, model), NEW_CARD);

const state = (...entries: readonly CardEntry[]) => record(...entries).state;

/** What each entry did on its day. */
const did = (...entries: readonly CardEntry[]) =>
	entries.map((each, at) => contributionOf(record(...entries.slice(0, at)), each));

const cards = ['b/i#'];

describe('a card', () => {
	it('without entries, or with practice only, is new', () => {
		expect(state()).toBeUndefined();
		expect(state(practice(1, GOOD), practice(2, AGAIN))).toBeUndefined();
	});

	it('keeps what its first review said', () => {
		expect(state(review(10, EASY, { interval: 8 }))).toEqual({
			memory: { stability: EASY, difficulty: 1 },
			phase: 'review',
			step: 0,
			due: { day: 18 },
			reps: 1,
			lapses: 0,
			lastDay: 10,
			lastAt: 10 * DAY_MS + 11,
			lastId: 'a.11'
		});
	});

	it('counts elapsed study days from the last counting review', () => {
		const first = review(10, GOOD, { interval: 3 });
		expect(state(first, practice(12, AGAIN), review(15, GOOD, { interval: 9 }))).toMatchObject({
			memory: { stability: 500 + GOOD },
			reps: 2,
			due: { day: 24 }
		});
	});

	it('never counts days backwards: a review on an earlier day has none elapsed', () => {
		const entries = [review(10, GOOD, { interval: 3 }), review(7, GOOD, { interval: 2 })];
		expect(state(...entries)).toMatchObject({
			memory: { stability: GOOD },
			lastDay: 7,
			due: { day: 9 }
		});
	});

	it.each([
		[0.2, 1],
		[1.4, 1],
		[2.5, 3],
		[36_500, 36_500],
		[1e9, MAX_INTERVAL]
	])('takes an interval of %d days for %d', (interval, days) => {
		expect(state(review(0, GOOD, { interval }))?.due).toEqual({ day: days });
	});
});

describe('steps', () => {
	it('of a new card are learning, to the moment', () => {
		const entry = review(10, AGAIN, { delay: 60, step: 0 });
		expect(state(entry)).toMatchObject({
			phase: 'learning',
			step: 0,
			due: { at: entry.at + 60_000 },
			lapses: 0
		});
	});

	it.each([
		[1, 1],
		[36_500 * 86_400, 36_500 * 86_400],
		[1e300, 36_500 * 86_400]
	])('that ask for %d seconds wait %d', (delay, seconds) => {
		const entry = review(10, AGAIN, { delay, step: 0 });
		expect(state(entry)?.due).toEqual({ at: entry.at + seconds * 1_000 });
	});

	it('of a card that was in review are relearning, and a lapse', () => {
		const entries = [review(10, GOOD, { interval: 3 }), review(13, AGAIN, { delay: 600, step: 0 })];
		expect(state(...entries)).toMatchObject({ phase: 'relearning', lapses: 1, reps: 2 });
	});

	it('stay learning or relearning until an interval ends them', () => {
		const learning = [
			review(1, GOOD, { delay: 600, step: 1 }, { seq: 1 }),
			review(1, HARD, { delay: 600, step: 1 }, { seq: 2 })
		];
		expect(state(...learning)).toMatchObject({ phase: 'learning', step: 1 });
		const known = [...learning, review(1, GOOD, { interval: 2 }, { seq: 3 })];
		expect(state(...known)).toMatchObject({ phase: 'review', step: 0, reps: 3 });
		const forgotten = [
			...known,
			review(3, AGAIN, { delay: 600, step: 0 }, { seq: 4 }),
			review(3, AGAIN, { delay: 600, step: 0 }, { seq: 5 })
		];
		expect(state(...forgotten)).toMatchObject({ phase: 'relearning', lapses: 1 });
	});

	it('all count on one study day', () => {
		const entries = [1, 2, 3].map((seq) => review(5, AGAIN, { delay: 60, step: 0 }, { seq }));
		expect(state(...entries)).toMatchObject({ reps: 3, lapses: 0, memory: { difficulty: 3 } });
		expect(did(...entries)).toEqual(['new', 'step', 'step']);
	});
});

describe('of several reviews of a review card on one study day', () => {
	const learnt = review(1, GOOD, { interval: 4 });
	const first = review(5, GOOD, { interval: 10 }, { seq: 8 });
	const second = review(5, AGAIN, { delay: 600, step: 0 }, { seq: 9 });

	it('the first counts and the rest reads as practice', () => {
		expect(state(learnt, first, second)).toEqual(state(learnt, first));
		expect(did(learnt, first, second)).toEqual(['new', 'review', 'practice']);
	});

	it('the next day counts again', () => {
		const next = review(6, GOOD, { interval: 12 }, { seq: 10 });
		expect(state(learnt, first, second, next)?.reps).toBe(3);
	});

	it('a lapse opens the steps, in which all count', () => {
		const again = [second, review(5, GOOD, { interval: 1 }, { seq: 10 })];
		expect(did(learnt, ...again)).toEqual(['new', 'review', 'step']);
		expect(did(learnt, ...again, first)).toEqual(['new', 'review', 'step', 'practice']);
	});

	it('is told beforehand by readsAsPractice', () => {
		expect(readsAsPractice(undefined, 5)).toBe(false);
		expect(readsAsPractice(state(learnt), 5)).toBe(false);
		expect(readsAsPractice(state(learnt, first), 5)).toBe(true);
		expect(readsAsPractice(state(learnt, second), 5)).toBe(false);
	});
});

describe('a lapse', () => {
	it('is an Again of a review card, also without relearning steps', () => {
		const entries = [review(1, GOOD, { interval: 4 }), review(5, AGAIN, { interval: 1 })];
		expect(state(...entries)).toMatchObject({ lapses: 1, phase: 'review' });
	});

	it('is no other rating, and no right answer by guess', () => {
		const known = review(1, GOOD, { interval: 4 });
		const guessed = review(5, AGAIN, { delay: 600, step: 0 }, { guess: true });
		expect(state(known, review(5, HARD, { interval: 5 }))?.lapses).toBe(0);
		expect(state(known, guessed)).toMatchObject({ lapses: 0, phase: 'relearning' });
	});
});

describe('the tally of a day', () => {
	it('tells new cards, reviews, steps and practice apart', () => {
		const entries = [
			practice(1, GOOD),
			review(1, AGAIN, { delay: 60, step: 0 }, { seq: 3 }),
			review(1, EASY, { interval: 8 }, { seq: 4 }),
			review(9, GOOD, { interval: 20 }),
			practice(9, GOOD)
		];
		expect(did(...entries)).toEqual(['practice', 'new', 'step', 'review', 'practice']);
	});

	it('knows nothing of entries that are no answers', () => {
		const others = [entry('suspend', 'a.1', 1, { cards }), entry('reset', 'a.2', 2, { cards })];
		expect(did(...others)).toEqual([undefined, undefined]);
	});
});

describe('a late review', () => {
	const learnt = review(1, GOOD, { interval: 4 });
	const late = (day: number, seq: number, answer = 'q.1') =>
		review(day, GOOD, { interval: 9 }, { seq, for: answer });

	it('counts when the card was not reviewed since', () => {
		expect(state(learnt, late(5, 9))).toMatchObject({ reps: 2, lastDay: 5, due: { day: 14 } });
	});

	it('reads as practice when the card was reviewed on a later day', () => {
		const since = review(6, GOOD, { interval: 9 });
		expect(state(learnt, since, late(5, 9))).toEqual(state(learnt, since));
		expect(did(learnt, since, late(5, 9))).toEqual(['new', 'review', 'practice']);
	});

	it('reads as practice when its answer has had its review, which another has not', () => {
		expect(did(learnt, late(5, 9), late(7, 10))).toEqual(['new', 'review', 'practice']);
		expect(did(learnt, late(5, 9), late(7, 10, 'q.2'))).toEqual(['new', 'review', 'review']);
		expect(record(learnt, late(5, 9), late(7, 10, 'q.2')).reviewed).toEqual(['q.1', 'q.2']);
	});

	it('that read as practice did not use its answer up', () => {
		const since = review(6, GOOD, { interval: 9 });
		const entries = [learnt, since, late(5, 9), late(7, 10)];
		expect(did(...entries)).toEqual(['new', 'review', 'practice', 'review']);
	});

	it('of a card in its steps counts on the day of the last one', () => {
		const step = review(5, AGAIN, { delay: 60, step: 0 });
		expect(did(step, late(5, 9))).toEqual(['new', 'step']);
		expect(did(step, late(4, 9))).toEqual(['new', 'practice']);
	});
});

describe('stepCard', () => {
	it('leaves the record it was given alone', () => {
		const before = Object.freeze(record(review(1, GOOD, { interval: 4 })));
		const after = stepCard(before, 'b/i#', review(5, GOOD, { interval: 9 }), model);
		expect(before.state).toMatchObject({ reps: 1 });
		expect(after.state).toMatchObject({ reps: 2 });
		expect(stepCard(before, 'b/i#', practice(5, GOOD), model).state).toBe(before.state);
	});
});

it('three same-day Agains in drill cost no stability', () => {
	const real = createScheduler();
	const learnt = stepCard(NEW_CARD, 'b/i#', review(1, EASY, { interval: 8 }), real);
	const drilled = [practice(3, AGAIN), practice(3, AGAIN), practice(3, AGAIN)];
	const after = drilled.reduce((before, each) => stepCard(before, 'b/i#', each, real), learnt);
	expect(after).toEqual(learnt);
});
