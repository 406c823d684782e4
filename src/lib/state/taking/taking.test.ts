import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import { newDevice, openLearner } from '../../../../tests/support/learners';
import { newFactory } from '../../../../tests/support/stored-logs';
import { makeAnswers, type AnswersPart } from '$lib/core/assignment/answers';
import { makeAssignment, openAssignment, writtenKeys } from '$lib/core/assignment/assignment';
import { hex, type Bytes } from '$lib/core/assignment/bytes';
import { makeClass } from '$lib/core/assignment/class-document';
import type { KeyMode, Policy } from '$lib/core/assignment/policy';
import { makePractice } from '$lib/core/assignment/practice';
import { openSheet } from '$lib/core/assignment/sheet';
import type { Response } from '$lib/core/item/response';
import { recordOf } from '$lib/core/log/fold';
import { attemptOf } from '$lib/core/quiz/listed-attempts';
import { knownStudent, sheetState } from '$lib/core/taking/received';
import { digestText } from '$lib/platform/digest';
import { deviceKeys } from '$lib/storage/device-keys';
import { makeDeviceKey, signerOf } from '$lib/platform/assignment/keys';
import { Library } from '../library.svelte';
import { shelveOwnBanks } from '../own-banks';
import { QuizRun } from '../quiz-run.svelte';
import { StudyClock } from '../study-clock';
import { Collecting } from './collecting.svelte';
import { Taking } from './taking';

const { crypto, valueOf } = made;
const STUDENT = { name: '김민서', number: 14, borrowed: false };
const ITEMS = [made.ITEMS.choice, made.ITEMS.text, made.ITEMS['true-false']];

async function student() {
	const factory = newFactory();
	const device = newDevice(factory);
	const library = new Library([], {});
	const learner = await openLearner(device, {
		shelve: async (fold) => shelveOwnBanks(fold, library)
	});
	const taking = new Taking({
		...{ learner, library, crypto, digest: digestText },
		bundled: () => Promise.resolve(made.BANK),
		signer: async (teacherKey, name) => {
			const keys = deviceKeys('/', learner.record?.id ?? '', factory);
			return signerOf(await keys.key(`${teacherKey}:${name}`, makeDeviceKey));
		},
		save: () => undefined
	});
	return { learner, taking, device };
}

async function teacher(keyMode: KeyMode, policy: Partial<Policy> = {}) {
	const draft = await made.draftOf(ITEMS.map(made.own), keyMode);
	const whole = { ...draft, policy: { ...draft.policy, ...policy } };
	const assignment = valueOf(await makeAssignment(whole, await made.toolsOf()));
	const receipts: Bytes[] = [];
	const part = (more: Partial<AnswersPart>): AnswersPart => ({
		...{ assignment: assignment.id, itemIds: ITEMS.map(({ id }) => id) },
		...{ additions: [], changedKeys: [], receipts },
		...more
	});
	return {
		...assignment,
		receipts,
		open: async (payload: Bytes) => {
			const opened = valueOf(await openAssignment(assignment.payload, crypto, made.BANK));
			const questions = opened.items.flatMap((item) => (item.is === 'own' ? item.question : []));
			const target = { id: assignment.id, opener: await made.opener(), questions };
			return valueOf(await openSheet(payload, [target], crypto));
		},
		answers: async (more: Partial<AnswersPart>) =>
			valueOf(await makeAnswers({ parts: [part(more)] }, await made.teacher(), crypto))
	};
}

type Taker = Awaited<ReturnType<typeof student>>;
type Teacher = Awaited<ReturnType<typeof teacher>>;

const clock = new StudyClock({ now: () => 1_764_000_000_000, offset: () => 540, elapsed: () => 0 });

async function begun({ taking, learner }: Taker, { payload }: Teacher) {
	const quiz = valueOf(await taking.openQuiz(payload));
	const id = await taking.begin(quiz, STUDENT);
	const run = new QuizRun(id, learner, (start) => taking.asking(start), clock);
	await run.resume();
	return { id, run };
}

/** Answers everything, the typed one with these words, and hands it in. */
async function taken(taker: Taker, set: Teacher, typed: string) {
	const { id, run } = await begun(taker, set);
	while (run.stage === 'question' && run.current) {
		const { question } = run.current;
		const first = question.kind === 'choice' ? (question.options[0]?.id ?? '') : '';
		const given: Response =
			question.kind === 'choice'
				? { kind: 'choice', option: first }
				: question.kind === 'text'
					? { kind: 'text', text: typed }
					: { kind: 'true-false', answer: true };
		run.answer(given);
		if (run.isSolved) run.next();
	}
	await run.finish();
	await taker.learner.retry();
	return id;
}

const cardOf = async (item: string) =>
	`t-${hex((await made.teacher()).publicKey).slice(2, 10)}/${item}#`;

