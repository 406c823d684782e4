import { describe, expect, it } from 'vitest';
import { newDevice, openLearner, type Device } from '../../../tests/support/learners';
import { libraryOf } from '../../../tests/support/small-library';
import { newFactory } from '../../../tests/support/stored-logs';
import type { TrueFalseItem } from '$lib/core/item/kinds/true-false/true-false';
import { DEFAULT_QUIZ, type QuizSettings } from '$lib/core/quiz/quiz-settings';
import { scoreAttempt } from '$lib/core/quiz/score-attempt';
import { beginAttempt } from './begin-attempt';
import { aboutIn, libraryAsking } from './quiz-asked';
import { QuizRun } from './quiz-run.svelte';
import { StudyClock } from './study-clock';

const SIZE = 4;

const itemAt = (at: number): TrueFalseItem => ({
	...{ id: `i${at}`, kind: 'true-false', stem: `Is it ${at}?`, key: true, why: '-' },
	...{ explanation: '-', evidence: [], claim: 'fact', difficulty: 'easy', excludes: [] }
});
const items = Array.from({ length: SIZE }, (_, at) => itemAt(at));

/** A library with these of the items, some in another revision. */
const libraryWith = (ids = items.map(({ id }) => id), changed: readonly string[] = []) =>
	libraryOf(
		items.filter(({ id }) => ids.includes(id)),
		({ id }) => (changed.includes(id) ? '1-b' : '1-a')
	);

/** A clock by hand: its time of day may go back, what has passed may not. */
function handClock() {
	let [now, elapsed] = [1_764_000_000_000, 0];
	const clock = new StudyClock({ now: () => now, offset: () => 540, elapsed: () => elapsed });
	return {
		clock,
		pass: (ms: number) => ((now += ms), (elapsed += ms)),
		setBack: (ms: number) => (now -= ms)
	};
}

const wanted = (changes: Partial<QuizSettings>) => ({
	...{ items: items.map(({ id }) => `b/${id}`), title: 'Quiz', seed: 's' },
	settings: { ...DEFAULT_QUIZ, ...changes }
});

async function begin(
	changes: Partial<QuizSettings> = {},
	device: Device = newDevice(newFactory())
) {
	const hand = handClock();
	const learner = await openLearner({ ...device, clock: hand.clock });
	const library = libraryWith();
	const id = (await beginAttempt(learner, library, wanted(changes))) ?? '';
	const open = (from = library) =>
		new QuizRun(id, learner, () => Promise.resolve(libraryAsking(from)), hand.clock);
	const run = open();
	await run.resume();
	return { learner, library, run, open, id, ...hand };
}

type Run = QuizRun;
const give = (run: Run, answer: boolean) => run.answer({ kind: 'true-false', answer });
const scoreIn = (run: Run, library: ReturnType<typeof libraryWith>) => {
	if (!run.begun) throw new Error('there is no attempt');
	return scoreAttempt(run.begun, aboutIn(library));
};

describe('a quiz that tells at once', () => {
	it('shows each result, goes on to the next, and ends in the last', async () => {
		const { run, library, learner } = await begin();
		for (let at = 0; at < SIZE; at++) {
			expect([run.stage, run.at, run.isSolved]).toEqual(['question', at, false]);
			give(run, at !== 1);
			expect([run.stage, run.isSolved]).toEqual(['question', true]);
			expect(run.comeback).toBeGreaterThanOrEqual(1);
			run.next();
		}
		await expect.poll(() => run.stage).toBe('finished');
		expect(scoreIn(run, library)).toMatchObject({ points: 3, count: 4 });
		expect(learner.recordOf('b/i1#').missed?.times).toBe(1);
		expect(learner.today).toMatchObject({ new: 4, practice: 0 });
	});

	it('takes an answer once: what was seen is not answered anew', async () => {
		const { run } = await begin();
		give(run, false);
		give(run, true);
		expect(run.scoreOf('b/i0')).toBe(0);
	});

	it('comes back to what was passed over, and takes “I don’t know” for a blank', async () => {
		const { run, library, learner } = await begin();
		run.next();
		expect(run.at).toBe(1);
		for (let left = 3; left > 0; left--) {
			give(run, true);
			run.next();
		}
		expect([run.stage, run.at]).toEqual(['question', 0]);
		run.giveUp();
		run.next();
		await expect.poll(() => run.stage).toBe('finished');
		expect(scoreIn(run, library).counts).toMatchObject({ right: 3, blank: 1 });
		expect(learner.stateOf('b/i0#')).toBeUndefined();
	});
});

