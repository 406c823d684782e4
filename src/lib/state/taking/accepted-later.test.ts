import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import { decided, inputOf } from '../../../../tests/support/gradebooks';
import { newDevice, openLearner } from '../../../../tests/support/learners';
import { newFactory } from '../../../../tests/support/stored-logs';
import { makeAnswers } from '$lib/core/assignment/answers';
import { makeAssignment, openAssignment } from '$lib/core/assignment/assignment';
import { bundledCard, BundledCards } from '$lib/core/assignment/bundled';
import { hex } from '$lib/core/assignment/bytes';
import type { AssignableItem } from '$lib/core/assignment/public-document';
import { makePractice } from '$lib/core/assignment/practice';
import { openSheet } from '$lib/core/assignment/sheet';
import type { BankIndex, ContentLoaders } from '$lib/core/bank/bank';
import { answersForClass } from '$lib/core/gradebook/answers-for-class';
import type { Decisions } from '$lib/core/gradebook/decisions';
import { gradebook } from '$lib/core/gradebook/gradebook';
import { cardKey, type CardKey } from '$lib/core/item/card-key';
import { publicItem } from '$lib/core/item/registry';
import { recordOf } from '$lib/core/log/fold';
import type { SentAssignment, SentItem } from '$lib/core/teaching/sent';
import { POLICIES } from '$lib/core/teaching/set-policy';
import type { Question } from '$lib/core/assignment/public-document';
import { digestText } from '$lib/platform/digest';
import { makeDeviceKey, signerOf } from '$lib/platform/assignment/keys';
import { Library } from '../library.svelte';
import { shelveOwnBanks } from '../own-banks';
import { QuizRun } from '../quiz-run.svelte';
import { StudyClock } from '../study-clock';
import { Taking } from './taking';

const { crypto, valueOf } = made;
const BANK = 'japan-korea';
const text = { en: 'T', ko: '제', ja: '題' };
const { cloze, text: typed } = made.ITEMS;
const BUNDLED: readonly AssignableItem[] = [cloze, { ...typed, id: 'seven', key: 'Busan' }];

const index: BankIndex = {
	...{ id: BANK, lang: 'en', title: text, topics: [{ id: 'people', title: text }] },
	items: [
		{ id: 'six', topic: 'people', kind: 'cloze', parts: ['c1', 'c2'] },
		{ id: 'seven', topic: 'people', kind: 'text' }
	]
};
const loaders: ContentLoaders = {
	sources: () => Promise.resolve([]),
	articles: () => Promise.resolve([]),
	texts: () => Promise.resolve({}),
	draws: () => Promise.resolve({}),
	shelves: {
		people: [
			() => Promise.resolve(BUNDLED.map((item) => ({ item, revision: '1-0000000000000000' })))
		]
	}
};

const CARDS: readonly CardKey[] = [cardKey(`${BANK}/six`, 'c1'), cardKey(`${BANK}/seven`, '')];
const cards = await Promise.all(
	CARDS.map((card) => bundledCard(card, '1-0000000000000000', crypto))
);
const bundled = new BundledCards(cards);
const OWN: CardKey = 'mine/four#';

async function student() {
	const factory = newFactory();
	const library = new Library([index], { [BANK]: loaders });
	const learner = await openLearner(newDevice(factory), {
		shelve: async (fold) => shelveOwnBanks(fold, library)
	});
	const key = signerOf(await makeDeviceKey());
	const taking = new Taking({
		...{ learner, library, crypto, digest: digestText, save: () => undefined },
		...{ bundled: () => Promise.resolve(bundled), signer: () => key }
	});
	return { learner, taking };
}

/** Bundled questions and one of the teacher's own: the keys go at once. */
async function mixed(): Promise<SentAssignment> {
	const picked = [...cards.map((card) => ({ is: 'bundled' as const, card })), made.own(typed)];
	const tools = { ...(await made.toolsOf()), bundled };
	const { id, frozen, payload } = valueOf(await makeAssignment(await made.draftOf(picked), tools));
	const items = [
		...BUNDLED.map((item, at): SentItem => ({
			...{ own: CARDS[at] ?? OWN, revision: '1-0000000000000000', item, bundled: true },
			part: item.kind === 'cloze' ? 'c1' : ''
		})),
		...frozen.map((item): SentItem => ({
			...{ own: OWN, revision: '1', item, part: '', bundled: false }
		}))
	];
	return {
		...{ id: hex(id), set: 's', label: 'first', title: 'Mixed', at: 1, lang: 'en', items },
		...{ secret: made.SECRET, salt: made.SALT, payload, policy: POLICIES.practice }
	};
}

