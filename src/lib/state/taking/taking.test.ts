import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import { begun, student, taken, teacher } from '../../../../tests/support/takers';
import { makeAnswers } from '$lib/core/assignment/answers';
import { writtenKeys } from '$lib/core/assignment/assignment';
import { hex, type Bytes } from '$lib/core/assignment/bytes';
import { makeClass } from '$lib/core/assignment/class-document';
import { makePractice } from '$lib/core/assignment/practice';
import { recordOf } from '$lib/core/log/fold';
import { attemptOf } from '$lib/core/quiz/listed-attempts';
import { knownStudent, sheetState } from '$lib/core/taking/received';
import { Collecting } from './collecting.svelte';

const { crypto, valueOf } = made;
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
