import { describe, expect, it } from 'vitest';
import type { TextItem } from '$lib/core/item/kinds/text/text';
import { DEFAULT_QUIZ } from '$lib/core/quiz/quiz-settings';
import { newDevice, openLearner } from '../../../tests/support/learners';
import { libraryOf } from '../../../tests/support/small-library';
import { newFactory } from '../../../tests/support/stored-logs';
import { beginAttempt } from './begin-attempt';
import { DrillSession } from './drill-session.svelte';
import { libraryAsking } from './quiz-asked';
import { QuizRun } from './quiz-run.svelte';
import { ReviewSession } from './review-session.svelte';

const item: TextItem = {
	...{ id: 'one', kind: 'text', stem: 'Which treaty ended the war?', key: 'Treaty of Paris' },
	...{ accept: [], confusions: [], redirects: [{ text: 'treaty', hint: 'Please be more exact.' }] },
	...{ explanation: '-', evidence: [], claim: 'fact', difficulty: 'easy', excludes: [] }
};

async function open() {
	const device = newDevice(newFactory());
	const library = libraryOf([item]);
	return { device, library, learner: await openLearner(device) };
}

const treaty = { kind: 'text', text: 'treaty' } as const;

describe('an answer that is asked again, given a second time', () => {
	it('counts as it stands in a quiz', async () => {
		const { device, library, learner } = await open();
		const settings = { ...DEFAULT_QUIZ, feedback: 'once' as const };
		const wanted = { items: ['b/one'], title: 'Quiz', seed: 's', settings };
		const id = (await beginAttempt(learner, library, wanted)) ?? '';
		const run = new QuizRun(id, learner, async () => libraryAsking(library), device.clock);
		await run.resume();
		run.answer(treaty);
		expect([run.remark?.is, run.isSolved]).toEqual(['ask-again', false]);
		run.answer(treaty);
		expect([run.remark, run.isSolved, run.scoreOf('b/one')]).toEqual([undefined, true, 0]);
	});

	it('counts as it stands in a session', async () => {
		const { device, library, learner } = await open();
		const session = new ReviewSession(learner, library, device.clock);
		await session.next();
		session.answer(treaty);
		expect([session.remark?.is, session.stage.is]).toEqual(['ask-again', 'asking']);
		session.answer(treaty);
		expect([session.remark, session.stage.is]).toEqual([undefined, 'answered']);
		expect(session.answers.map(({ score }) => score)).toEqual([0]);
	});

	it('counts as it stands in a drill', async () => {
		const { device, library, learner } = await open();
		const drill = new DrillSession(learner, library, device.clock);
		await drill.begin(['b/one#']);
		drill.answer(treaty);
		expect([drill.remark?.is, drill.stage.is]).toEqual(['ask-again', 'asking']);
		drill.answer(treaty);
		expect([drill.remark, drill.stage.is]).toEqual([undefined, 'answered']);
		expect(drill.answers.map(({ right }) => right)).toEqual([false]);
	});
});
