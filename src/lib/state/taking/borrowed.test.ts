import { describe, expect, it, vi } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import { newDevice, openLearner, SCOPE, storeOf } from '../../../../tests/support/learners';
import { setQuiz } from '../../../../tests/support/set-quiz';
import { newFactory } from '../../../../tests/support/stored-logs';
import { composeBorrowed } from '$lib/compose-borrowed';
import { hex } from '$lib/core/assignment/bytes';
import { findAnyPayload, toLink } from '$lib/core/assignment/link';
import type { Response } from '$lib/core/item/response';
import type { BorrowedStore } from '$lib/core/ports';
import { StorageFailure } from '$lib/core/storage-failure';
import { digestText } from '$lib/platform/digest';
import { createBorrowedStore } from '$lib/storage/borrowed-store';
import { Library } from '../library.svelte';
import { QuizRun } from '../quiz-run.svelte';
import { StudyClock } from '../study-clock';
import { Taking } from './taking';

const { crypto, valueOf } = made;
const URL = 'https://kachi.example/';
const ITEMS = [made.ITEMS.choice, made.ITEMS.text];
const DAY_MS = 86_400_000;

/** One phone with its owner; every call of `tab` is another tab. */
async function phone() {
	const factory = newFactory();
	const device = newDevice(factory);
	let now = 1_764_000_000_000;
	const clock = new StudyClock({ now: () => (now += 1_000), offset: () => 540, elapsed: () => 0 });
	const library = new Library([], {});
	const owner = await openLearner(device);
	const bundled = () => Promise.resolve(made.BANK);
	const taking = new Taking({
		...{ learner: owner, library, crypto, digest: digestText, bundled },
		signer: () => Promise.reject(new Error('the owner hands nothing in')),
		save: () => undefined
	});
	const tab = (store: Partial<BorrowedStore> = {}) =>
		composeBorrowed({
			...{ scope: SCOPE, clock, library, bundled },
			indexedDb: () => factory,
			store: { ...createBorrowedStore(SCOPE, factory), ...store },
			openStore: (id) => storeOf(device, id)
		});
	const names = async () => (await factory.databases()).map(({ name }) => name);
	const pass = (days: number) => (now += days * DAY_MS);
	return { factory, owner, taking, clock, tab, names, pass };
}

type Phone = Awaited<ReturnType<typeof phone>>;
type Tab = ReturnType<Phone['tab']>;
type Quiz = Awaited<ReturnType<typeof setQuiz>>;

async function begun({ taking }: Phone, tab: Tab, quiz: Quiz, name = 'Ada') {
	const payload = valueOf(findAnyPayload(quiz.link));
	const offered = valueOf(await taking.openQuiz(payload));
	return tab.begin(offered, { name, number: 7 });
}

/** Goes on with an attempt as somebody does who has just opened its page. */
async function resumed({ clock }: Phone, tab: Tab, id: string) {
	const borrowing = await tab.find(id);
	if (!borrowing) throw new Error('it is not here');
	const { learner, taking } = borrowing;
	const run = new QuizRun(id, learner, (start) => taking.asking(start), clock);
	await run.resume();
	return { borrowing, run };
}

const WRONG: Response = { kind: 'text', text: 'Osaka' };

function answerCurrent(run: QuizRun): void {
	const question = run.current?.question;
	const option = question?.kind === 'choice' ? (question.options[0]?.id ?? '') : '';
	run.answer(question?.kind === 'choice' ? { kind: 'choice', option } : WRONG);
	if (run.isSolved) run.next();
}

async function handedIn(on: Phone, tab: Tab, id: string) {
	const { borrowing, run } = await resumed(on, tab, id);
	for (const _ of ITEMS) answerCurrent(run);
	await run.finish();
	await borrowing.learner.retry();
	const { payload } = valueOf(await borrowing.taking.sheet(id));
	return toLink(`${URL}a/`, payload);
}

