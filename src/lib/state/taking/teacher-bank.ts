import type { Question } from '$lib/core/assignment/public-document';
import { revisionOf } from '$lib/core/bank/compile-bank';
import { allOwnBanks, OWN_BANK, writeOwnBank } from '$lib/core/bank/own-bank';
import type { Part } from '$lib/core/item/card-key';
import type { Done } from '$lib/core/log/control';
import type { EntryDraft } from '$lib/core/log/entry';
import { ownPlaces, teacherBank } from '$lib/core/taking/assigned-items';
import { mendedItem, type Mending } from '$lib/core/taking/mended-item';
import type { Learner } from '../learner.svelte';
import type { KeyedQuiz } from './assigned-asking';

/** The one topic that a part of a teacher's bank has. @param id the assignment's */
export const topicOf = (id: string): string => `set-${id.slice(0, 8)}`;

const partOf = (question: Question): Part => ('gap' in question ? question.gap : '');

/**
 * The hash of the document that holds of a part: what was taken back is the newest again, though it
 * was here before.
 */
const newestPart = ({ fold }: Learner, bankId: string, part: string) =>
	allOwnBanks(fold.documents.live.values()).findLast(
		({ bank }) => bank.id === bankId && bank.part === part
	)?.entry.hash;

/**
 * A teacher's own questions as a bank of this device, so that they can be studied: the part that
 * one quiz brings. Undefined where their keys are not here, or they are here already.
 */
export function ownBankDraft(
	quiz: KeyedQuiz,
	mending: Mending,
	{ learner, digest }: { readonly learner: Learner; digest(text: string): string },
	done: Done
): EntryDraft | undefined {
	const { keyed = [], itemIds, opened, teacherKey, id } = quiz;
	if (keyed.length === 0 || itemIds.length !== keyed.length) return undefined;
	const { title, teacher, policy } = opened.document;
	const places = ownPlaces(opened);
	const questions = opened.items.flatMap((item) => (item.is === 'own' ? item.question : []));
	const items = keyed.flatMap((item, at) => {
		const [question, itemId] = [questions[at], itemIds[at]];
		if (!question || itemId === undefined) return [];
		const place = { question, part: partOf(question), at: places.indexOf(at) };
		const mended = mendedItem(item, place, mending);
		const whole = { ...(mended.ok ? mended.value.item : item), id: itemId };
		return [{ topic: topicOf(id), item: whole, revision: revisionOf(whole, digest) }];
	});
	const topics = [{ id: topicOf(id), title }];
	const part = id.slice(0, 32);
	const lang = policy.lang.slice(0, 2).toLowerCase();
	const text = writeOwnBank({
		...{ id: teacherBank(teacherKey), part, lang, title: teacher, topics, items }
	});
	const hash = digest(text);
	if (newestPart(learner, teacherBank(teacherKey), part) === hash) return undefined;
	return { ...done, kind: 'document', type: OWN_BANK, hash, text };
}