type Taker = Awaited<ReturnType<typeof student>>;

const clock = new StudyClock({ now: () => 1_764_000_000_000, offset: () => 540, elapsed: () => 0 });

/** Types the same to every question, and hands it in. */
async function taken({ taking, learner }: Taker, { payload }: SentAssignment, words: string) {
	const quiz = valueOf(await taking.openQuiz(payload));
	const id = await taking.begin(quiz, { name: 'Ana', number: 3, borrowed: false });
	const run = new QuizRun(id, learner, (start) => taking.asking(start), clock);
	await run.resume();
	for (const _ of run.questions) {
		const asked = run.current?.question;
		run.answer(
			asked?.kind === 'cloze'
				? { kind: 'cloze', gap: asked.gap, text: words }
				: { kind: 'text', text: words }
		);
		if (run.isSolved) run.next();
	}
	await run.finish();
	await learner.retry();
	return valueOf(await taking.sheet(id)).payload;
}

/** What the teacher gives back after the marking of one sheet. */
async function answers(sent: SentAssignment, sheet: Uint8Array, accepted: Decisions['accepted']) {
	const questions = sent.items.map(({ item, part }) => publicItem(item, part) as Question);
	const opened = valueOf(await openAssignment(sent.payload, crypto, bundled));
	const target = { id: opened.id, opener: await made.opener(), questions };
	const received = { sheet: valueOf(await openSheet(sheet, [target], crypto)), received: 2 };
	const decisions = decided({ accepted });
	const book = gradebook(inputOf([received], { assignments: [sent], decisions }));
	const document = valueOf(answersForClass([sent], undefined, book, decisions));
	const payload = valueOf(await makeAnswers(document, await made.teacher(), crypto));
	return { payload, points: book.rows[0]?.total?.points };
}

describe('an answer that the teacher accepted', () => {
	it('is right on the phone too, of bundled and of own questions, and nothing of it stays missed', async () => {
		const [taker, sent] = [await student(), await mixed()];
		const sheet = await taken(taker, sent, 'Mr Nakatani');
		const own: CardKey = `t-${hex((await made.teacher()).publicKey).slice(2, 10)}/four#`;
		const all = [...CARDS, own];
		const missed = () => all.filter((card) => recordOf(taker.learner.fold, card).missed);
		expect(missed()).toEqual(all);

		const accepted = new Map(
			[...CARDS, OWN].map((card) => [card, [{ text: 'Mr. Nakatani', at: 1 }]] as const)
		);
		const { payload, points } = await answers(sent, sheet, accepted);
		const result = valueOf(await taker.taking.takeAnswers(payload));
		expect(result.attempts).toMatchObject([{ points, count: 3, missed: 0, isReceived: true }]);
		expect(points).toBe(3);
		expect(missed()).toEqual([]);
		for (const card of all) expect(recordOf(taker.learner.fold, card).state?.lapses ?? 0).toBe(0);

		const document = {
			title: 'Missed',
			assignments: [valueOf(await openAssignment(sent.payload, crypto, bundled)).id]
		};
		const practice = valueOf(await makePractice(document, await made.teacher(), crypto));
		expect(valueOf(await taker.taking.beginPractice(practice))).toBeUndefined();
	});

	it('is wrong again once the teacher takes that back and gives the answers out anew', async () => {
		const [taker, sent] = [await student(), await mixed()];
		const sheet = await taken(taker, sent, 'Mr Nakatani');
		const [card = OWN] = CARDS;
		const accepted = new Map([[card, [{ text: 'Mr Nakatani', at: 1 }]]]);
		valueOf(await taker.taking.takeAnswers((await answers(sent, sheet, accepted)).payload));
		expect(recordOf(taker.learner.fold, card).missed).toBeUndefined();
		const later = (await answers(sent, sheet, new Map())).payload;
		const result = valueOf(await taker.taking.takeAnswers(later));
		expect(result.attempts).toMatchObject([{ points: 0, missed: 3 }]);
		expect(recordOf(taker.learner.fold, card).missed).toBeDefined();
	});
});