describe('somebody who borrows the phone', () => {
	it('has a database of their own, and the owner’s log stays as it was', async () => {
		const [on, quiz] = [await phone(), await setQuiz(URL, ITEMS, 'at-once', { feedback: 'each' })];
		const before = await on.owner.store?.readAll();
		const tab = on.tab();
		const id = await begun(on, tab, quiz);
		const sheet = await quiz.open(await handedIn(on, tab, id));
		expect(sheet.body).toMatchObject({ name: 'Ada', classNumber: 7, borrowed: true, number: 1 });
		expect(await on.names()).toContain(`kachi:${SCOPE}:borrowed:${id}`);
		expect(await on.owner.store?.readAll()).toEqual(before);
		// Whom the owner knows is for the owner to say.
		const offered = valueOf(await on.taking.openQuiz(valueOf(findAnyPayload(quiz.link))));
		expect(offered).toMatchObject({ trust: 'unknown', attempts: [], joined: undefined });
	});

	it('signs with a key that nobody else has, and begins with the first attempt', async () => {
		const [on, quiz] = [await phone(), await setQuiz(URL, ITEMS, 'device')];
		const tab = on.tab();
		const first = await quiz.open(await handedIn(on, tab, await begun(on, tab, quiz)));
		const second = await quiz.open(await handedIn(on, tab, await begun(on, tab, quiz)));
		expect(hex(first.deviceKey)).not.toBe(hex(second.deviceKey));
		expect(hex(first.body.attempt)).not.toBe(hex(second.body.attempt));
		expect(second.body.number).toBe(1);
	});

	it('goes on where the browser was killed, with the same sheet ever after', async () => {
		const [on, quiz] = [await phone(), await setQuiz(URL, ITEMS, 'device')];
		const id = await begun(on, on.tab(), quiz);
		const { run, borrowing } = await resumed(on, on.tab(), id);
		answerCurrent(run);
		await borrowing.learner.retry();
		const later = on.tab();
		expect((await resumed(on, later, id)).run.unanswered).toHaveLength(1);
		const link = await handedIn(on, later, id);
		expect(await handedIn(on, on.tab(), id)).toBe(link);
	});

	it('leaves nothing behind for the next person', async () => {
		const [on, quiz] = [await phone(), await setQuiz(URL, ITEMS, 'device')];
		const tab = on.tab();
		const before = await on.names();
		const id = await begun(on, tab, quiz);
		await handedIn(on, tab, id);
		await tab.erase(id);
		expect(await on.names()).toEqual(before);
		expect(await createBorrowedStore(SCOPE, on.factory).list()).toEqual([]);
		expect(await tab.find(id)).toBeUndefined();
		expect(await on.names()).toEqual(before);
	});

	it('is forgotten after seven days, and not before', async () => {
		const [on, quiz] = [await phone(), await setQuiz(URL, ITEMS, 'device')];
		const first = await begun(on, on.tab(), quiz);
		on.pass(6);
		const second = await begun(on, on.tab(), quiz);
		expect(await on.tab().look()).toEqual([first, second]);
		on.pass(1);
		expect(await on.tab().look()).toEqual([second]);
		expect(await on.names()).not.toContain(`kachi:${SCOPE}:borrowed:${first}`);
		expect(await on.tab().find(first)).toBeUndefined();
	});

	it('is gone in every tab, and no tab that still shows it makes it anew', async () => {
		const [on, quiz] = [await phone(), await setQuiz(URL, ITEMS, 'device')];
		const [tab, other] = [on.tab(), on.tab()];
		const id = await begun(on, tab, quiz);
		const shown = await other.find(id);
		await tab.erase(id);
		await vi.waitFor(() => expect(shown?.stage).toBe('gone'));
		await shown?.taking.noteSent(id);
		expect(shown?.learner.unsaved).toBe(true);
		expect(await on.names()).not.toContain(`kachi:${SCOPE}:borrowed:${id}`);
	});

	it('sees what another tab has answered', async () => {
		const [on, quiz] = [await phone(), await setQuiz(URL, ITEMS, 'device')];
		const [tab, other] = [on.tab(), on.tab()];
		const id = await begun(on, tab, quiz);
		const shown = await other.find(id);
		const { run } = await resumed(on, tab, id);
		answerCurrent(run);
		await vi.waitFor(() => {
			const { answers } = shown?.learner.fold.attempts.live.get(id) ?? { answers: {} };
			expect(Object.keys(answers)).toHaveLength(1);
		});
	});

	it('is erased with all others when the phone’s owner erases everything', async () => {
		const [on, quiz] = [await phone(), await setQuiz(URL, ITEMS, 'device')];
		const before = await on.names();
		const tab = on.tab();
		await begun(on, tab, quiz, 'Ada');
		await begun(on, on.tab(), quiz, 'Bo');
		await tab.eraseAll();
		expect(await on.names()).toEqual(before);
	});

	it('does not begin where nothing can be kept apart, and makes no database', async () => {
		const [on, quiz] = [await phone(), await setQuiz(URL, ITEMS, 'device')];
		const before = await on.names();
		const full = () => Promise.reject(new StorageFailure('quota', 'for the test'));
		const tab = on.tab({ add: full });
		await expect(begun(on, tab, quiz)).rejects.toMatchObject({ trouble: 'quota' });
		expect(await on.names()).toEqual(before);
	});
});
