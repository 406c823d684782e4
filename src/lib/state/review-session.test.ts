import { describe, expect, it } from 'vitest';
import type { TrueFalseItem } from '$lib/core/item/kinds/true-false/true-false';
import { noteOf } from '$lib/core/log/fold';
import { newDevice, openLearner } from '../../../tests/support/learners';
import { libraryOf } from '../../../tests/support/small-library';
import { newFactory } from '../../../tests/support/stored-logs';
import { ReviewSession } from './review-session.svelte';

const SIZE = 12;

const items = Array.from({ length: SIZE }, (_, at): TrueFalseItem => ({
	...{ id: `i${at}`, kind: 'true-false', stem: `Is it ${at}?`, key: true, why: '-' },
	...{ explanation: '-', evidence: [], claim: 'fact', difficulty: 'easy', excludes: [] }
}));

async function begin() {
	const device = newDevice(newFactory());
	const learner = await openLearner(device);
	const library = libraryOf(items);
	const session = new ReviewSession(learner, library, device.clock);
	await session.next();
	return { learner, session };
}

type Session = Awaited<ReturnType<typeof begin>>['session'];

function shownIn({ stage }: Session): string {
	if (stage.is === 'asking') return stage.shown.card.key;
	return stage.is === 'answered' ? stage.answered.shown.card.key : stage.is;
}

/** What was set going has been done. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

const answerWith = (session: Session, answer = true) =>
	session.answer({ kind: 'true-false', answer });

describe('a session in which more is done than answering', () => {
	it('goes on to another card when one is suspended, put off or made new again', async () => {
		const { session } = await begin();
		const seen = [shownIn(session)];
		for (const kind of ['suspend', 'bury'] as const) {
			session.control({ kind, cards: [shownIn(session)] });
			await settle();
			seen.push(shownIn(session));
		}
		expect(seen).toEqual(['b/i0#', 'b/i1#', 'b/i2#']);
		answerWith(session);
		session.control({ kind: 'reset', cards: ['b/i2#'] });
		await settle();
		expect(session.stage.is).toBe('asking');
	});

	it('stays with a card that is flagged or noted, answered or not', async () => {
		const { session } = await begin();
		const { stage } = session;
		session.control({ kind: 'flag', cards: ['b/i0#'], flag: 1 });
		session.control({ kind: 'note', item: 'b/i0', text: 'x' });
		expect(session.stage).toBe(stage);
		session.undo();
		session.undo();
		expect(session.stage).toBe(stage);
		expect(session.canUndo).toBe(false);
	});

	it('takes back more than fifty acts in order, until the log is as if nothing was done', async () => {
		const { learner, session } = await begin();
		const shown: string[] = [];
		for (let at = 0; at < 90; at++) {
			shown.push(shownIn(session));
			const cards = [shownIn(session)];
			if (at % 10 === 9) session.control({ kind: 'suspend', cards });
			else if (session.stage.is === 'answered') void session.next();
			else if (at % 3 === 0) session.control({ kind: 'flag', cards, flag: (at % 7) + 1 });
			else if (at % 3 === 1) answerWith(session, at % 2 === 0);
			else session.control({ kind: 'note', item: 'b/i0', text: `note ${at}` });
			await settle();
		}
		let steps = 0;
		for (; session.canUndo; steps++) session.undo();
		expect(steps).toBeGreaterThan(50);
		expect(shownIn(session)).toBe(shown[0]);
		expect(learner.fold.cards.live.size + learner.fold.notes.live.size).toBe(0);
		expect([...learner.fold.days]).toEqual([]);
		await settle();
	});

	it('takes “I don’t know” for forgotten, without a response, and takes it back', async () => {
		const { learner, session } = await begin();
		session.giveUp();
		expect(session.stage).toMatchObject({ is: 'answered', answered: { rating: 1, score: 0 } });
		expect(session.answers[0]?.response).toBe(undefined);
		expect(learner.stateOf('b/i0#')?.phase).toBe('learning');
		session.undo();
		expect([session.stage.is, shownIn(session)]).toEqual(['asking', 'b/i0#']);
		expect(learner.stateOf('b/i0#')).toBe(undefined);
	});

	it('counts down what was not asked yet, and counts what comes back apart', async () => {
		const { session } = await begin();
		const counts = () => [session.left, session.again, session.done];
		expect(counts()).toEqual([SIZE, 0, 0]);
		answerWith(session, false);
		expect(counts()).toEqual([SIZE - 1, 1, 1]);
		session.undo();
		expect(counts()).toEqual([SIZE, 0, 0]);
	});

	it('says what was done with a card only while that card is shown', async () => {
		const { session } = await begin();
		answerWith(session);
		session.change(4);
		session.control({ kind: 'note', item: 'b/i0', text: 'x' });
		expect(session.lastControl?.kind).toBe('note');
		await session.next();
		expect(session.lastControl).toBe(undefined);
		session.control({ kind: 'suspend', cards: [shownIn(session)] });
		await settle();
		expect(session.lastControl?.kind).toBe('suspend');
	});

	it('takes back a changed answer before what was done between answer and change', async () => {
		const { learner, session } = await begin();
		answerWith(session, false);
		session.control({ kind: 'note', item: 'b/i0', text: 'between' });
		session.change(3, true);
		session.undo();
		expect(session.stage.is).toBe('asking');
		expect(noteOf(learner.fold, 'b/i0')).toBe('between');
		expect(session.lastControl?.kind).toBe('note');
		session.undo();
		expect(session.stage.is).toBe('asking');
		expect(noteOf(learner.fold, 'b/i0')).toBe(undefined);
		expect(learner.stateOf('b/i0#')).toBe(undefined);
	});

	it('shows the result again from which a card was suspended', async () => {
		const { session } = await begin();
		answerWith(session);
		session.control({ kind: 'suspend', cards: ['b/i0#'] });
		await settle();
		expect(shownIn(session)).toBe('b/i1#');
		session.undo();
		expect([session.stage.is, shownIn(session)]).toEqual(['answered', 'b/i0#']);
		expect(session.answers).toHaveLength(1);
	});
});