describe('a quiz that a teacher set', () => {
	it('is taken, handed in sealed, opened by its teacher alone, and marked when answers come', async () => {
		const [taker, set] = [await student(), await teacher('device')];
		const id = await taken(taker, set, 'Naara');
		const sheet = valueOf(await taker.taking.sheet(id));
		expect(hex(valueOf(await taker.taking.sheet(id)).payload)).toBe(hex(sheet.payload));
		const opened = await set.open(sheet.payload);
		expect(opened.body).toMatchObject({ name: '김민서', classNumber: 14, number: 1 });
		expect(opened.responses[1]).toEqual({ kind: 'text', text: 'Naara' });
		expect(sheetState(taker.learner.fold, id, true)).toBe('saved');
		await taker.taking.noteSent(id);
		expect(sheetState(taker.learner.fold, id, true)).toBe('sent');

		const text = await cardOf('four');
		expect(recordOf(taker.learner.fold, text).state).toBeUndefined();
		set.receipts.push(opened.hash.slice(0, 6));
		const keys = valueOf(writtenKeys(set.frozen));
		const answers = await set.answers({ keys, additions: [{ at: 1, text: 'Naara' }] });
		const result = valueOf(await taker.taking.takeAnswers(answers));
		expect(result).toMatchObject({ teacher: 'Ms Kim', isAgain: false });
		expect(result.attempts).toMatchObject([{ isReceived: true, count: 3 }]);
		expect(sheetState(taker.learner.fold, id, true)).toBe('received');
		expect(recordOf(taker.learner.fold, text).state?.reps).toBe(1);
		const again = valueOf(await taker.taking.takeAnswers(answers));
		expect(again.isAgain).toBe(true);
		expect(recordOf(taker.learner.fold, text).state?.reps).toBe(1);
	});

	it('leaves no key on the device before the answers come, and asks on without one', async () => {
		const [taker, set] = [await student(), await teacher('release')];
		const { run } = await begun(taker, set);
		expect(run.questions.every(({ solution }) => solution === undefined)).toBe(true);
		const id = await taken(taker, set, 'Kyoto');
		const { store } = taker.learner;
		const stored = JSON.stringify(await store?.readAll());
		expect(stored).not.toContain('The report says so.');
		expect(stored).not.toContain('Nara city');
		expect(attemptOf(taker.learner.fold, id)?.marks).toEqual({});
		const answers = await set.answers({ secret: made.SECRET });
		const result = valueOf(await taker.taking.takeAnswers(answers));
		// The first attempt was never handed in.
		expect(result.attempts).toMatchObject([{ isReceived: false, attempt: id }]);
		expect(recordOf(taker.learner.fold, await cardOf('four')).missed).toBeDefined();
	});

	it('is marked at once where the keys came with it, and again where a key changed', async () => {
		const [taker, set] = [await student(), await teacher('at-once', { feedback: 'each' })];
		const id = await taken(taker, set, 'Naara');
		const card = await cardOf('four');
		expect(recordOf(taker.learner.fold, card).state?.lapses ?? 0).toBe(0);
		const missedBefore = recordOf(taker.learner.fold, card).missed;
		expect(missedBefore).toBeDefined();
		await taker.taking.sheet(id);
		const banks = [...taker.learner.fold.documents.live.values()].filter(
			({ type }) => type === 'bank'
		);
		expect(banks).toHaveLength(1);
		const answers = await set.answers({ additions: [{ at: 1, text: 'Naara' }] });
		valueOf(await taker.taking.takeAnswers(answers));
		expect(recordOf(taker.learner.fold, card).missed).toBeUndefined();
		expect(recordOf(taker.learner.fold, card).state?.reps).toBe(1);
	});

	it('is gone on with where its answers come before it is handed in', async () => {
		const [taker, set] = [await student(), await teacher('release')];
		const { id } = await begun(taker, set);
		const answers = await set.answers({ secret: made.SECRET });
		const { attempts, unfinished } = valueOf(await taker.taking.takeAnswers(answers));
		expect(attempts).toEqual([]);
		expect(unfinished).toMatchObject([{ quiz: hex(set.id), attempt: id }]);
	});

	it('knows who took the last one of the same teacher, unless the phone was borrowed', async () => {
		const [taker, set] = [await student(), await teacher('device')];
		const other = await teacher('release');
		const key = valueOf(await taker.taking.openQuiz(set.payload)).teacherKey;
		const known = () => knownStudent(taker.learner.fold, key);
		expect(known()).toBeUndefined();
		await begun(taker, set);
		expect(known()).toEqual({ student: '김민서', number: 14 });
		const quiz = valueOf(await taker.taking.openQuiz(other.payload));
		await taker.taking.begin(quiz, { name: 'Ada', borrowed: true });
		expect(known()).toEqual({ student: '김민서', number: 14 });
		await taker.taking.begin(quiz, { name: 'Minseo Kim', borrowed: false });
		expect(known()).toEqual({ student: 'Minseo Kim' });
		expect(knownStudent(taker.learner.fold, '02'.repeat(33))).toBeUndefined();
	});

	it('is not begun, nor kept, by being looked at', async () => {
		const [taker, set] = [await student(), await teacher('device')];
		const before = taker.learner.fold.counts.entries;
		const quiz = valueOf(await taker.taking.openQuiz(set.payload));
		expect(quiz).toMatchObject({ trust: 'unknown', attempts: [], joined: undefined });
		expect(taker.learner.fold.counts.entries).toBe(before);
	});
});

