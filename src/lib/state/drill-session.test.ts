import { describe, expect, it } from 'vitest';
import type { FlashcardItem } from '$lib/core/item/kinds/flashcard/flashcard';
import type { TrueFalseItem } from '$lib/core/item/kinds/true-false/true-false';
import { cardsOfMissed } from '$lib/core/notebook/drill-list';
import { WHOLE_NOTEBOOK } from '$lib/core/notebook/notebook-filter';
import { newDevice, openLearner } from '../../../tests/support/learners';
import { libraryOf } from '../../../tests/support/small-library';
import { newFactory } from '../../../tests/support/stored-logs';
import { drillCards } from './drill-cards';
import { DrillSession } from './drill-session.svelte';
import { MissedNotebook } from './missed-notebook.svelte';
import { paperItems } from './paper-items';
import { ReviewSession } from './review-session.svelte';

const about = {
	explanation: '-',
	evidence: [],
	claim: 'fact',
	difficulty: 'easy',
	excludes: []
} as const;
const statement = (id: string): TrueFalseItem => ({
	...{ id, kind: 'true-false', stem: `Is it ${id}?`, key: true, why: '-' },
	...about
});
const flashcard: FlashcardItem = {
	...{ id: 'f', kind: 'flashcard', front: 'Front', back: 'Back', reverse: false },
	...about
};
const items = [statement('x'), statement('y'), flashcard];

async function open() {
	const device = newDevice(newFactory());
	const learner = await openLearner(device);
	const library = libraryOf(items);
	return { device, learner, library, drill: new DrillSession(learner, library, device.clock) };
}

type Drill = Awaited<ReturnType<typeof open>>['drill'];

/** What was set going has been done. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

const shownIn = ({ stage }: Drill): string => {
	if (stage.is === 'asking') return stage.shown.card.key;
	return stage.is === 'answered' ? `${stage.answered.shown.card.key}!` : stage.is;
};

async function answer(drill: Drill, isRight: boolean): Promise<void> {
	drill.answer({ kind: 'true-false', answer: isRight });
	await drill.next();
}

describe('a drill', () => {
	it('goes on in rounds until all were right once, and is practice alone', async () => {
		const { learner, drill } = await open();
		await drill.begin(['b/x#', 'b/y#']);
		await answer(drill, false);
		await answer(drill, true);
		expect([shownIn(drill), drill.drill.round]).toEqual(['b/x#', 2]);
		await answer(drill, true);
		expect(shownIn(drill)).toBe('done');
		expect(drill.drill).toMatchObject({ round: 2, atOnce: 1, right: ['b/y#', 'b/x#'] });
		await settle();
		const { entries } = learner.fold.tail;
		expect(entries).toHaveLength(3);
		for (const entry of entries) expect(entry).toMatchObject({ kind: 'practice', mode: 'drill' });
		expect(learner.stateOf('b/x#')).toBeUndefined();
		expect(learner.recordOf('b/x#').missed).toBeUndefined();
	});

	it('shows the result before it goes on; a self-rated card goes on by itself', async () => {
		const { drill } = await open();
		await drill.begin(['b/x#', 'b/f#', 'b/y#']);
		drill.answer({ kind: 'true-false', answer: true });
		expect(shownIn(drill)).toBe('b/x#!');
		await drill.next();
		drill.giveUp();
		expect(shownIn(drill)).toBe('b/f#');
		drill.answer({ kind: 'flashcard', rating: 1 });
		await settle();
		expect(shownIn(drill)).toBe('b/y#');
		expect(drill.drill.wrong).toEqual(['b/f#']);
	});

	it('brings again what the learner did not know', async () => {
		const { drill } = await open();
		await drill.begin(['b/x#']);
		drill.giveUp();
		expect(shownIn(drill)).toBe('b/x#!');
		await drill.next();
		expect([shownIn(drill), drill.drill.round]).toEqual(['b/x#', 2]);
	});

	it('takes back the last answer, in the log too, even at its end', async () => {
		const { learner, drill } = await open();
		await drill.begin(['b/x#', 'b/y#']);
		await answer(drill, true);
		await answer(drill, true);
		expect(shownIn(drill)).toBe('done');
		drill.undo();
		expect([shownIn(drill), drill.drill.right]).toEqual(['b/y#', ['b/x#']]);
		drill.undo();
		drill.undo();
		expect([shownIn(drill), drill.canUndo]).toEqual(['b/x#', false]);
		expect(learner.today.practice).toBe(0);
	});

	it('of nothing, or of what is gone, is done at once', async () => {
		const { drill } = await open();
		await drill.begin(['gone/w#']);
		expect([shownIn(drill), drill.canUndo]).toEqual(['done', false]);
		drill.undo();
		expect(shownIn(drill)).toBe('done');
	});
});

describe('the notebook', () => {
	it('has what was missed in Study at once, tells of it when read, and stays as it is', async () => {
		const { device, learner, library, drill } = await open();
		const session = new ReviewSession(learner, library, device.clock);
		const notebook = new MissedNotebook(learner, library);
		expect([notebook.items, notebook.isBehind]).toEqual([[], false]);
		await session.next();
		session.answer({ kind: 'true-false', answer: false });
		expect(notebook.items.map(({ item }) => item)).toEqual(['b/x']);
		expect(notebook.isBehind).toBe(true);
		expect(notebook.shown({ ...WHOLE_NOTEBOOK, sure: true })).toBeUndefined();
		await notebook.read();
		expect([notebook.isBehind, notebook.failed]).toEqual([false, false]);
		expect(notebook.told?.get('b/x#')?.misses[0]?.response).toMatchObject({ answer: false });
		expect(notebook.shown({ ...WHOLE_NOTEBOOK, sure: true })).toEqual([]);
		expect(notebook.shown({ ...WHOLE_NOTEBOOK, when: 'today' })).toHaveLength(1);

		const { signature } = notebook;
		await drill.begin(cardsOfMissed(notebook.items));
		await answer(drill, true);
		expect(notebook.signature).toBe(signature);
	});
});

describe('the cards of a drill', () => {
	it('are what was missed, narrowed by what the log tells, or what topics have', async () => {
		const { device, learner, library } = await open();
		const session = new ReviewSession(learner, library, device.clock);
		await session.next();
		session.answer({ kind: 'true-false', answer: false });
		const of = (filter: object, choice: Parameters<typeof drillCards>[0] = { of: 'missed' }) =>
			drillCards(choice, { ...WHOLE_NOTEBOOK, ...filter }, learner, library);
		expect(await of({})).toEqual(['b/x#']);
		expect(await of({ sure: true })).toEqual([]);
		expect(await of({}, { of: 'topics', topics: ['b/all', 'b/none', 'nothing'] })).toEqual([
			'b/x#'
		]);
		expect(await of({}, { of: 'attempt', attempt: 'none' })).toBeUndefined();
	});

	it('are printed without their keys; what is gone is left out', async () => {
		const { library } = await open();
		const papers = await paperItems(library, ['b/f#', 'gone/w#', 'b/x#']);
		expect(papers.map(({ card, question }) => [card, question])).toEqual([
			['b/f#', { kind: 'flashcard', id: 'f', prompt: 'Front' }],
			['b/x#', { kind: 'true-false', id: 'x', stem: 'Is it x?' }]
		]);
	});
});
