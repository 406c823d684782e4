import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import { decided, inputOf } from '../../../../tests/support/gradebooks';
import { newDevice, openLearner } from '../../../../tests/support/learners';
import { libraryOf } from '../../../../tests/support/small-library';
import { newFactory } from '../../../../tests/support/stored-logs';
import { makeAnswers } from '$lib/core/assignment/answers';
import { makeAssignment, openAssignment } from '$lib/core/assignment/assignment';
import { bundledCard, BundledCards } from '$lib/core/assignment/bundled';
import { hex } from '$lib/core/assignment/bytes';
import type { KeyMode } from '$lib/core/assignment/policy';
import type { AssignableItem, Question } from '$lib/core/assignment/public-document';
import { openSheet } from '$lib/core/assignment/sheet';
import { answersForClass } from '$lib/core/gradebook/answers-for-class';
import type { Decisions } from '$lib/core/gradebook/decisions';
import { gradebook } from '$lib/core/gradebook/gradebook';
import { cardKey, type CardKey } from '$lib/core/item/card-key';
import { publicItem } from '$lib/core/item/registry';
import type { Response } from '$lib/core/item/response';
import { recordOf } from '$lib/core/log/fold';
import { attemptOf } from '$lib/core/quiz/listed-attempts';
import type { SentAssignment, SentItem } from '$lib/core/teaching/sent';
import { POLICIES } from '$lib/core/teaching/set-policy';
import { digestText } from '$lib/platform/digest';
import { makeDeviceKey, signerOf } from '$lib/platform/assignment/keys';
import { shelveOwnBanks } from '../own-banks';
import { QuizRun } from '../quiz-run.svelte';
import { StudyClock } from '../study-clock';
import { Taking } from './taking';

const { crypto, valueOf } = made;
/** Of the app, which every student has. */
const BANK = 'b';
const { choice, multiple } = made.ITEMS;
const TRUTH = made.ITEMS['true-false'];

const REVISION = '1-0000000000000000';
const BUNDLED: CardKey = cardKey(`${BANK}/one`, '');
const card = await bundledCard(BUNDLED, REVISION, crypto);
const bundled = new BundledCards([card]);

async function student() {
	const library = libraryOf([choice], () => REVISION);
	const learner = await openLearner(newDevice(newFactory()), {
		shelve: async (fold) => shelveOwnBanks(fold, library)
	});
	const key = signerOf(await makeDeviceKey());
	const taking = new Taking({
		...{ learner, library, crypto, digest: digestText, save: () => undefined },
		...{ bundled: () => Promise.resolve(bundled), signer: () => Promise.resolve(key) }
	});
	return { learner, taking, library };
}

const OWN: readonly AssignableItem[] = [choice, multiple, TRUTH];

/** Own questions, after a bundled one where the keys go at once. */
async function sentWith(keyMode: KeyMode): Promise<SentAssignment> {
	const isMixed = keyMode === 'at-once';
	const own = OWN.map(made.own);
	const picked = isMixed ? [{ is: 'bundled' as const, card }, ...own] : own;
	const draft = await made.draftOf(picked, keyMode);
	const tools = { ...(await made.toolsOf()), bundled };
	const { id, frozen, payload } = valueOf(await makeAssignment(draft, tools));
	const first: SentItem = {
		...{ own: BUNDLED, revision: REVISION, item: choice, bundled: true, part: '' }
	};
	const rest = frozen.map((item, at): SentItem => ({
		...{ own: `mine/${OWN[at]?.id}#` as CardKey, revision: '1', item, part: '', bundled: false }
	}));
	return {
		...{ id: hex(id), set: 's', label: 'first', title: 'Mixed', at: 1, lang: 'en' },
		...{ secret: made.SECRET, salt: made.SALT, payload },
		policy: { ...POLICIES.practice, keyMode },
		items: isMixed ? [first, ...rest] : rest
	};
}

/** What makes each item wrong by the key it was sent with, and right by the one it has later. */
const LATER: Decisions['changedKeys'] = new Map([
	[BUNDLED, { right: ['Text c'], at: 1 }],
	['mine/one#', { right: ['Text c'], at: 1 }],
	['mine/two#', { right: ['Text b', 'Text d'], at: 1 }],
	['mine/three#', { right: false, at: 1 }]
]);

function wrong(question: Question): Response {
	const named = (words: readonly string[]) =>
		'options' in question
			? question.options.flatMap(({ id, text: own }) => (words.includes(own) ? [id] : []))
			: [];
	if (question.kind === 'choice') return { kind: 'choice', option: named(['Text c'])[0] ?? '' };
	if (question.kind === 'multiple') {
		return { kind: 'multiple', options: named(['Text b', 'Text d']) };
	}
	return { kind: 'true-false', answer: false };
}

type Taker = Awaited<ReturnType<typeof student>>;

const clock = new StudyClock({ now: () => 1_764_000_000_000, offset: () => 540, elapsed: () => 0 });

