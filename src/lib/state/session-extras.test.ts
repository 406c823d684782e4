import { describe, expect, it } from 'vitest';
import type { Item } from '$lib/core/item/item';
import type { EntryDraft } from '$lib/core/log/entry';
import type { Rating } from '$lib/core/scheduling/rating';
import type { SessionLength } from '$lib/core/scheduling/session-length';
import { newDevice, openLearner } from '../../../tests/support/learners';
import { libraryOf } from '../../../tests/support/small-library';
import { newFactory } from '../../../tests/support/stored-logs';
import { ReviewSession } from './review-session.svelte';
import { StudyClock } from './study-clock';

const DAY_MS = 86_400_000;
const TODAY = 20_000;
const NOON = TODAY * DAY_MS + DAY_MS / 2;

const common = { explanation: '-', evidence: [], claim: 'fact', difficulty: 'easy', excludes: [] };
const graded = (id: string) =>
	({ ...common, id, kind: 'true-false', stem: 'Is it?', key: true, why: '-' }) as unknown as Item;
const flashcard = (id: string) =>
	({ ...common, id, kind: 'flashcard', front: 'a', back: 'b' }) as unknown as Item;

/** A review by hand so many days ago, after which the card waits for so many days. */
const reviewed = (card: string, daysAgo: number, interval: number, rating: Rating = 3) =>
	({
		...{ at: NOON - daysAgo * DAY_MS, offset: 0, day: TODAY - daysAgo, batch: `${card}${daysAgo}` },
		...{ kind: 'review', card, revision: '1-x', itemKind: 'choice', rating, score: 1 },
		...{ mode: 'study', durationMs: 900, interval, scheduler: 'fsrs-6' }
	}) as EntryDraft;

/** A card that was learnt and then forgotten so many times, and is due. */
const lapsed = (card: string, times: number): readonly EntryDraft[] => [
	reviewed(card, times + 1, 1),
	...Array.from({ length: times }, (_, at) => reviewed(card, times - at, 1, 1))
];

interface Begun {
	readonly items: readonly Item[];
	readonly past?: readonly EntryDraft[];
	readonly length?: SessionLength;
}

