/** A teacher outside the browser: sets quizzes, opens what comes back, and gives answers out. */
import { makeAnswers, type AnswersPart } from '../../src/lib/core/assignment/answers';
import {
	makeAssignment,
	openAssignment,
	writtenKeys,
	type AssignmentDraft
} from '../../src/lib/core/assignment/assignment';
import { bundledCard, BundledCards } from '../../src/lib/core/assignment/bundled';
import type { Bytes } from '../../src/lib/core/assignment/bytes';
import { makeCarried, writtenFile } from '../../src/lib/core/assignment/carried-items';
import { makeClass } from '../../src/lib/core/assignment/class-document';
import { findAnyPayload, toLink } from '../../src/lib/core/assignment/link';
import type { KeyMode, Policy } from '../../src/lib/core/assignment/policy';
import type { AssignableItem } from '../../src/lib/core/assignment/public-document';
import { makePractice } from '../../src/lib/core/assignment/practice';
import { questionOf } from '../../src/lib/core/assignment/public-document';
import { openSheet } from '../../src/lib/core/assignment/sheet';
import { revisionOf } from '../../src/lib/core/bank/compile-bank';
import { digestText } from '../../src/lib/platform/digest';
import * as made from './assignments';

const { crypto, valueOf } = made;

export const CLASS_ID = made.bytesFrom(7, 16);

/** The link of a class; its teacher is the one of all the others here. */
export async function classLink(
	url: string,
	teacher = 'Ms Kim',
	seed = made.SEED,
	name = '3학년 2반'
): Promise<string> {
	const document = { id: CLASS_ID, name, teacher };
	const payload = valueOf(await makeClass(document, await made.teacher(seed), crypto));
	return toLink(`${url}a/`, payload);
}

/** A quiz of own items, with what its teacher does once sheets come. */
export async function setQuiz(
	url: string,
	items: readonly AssignableItem[],
	keyMode: KeyMode,
	policy: Partial<Policy> = {},
	named: Partial<Pick<AssignmentDraft, 'title' | 'teacher'>> = {}
) {
	const draft = await made.draftOf(items.map(made.own), keyMode, { classId: CLASS_ID, ...named });
	const whole = { ...draft, policy: { ...draft.policy, ...policy } };
	const assignment = valueOf(await makeAssignment(whole, await made.toolsOf()));
	return {
		link: toLink(`${url}a/`, assignment.payload),
		/** Opens the sheet in a text. */
		async open(text: string) {
			const payload = valueOf(findAnyPayload(text));
			const opened = valueOf(await openAssignment(assignment.payload, crypto, made.BANK));
			const questions = opened.items.flatMap((item) => (item.is === 'own' ? item.question : []));
			const target = { id: assignment.id, opener: await made.opener(), questions };
			return valueOf(await openSheet(payload, [target], crypto));
		},
		/** The link that gives the answers out to those whose sheets came. */
		async answers(hashes: readonly Bytes[], more: Partial<AnswersPart> = {}): Promise<string> {
			const part: AnswersPart = {
				...{ assignment: assignment.id, itemIds: items.map(({ id }) => id) },
				...{ additions: [], changedKeys: [] },
				receipts: hashes.map((hash) => hash.slice(0, 6)),
				...(keyMode === 'device' ? { keys: valueOf(writtenKeys(assignment.frozen)) } : {}),
				...(keyMode === 'release' ? { secret: made.SECRET } : {}),
				...more
			};
			const payload = valueOf(await makeAnswers({ parts: [part] }, await made.teacher(), crypto));
			return toLink(`${url}a/`, payload);
		},
		/** The link of *your own missed ones*, from this quiz. */
		async practice(): Promise<string> {
			const document = { title: 'What you missed', assignments: [assignment.id] };
			return toLink(
				`${url}a/`,
				valueOf(await makePractice(document, await made.teacher(), crypto))
			);
		}
	};
}

/** A quiz of one question that comes with a newer app, as a link and as the file that carries it. */
export async function newerQuiz(url: string) {
	const item = { ...made.ITEMS.choice, id: 'made-up-later' };
	const key = `japan-korea/${item.id}` as const;
	const card = await bundledCard(`${key}#`, revisionOf(item, digestText), crypto);
	const tools = { ...(await made.toolsOf()), bundled: new BundledCards([card]) };
	const draft = await made.draftOf([{ is: 'bundled', card }]);
	const { payload, id } = valueOf(await makeAssignment(draft, tools));
	const items = { id, lang: 'en', items: [{ key, item }] };
	const carried = valueOf(await makeCarried(items, await made.teacher(), crypto));
	return {
		...{ key, link: toLink(`${url}a/`, payload), file: writtenFile(payload, carried) },
		async open(text: string) {
			const target = { id, opener: await made.opener(), questions: [questionOf(item)] };
			return valueOf(await openSheet(valueOf(findAnyPayload(text)), [target], crypto));
		}
	};
}