describe('who set it', () => {
	it('is known from the class, and a name that another key has is warned of', async () => {
		const taker = await student();
		const document = { id: made.bytesFrom(0, 16), name: '3-2', teacher: 'Ms Kim' };
		const joined = valueOf(await makeClass(document, await made.teacher(), crypto));
		const offered = valueOf(await taker.taking.openClass(joined));
		await taker.taking.join(offered, { name: '김민서', number: 14 });
		const set = await teacher('device');
		expect(valueOf(await taker.taking.openQuiz(set.payload)).trust).toBe('known');
		const other = await made.teacher(made.OTHER_SEED);
		const forged = valueOf(await makeClass({ ...document, teacher: 'MS KIM' }, other, crypto));
		const bad = await taker.taking.openClass(forged);
		expect(bad.ok && bad.value.trust).toBe('other-key');
	});

	it('cannot be another for answers: they are refused, and nothing is kept', async () => {
		const [taker, set] = [await student(), await teacher('device')];
		await taken(taker, set, 'Kyoto');
		const part = { assignment: set.id, itemIds: [], additions: [], changedKeys: [], receipts: [] };
		const other = await made.teacher(made.OTHER_SEED);
		const forged = valueOf(await makeAnswers({ parts: [part] }, other, crypto));
		const before = taker.learner.fold.counts.entries;
		expect(made.faultOf(await taker.taking.takeAnswers(forged))).toBe('other-teacher');
		expect(made.faultOf(await taker.taking.takeAnswers(set.payload))).toBe('other-kind');
		expect(taker.learner.fold.counts.entries).toBe(before);
	});
});

describe('the practice of what was missed', () => {
	it('is a quiz of one’s own misses, of these quizzes alone', async () => {
		const [taker, set] = [await student(), await teacher('device')];
		await taken(taker, set, 'Kyoto');
		const ask = async (seed: Bytes, id: Bytes) => {
			const document = { title: 'Missed', assignments: [id] };
			const payload = valueOf(await makePractice(document, await made.teacher(seed), crypto));
			return taker.taking.beginPractice(payload);
		};
		// Before the answers nobody here knows what is wrong.
		expect(valueOf(await ask(made.SEED, set.id))).toBeUndefined();
		const keys = valueOf(writtenKeys(set.frozen));
		valueOf(await taker.taking.takeAnswers(await set.answers({ keys })));
		const begun = valueOf(await ask(made.SEED, set.id)) ?? '';
		const items = attemptOf(taker.learner.fold, begun)?.start.items.map(({ item }) => item) ?? [];
		expect(items).toContain((await cardOf('four')).slice(0, -1));
		expect(made.faultOf(await ask(made.OTHER_SEED, set.id))).toBe('other-teacher');
		expect(made.faultOf(await ask(made.SEED, made.bytesFrom(3, 32)))).toBe('other-assignment');
	});
});

describe('whoever collects', () => {
	it('keeps each sheet once, unread, and passes all on as one text', async () => {
		const [taker, set, third] = [await student(), await teacher('device'), await student()];
		const id = await taken(taker, set, 'Kyoto');
		const { payload } = valueOf(await taker.taking.sheet(id));
		let file = '';
		const collecting = new Collecting(third.learner, crypto, (_, text) => (file = text));
		expect(valueOf(await collecting.keepOne(payload))).toMatchObject({ added: 1, again: 0 });
		expect(valueOf(await collecting.keepOne(payload))).toMatchObject({ added: 0, again: 1 });
		collecting.passOn('https://kachi.example/a/');
		const fourth = new Collecting((await student()).learner, crypto, () => undefined);
		expect(valueOf(await fourth.gather(`Re: quiz\n> ${file}`))).toMatchObject({ added: 1 });
		expect(fourth.sheets.map(({ code }) => code)).toEqual(
			collecting.sheets.map(({ code }) => code)
		);
		expect(made.faultOf(await fourth.gather('hello'))).toBe('foreign');
		expect(made.faultOf(await fourth.keepOne(set.payload))).toBe('other-kind');
		await collecting.forget();
		expect(collecting.sheets).toEqual([]);
	});
});