async function begin({ items, past = [], length }: Begun) {
	const time = { now: NOON, offset: 0, elapsed: 0 };
	const clock = new StudyClock({
		now: () => time.now,
		offset: () => time.offset,
		elapsed: () => time.elapsed
	});
	const learner = await openLearner({ ...newDevice(newFactory()), clock });
	if (past.length > 0) await learner.act('past', past);
	const session = new ReviewSession(learner, libraryOf(items), clock, () => length);
	await session.next();
	return { learner, session, time };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const wrong = (session: ReviewSession) => session.answer({ kind: 'true-false', answer: false });
const right = (session: ReviewSession) => session.answer({ kind: 'true-false', answer: true });

async function rate(session: ReviewSession, rating: Rating) {
	session.answer({ kind: 'flashcard', rating });
	await settle();
}

describe('a card that keeps slipping', () => {
	it('is spoken of at its eighth lapse, and not at the seventh or ninth', async () => {
		const at = async (before: number) => {
			const past = lapsed('b/i#', before);
			const { session } = await begin({ items: [graded('i'), graded('j')], past });
			wrong(session);
			return session.slipping?.shown.card.key;
		};
		expect([await at(6), await at(7), await at(8)]).toEqual([undefined, 'b/i#', undefined]);
		expect(await at(11)).toBe('b/i#');
	});

	it('is not spoken of when the answer was right, a slip, or is taken back', async () => {
		const items = [graded('i'), graded('j')];
		const { session } = await begin({ items, past: lapsed('b/i#', 7) });
		wrong(session);
		session.change(3, true);
		expect(session.slipping).toBe(undefined);
		session.undo();
		right(session);
		expect(session.slipping).toBe(undefined);
		session.undo();
		wrong(session);
		expect(session.slipping).toBeDefined();
		session.undo();
		expect(session.slipping).toBe(undefined);
	});

	it('is left with its result when it is graded', async () => {
		const items = [graded('i'), graded('j')];
		const { session } = await begin({ items, past: lapsed('b/i#', 7) });
		wrong(session);
		await session.next();
		expect(session.slipping).toBe(undefined);
	});

	it('is spoken of above the next card when it is self-rated, until that is set aside', async () => {
		const items = [flashcard('i'), graded('j')];
		const { session } = await begin({ items, past: lapsed('b/i#', 7) });
		await rate(session, 1);
		expect(session.stage).toMatchObject({ is: 'asking', shown: { card: { key: 'b/j#' } } });
		expect(session.slipping?.shown.card.key).toBe('b/i#');
		session.setAside();
		expect(session.slipping).toBe(undefined);
	});

	it('can be suspended from above another card, which stays, and taken back', async () => {
		const items = [flashcard('i'), graded('j')];
		const { learner, session } = await begin({ items, past: lapsed('b/i#', 7) });
		await rate(session, 1);
		const { stage } = session;
		session.control({ kind: 'suspend', cards: ['b/i#'] });
		await settle();
		expect(session.stage).toBe(stage);
		expect([session.slipping, session.lastControl?.kind]).toEqual([undefined, 'suspend']);
		session.undo();
		expect(session.stage).toBe(stage);
		expect(learner.recordOf('b/i#')).toMatchObject({ suspended: false, state: { lapses: 8 } });
	});
});

describe('a sitting of a chosen length', () => {
	const many = Array.from({ length: 9 }, (_, at) => graded(`i${at}`));

	it('stops after so many cards, at the end of one, and goes on for as many again', async () => {
		const { session } = await begin({ items: many, length: { unit: 'cards', count: 2 } });
		right(session);
		await session.next();
		right(session);
		expect(session.stage.is).toBe('answered');
		await session.next();
		expect(session.stage.is).toBe('reached');
		await session.goOn();
		expect(session.stage.is).toBe('asking');
		expect(session.leg.progress(session.answers.length)).toMatchObject({ done: 0, left: 2 });
	});

	it('counts an answer that is taken back no more', async () => {
		const { session } = await begin({ items: many, length: { unit: 'cards', count: 1 } });
		right(session);
		await session.next();
		session.undo();
		expect(session.stage.is).toBe('asking');
		expect(session.leg.progress(session.answers.length)).toMatchObject({
			done: 0,
			isReached: false
		});
	});

	it('stops after so many minutes on the screen, and never in the middle of a card', async () => {
		const length = { unit: 'minutes', count: 5 } as const;
		const { session, time } = await begin({ items: many, length });
		session.leg.resume();
		time.elapsed += 4 * 60_000;
		session.leg.pause();
		time.elapsed += 60 * 60_000;
		session.leg.resume();
		right(session);
		await session.next();
		expect(session.stage.is).toBe('asking');
		time.elapsed += 60_000;
		expect(session.stage.is).toBe('asking');
		right(session);
		await session.next();
		expect(session.stage.is).toBe('reached');
	});

	it('says that the day is done when nothing is left, whatever was chosen', async () => {
		const { session } = await begin({ items: [], length: { unit: 'cards', count: 1 } });
		expect(session.stage.is).toBe('done');
	});
});

describe('studying ahead', () => {
	it('asks steps that come back later, each once', async () => {
		const { learner, session, time } = await begin({ items: [graded('i')] });
		await learner.set('learningSteps', [3_600, 7_200]);
		session.giveUp();
		// Asked anew, with the steps of now.
		session.undo();
		session.giveUp();
		time.now += 1_000;
		await session.next();
		expect(session.stage.is).toBe('later');
		expect(session.early).toHaveLength(1);
		await session.goAhead();
		expect(session.stage).toMatchObject({ is: 'asking', shown: { card: { key: 'b/i#' } } });
		right(session);
		await session.next();
		expect(session.stage.is).toBe('later');
		expect(learner.stateOf('b/i#')?.reps).toBe(2);
	});

	it('asks cards of the next days as ordinary reviews, with the days that went by', async () => {
		const past = [reviewed('b/i#', 4, 6), reviewed('b/j#', 2, 60)];
		const { learner, session } = await begin({ items: [graded('i'), graded('j')], past });
		expect(session.stage.is).toBe('done');
		expect(session.early.map(({ key }) => key)).toEqual(['b/i#']);
		await session.goAhead();
		right(session);
		expect(learner.stateOf('b/i#')).toMatchObject({ reps: 2, lastDay: TODAY, phase: 'review' });
		await session.next();
		expect(session.stage.is).toBe('done');
		expect(session.early).toEqual([]);
	});
});

describe('a session while the clock does what clocks do', () => {
	const items = Array.from({ length: 4 }, (_, at) => graded(`i${at}`));
	const hour = 3_600_000;

	it('asks what the new day holds once the rollover has passed', async () => {
		const past = [reviewed('b/i3#', 3, 4)];
		const { learner, session, time } = await begin({ items, past });
		expect(session.left).toBe(3);
		time.now += 17 * hour;
		time.elapsed += 17 * hour;
		right(session);
		expect(learner.stateOf('b/i0#')?.lastDay).toBe(TODAY + 1);
		await session.next();
		expect(session.stage).toMatchObject({ is: 'asking', shown: { card: { key: 'b/i3#' } } });
	});

	it('loses no answer and counts no negative time', async () => {
		const { learner, session, time } = await begin({ items });
		const jumps = [
			() => (time.now += 18 * hour),
			() => (time.offset = -600),
			() => (time.now -= 40 * hour),
			() => (time.elapsed -= 5_000)
		];
		for (const jump of jumps) {
			jump();
			if (session.stage.is !== 'asking') throw new Error(session.stage.is);
			right(session);
			expect(session.answers.at(-1)?.durationMs).toBeGreaterThanOrEqual(0);
			await session.next();
		}
		await learner.retry();
		expect(session.answers).toHaveLength(4);
		for (const { shown } of session.answers) {
			expect(learner.stateOf(shown.card.key)?.reps).toBeGreaterThan(0);
		}
		expect(learner.unsaved).toBe(false);
	});
});