/** Answers every question wrong by the first key, and hands it in. */
async function taken(taker: Taker, { payload }: SentAssignment) {
	const { taking, learner } = taker;
	const quiz = valueOf(await taking.openQuiz(payload));
	const id = await taking.begin(quiz, { name: 'Ana', number: 3, borrowed: false });
	const run = new QuizRun(id, learner, (start) => taking.asking(start), clock);
	await run.resume();
	for (const _ of run.questions) {
		run.answer(wrong(run.current?.question as Question));
		if (run.isSolved) run.next();
	}
	await run.finish();
	await learner.retry();
	return { id, sheet: valueOf(await taking.sheet(id)).payload };
}

/** What the teacher gives back after the marking of one sheet. */
async function answers(
	sent: SentAssignment,
	sheet: Uint8Array,
	changedKeys: Decisions['changedKeys']
) {
	const questions = sent.items.map(({ item, part }) => publicItem(item, part) as Question);
	const opened = valueOf(await openAssignment(sent.payload, crypto, bundled));
	const target = { id: opened.id, opener: await made.opener(), questions };
	const received = { sheet: valueOf(await openSheet(sheet, [target], crypto)), received: 2 };
	const decisions = decided({ changedKeys });
	const book = gradebook(inputOf([received], { assignments: [sent], decisions }));
	const document = valueOf(answersForClass([sent], undefined, book, decisions));
	const payload = valueOf(await makeAnswers(document, await made.teacher(), crypto));
	return { payload, points: book.rows[0]?.total?.points };
}

const teacherBank = `t-${hex((await made.teacher()).publicKey).slice(2, 10)}`;
const ownCards = OWN.map(({ id }): CardKey => `${teacherBank}/${id}#` as CardKey);

const studied = async ({ library }: Taker) =>
	Promise.all(
		OWN.map(async ({ id }) => {
			const item = (await library.item(`${teacherBank}/${id}`))?.item;
			if (item?.kind === 'true-false') return item.key;
			if (item?.kind !== 'choice' && item?.kind !== 'multiple') return undefined;
			const keys = item.kind === 'choice' ? [item.key] : item.keys;
			return item.options.flatMap((each) => (keys.includes(each.id) ? each.text : [])).sort();
		})
	);

describe.each(['at-once', 'release', 'device'] as const)('a key that is changed, %s', (mode) => {
	it('marks the phone as it marks the teacher’s table, and is what is studied from then on', async () => {
		const [taker, sent] = [await student(), await sentWith(mode)];
		const { sheet } = await taken(taker, sent);
		const cards = mode === 'at-once' ? [BUNDLED, ...ownCards] : ownCards;
		const first = await answers(sent, sheet, new Map());
		expect(first.points).toBe(0);
		valueOf(await taker.taking.takeAnswers(first.payload));
		const missed = () => cards.filter((each) => recordOf(taker.learner.fold, each).missed);
		expect(missed()).toEqual(cards);
		expect(await studied(taker)).toEqual([['Text b'], ['Text a', 'Text c'], true]);

		const { payload, points } = await answers(sent, sheet, LATER);
		expect(points).toBe(sent.items.length);
		const result = valueOf(await taker.taking.takeAnswers(payload));
		expect(result.attempts).toMatchObject([{ points, count: points, missed: 0 }]);
		expect(missed()).toEqual([]);
		expect(await studied(taker)).toEqual([['Text c'], ['Text b', 'Text d'], false]);
	});

	it('is what it was once that is taken back and the answers are given out anew', async () => {
		const [taker, sent] = [await student(), await sentWith(mode)];
		const { sheet } = await taken(taker, sent);
		valueOf(await taker.taking.takeAnswers((await answers(sent, sheet, LATER)).payload));
		const back = await answers(sent, sheet, new Map());
		const result = valueOf(await taker.taking.takeAnswers(back.payload));
		expect(result.attempts).toMatchObject([{ points: 0, missed: sent.items.length }]);
		expect(await studied(taker)).toEqual([['Text b'], ['Text a', 'Text c'], true]);
	});
});

describe('a key that is changed', () => {
	it('is shown as right in the attempt that it marks, with the evidence there was', async () => {
		const [taker, sent] = [await student(), await sentWith('at-once')];
		const { id, sheet } = await taken(taker, sent);
		const solutions = async () => {
			const start = attemptOf(taker.learner.fold, id)?.start;
			if (!start) throw new Error('no attempt');
			const questions = await (await taker.taking.asking(start)).questionsOf(start);
			return new Map(questions.map(({ item, solution }) => [item, solution]));
		};
		expect((await solutions()).get(`${BANK}/one`)).toMatchObject({ key: 'b' });
		valueOf(await taker.taking.takeAnswers((await answers(sent, sheet, LATER)).payload));
		const later = await solutions();
		const { evidence } = choice;
		expect(later.get(`${BANK}/one`)).toMatchObject({ key: 'c', evidence });
		expect([...later.values()].find((item) => item?.kind === 'true-false')).toMatchObject({
			key: false
		});
		valueOf(await taker.taking.takeAnswers((await answers(sent, sheet, new Map())).payload));
		expect((await solutions()).get(`${BANK}/one`)).toMatchObject({ key: 'b' });
	});
});
