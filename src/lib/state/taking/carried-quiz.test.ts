import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import { newDevice, openLearner } from '../../../../tests/support/learners';
import { newFactory } from '../../../../tests/support/stored-logs';
import { makeAssignment } from '$lib/core/assignment/assignment';
import { makeAnswers } from '$lib/core/assignment/answers';
import { bundledCard, BundledCards } from '$lib/core/assignment/bundled';
import { makeCarried, writtenFile } from '$lib/core/assignment/carried-items';
import { questionOf } from '$lib/core/assignment/public-document';
import { openSheet } from '$lib/core/assignment/sheet';
import { revisionOf } from '$lib/core/bank/compile-bank';
import { recordOf } from '$lib/core/log/fold';
import { digestText } from '$lib/platform/digest';
import { makeDeviceKey, signerOf } from '$lib/platform/assignment/keys';
import { deviceKeys } from '$lib/storage/device-keys';
import { Library } from '../library.svelte';
import { QuizRun } from '../quiz-run.svelte';
import { StudyClock } from '../study-clock';
import { Taking } from './taking';

const { crypto, valueOf, faultOf } = made;
const ITEM = made.ITEMS.choice;
const KEY = 'japan-korea/one';
const CARD = await bundledCard(`${KEY}#`, revisionOf(ITEM, digestText), crypto);
const clock = new StudyClock({ now: () => 1_764_000_000_000, offset: () => 540, elapsed: () => 0 });

/** A student whose app has no banks at all. */
async function student() {
	const factory = newFactory();
	const [learner, library] = [await openLearner(newDevice(factory)), new Library([], {})];
	const taking = new Taking({
		...{ learner, library, crypto, digest: digestText },
		bundled: () => Promise.resolve(new BundledCards([])),
		signer: async (teacherKey, name) => {
			const keys = deviceKeys('/', learner.record?.id ?? '', factory);
			return signerOf(await keys.key(`${teacherKey}:${name}`, makeDeviceKey));
		},
		save: () => undefined
	});
	return { learner, taking };
}

async function quiz() {
	const draft = await made.draftOf([{ is: 'bundled', card: CARD }]);
	const tools = { ...(await made.toolsOf()), bundled: new BundledCards([CARD]) };
	const { payload, id } = valueOf(await makeAssignment(draft, tools));
	const carried = { id, lang: 'ko', items: [{ key: KEY, item: ITEM } as const] };
	const items = valueOf(await makeCarried(carried, await made.teacher(), crypto));
	return { payload, id, file: writtenFile(payload, items) };
}

describe('a quiz of questions that the app does not have', () => {
	it('says how many they are, and nothing is kept', async () => {
		const [{ taking, learner }, { payload }] = [await student(), await quiz()];
		const opened = await taking.openQuiz(payload);
		expect(opened).toEqual({ ok: false, error: { is: 'unknown-items', count: 1 } });
		expect(learner.fold.documents.live.size).toBe(0);
	});

	it('is taken from its file, marked, and opened by its teacher; the card is that of the bank', async () => {
		const [{ taking, learner }, { file, id }] = [await student(), await quiz()];
		const offered = valueOf(await taking.openQuiz(file));
		const attempt = await taking.begin(offered, { name: 'Ada', borrowed: false });
		const run = new QuizRun(attempt, learner, (start) => taking.asking(start), clock);
		await run.resume();
		expect(run.current).toMatchObject({ card: `${KEY}#`, lang: 'ko', solution: ITEM });
		run.answer({ kind: 'choice', option: 'a' });
		await run.finish();
		await learner.retry();
		expect(recordOf(learner.fold, `${KEY}#`).state?.reps).toBe(1);
		expect(recordOf(learner.fold, `${KEY}#`).missed).toBeDefined();

		const sheet = valueOf(await taking.sheet(attempt));
		const target = { id, opener: await made.opener(), questions: [questionOf(ITEM)] };
		const opened = valueOf(await openSheet(sheet.payload, [target], crypto));
		expect(opened.responses).toEqual([{ kind: 'choice', option: 'a' }]);
		const part = { assignment: id, itemIds: [], additions: [], changedKeys: [] };
		const receipts = [opened.hash.slice(0, 6)];
		const answers = { parts: [{ ...part, receipts }] };
		const given = valueOf(await makeAnswers(answers, await made.teacher(), crypto));
		expect(valueOf(await taking.takeAnswers(given)).attempts).toMatchObject([
			{ isReceived: true, points: 0, count: 1, missed: 1 }
		]);
		expect(recordOf(learner.fold, `${KEY}#`).state?.reps).toBe(1);
	});

	it('is refused from a file whose items are not the ones that are asked', async () => {
		const [{ taking }, { payload, id }] = [await student(), await quiz()];
		const items = [{ key: KEY, item: { ...ITEM, stem: 'Where?' } } as const];
		const carried = { id, lang: 'ko', items };
		const other = valueOf(await makeCarried(carried, await made.teacher(), crypto));
		expect(faultOf(await taking.openQuiz(writtenFile(payload, other)))).toBe('unknown-items');
	});
});