describe('a quiz that tells at the end', () => {
	it('lets an answer be changed, counts the last, and leaves the rest blank', async () => {
		const { run, library, learner } = await begin({ feedback: 'end' });
		give(run, false);
		expect([run.at, run.isSolved]).toEqual([1, false]);
		run.back();
		give(run, true);
		give(run, false);
		expect(learner.fold.cards.live.size).toBe(0);
		expect(run.unanswered.map(({ item }) => item)).toEqual(['b/i2', 'b/i3']);
		await run.finish();
		expect(scoreIn(run, library)).toMatchObject({
			points: 1,
			counts: { right: 1, wrong: 1, blank: 2 }
		});
		expect(learner.stateOf('b/i0#')?.phase).toBe('review');
	});

	it('resumes from the log at the first unanswered question, all in the same places', async () => {
		const { run, open } = await begin({ feedback: 'end' });
		give(run, true);
		run.show(2);
		give(run, true);
		const again = open();
		await again.resume();
		expect([again.stage, again.at]).toEqual(['question', 1]);
		expect(again.questions.map(({ item, seed }) => [item, seed])).toEqual(
			run.questions.map(({ item, seed }) => [item, seed])
		);
		give(again, true);
		again.show(3);
		give(again, true);
		expect(again.stage).toBe('overview');
		const last = open();
		await last.resume();
		expect(last.stage).toBe('overview');
	});

	it('is handed in once, however often it is asked for, in this tab and the next', async () => {
		const { run, open, learner } = await begin({ feedback: 'end' });
		const other = open();
		await other.resume();
		await Promise.all([run.finish(), run.finish(), other.finish()]);
		expect(learner.today.practice).toBe(SIZE);
		await other.resume();
		expect(other.stage).toBe('finished');
	});
});

describe('how sure the learner is', () => {
	it('is asked before the result, and may be thought better of', async () => {
		const { run, learner } = await begin({ certainty: true });
		give(run, false);
		expect([run.pending, run.isSolved]).toEqual([{ kind: 'true-false', answer: false }, false]);
		run.reconsider();
		give(run, true);
		run.judge('guess');
		expect(run.isSolved).toBe(true);
		expect(learner.recordOf('b/i0#').missed).toMatchObject({ guessed: true });
		expect(run.answerOf('b/i0')?.certainty).toBe('guess');
	});
});

describe('the time of a quiz', () => {
	it('is that of its questions, not of a pause or the overview, and no clock makes it negative', async () => {
		const { run, open, pass, setBack } = await begin({ feedback: 'end' });
		pass(2_000);
		run.pause();
		pass(50_000);
		run.unpause();
		setBack(86_400_000);
		pass(1_000);
		give(run, true);
		run.overview();
		pass(70_000);
		expect(run.elapsedMs).toBe(3_000);
		run.show(0);
		pass(500);
		give(run, false);
		const again = open();
		await again.resume();
		expect(again.elapsedMs).toBe(3_500);
	});

	it('hands in what there is when it is up, also what waits to be judged', async () => {
		const { run, library, pass } = await begin({ feedback: 'end', minutes: 1, certainty: true });
		give(run, true);
		pass(59_000);
		run.tick();
		expect([run.stage, run.leftMs]).toEqual(['question', 1_000]);
		pass(5_000);
		run.tick();
		await expect.poll(() => run.stage).toBe('finished');
		expect(scoreIn(run, library).counts).toMatchObject({ right: 1, blank: 3 });
	});

	it('is not limited any more once the limit was taken off, here and after a reload', async () => {
		const { run, open, pass } = await begin({ minutes: 1 });
		run.takeLimitOff();
		pass(600_000);
		run.tick();
		expect([run.stage, run.leftMs]).toEqual(['question', undefined]);
		const again = open();
		await again.resume();
		expect([again.stage, again.leftMs]).toEqual(['question', undefined]);
	});
});

describe('an attempt whose items have gone or changed since', () => {
	it('goes on with what remains, and says how many are missing', async () => {
		const { open } = await begin({ feedback: 'end' });
		const library = libraryWith(['i0', 'i2', 'i3'], ['i3']);
		const run = open(library);
		await run.resume();
		expect([run.gone, run.questions.map(({ item }) => item)]).toEqual([2, ['b/i0', 'b/i2']]);
		give(run, true);
		give(run, true);
		await run.finish();
		expect(scoreIn(run, library)).toMatchObject({ points: 2, count: 2, counts: { none: 2 } });
	});

	it('can be handed in when nothing remains', async () => {
		const { open } = await begin();
		const run = open(libraryWith([]));
		await run.resume();
		expect([run.stage, run.gone, run.current]).toEqual(['overview', SIZE, undefined]);
		await run.finish();
		expect(run.stage).toBe('finished');
	});

	it('is unknown where the log has no such attempt, and begins with no item that is not there', async () => {
		const { learner, library, clock } = await begin();
		const run = new QuizRun('none', learner, () => Promise.resolve(libraryAsking(library)), clock);
		await run.resume();
		expect(run.stage).toBe('unknown');
		const none = { ...wanted({}), items: ['b/none'] };
		expect(await beginAttempt(learner, library, none)).toBeUndefined();
	});
});
