import type { OpenedAssignment, OpenedItem } from '$lib/core/assignment/assignment';
import { keylessItem } from '$lib/core/assignment/keyless-item';
import type { AssignableItem } from '$lib/core/assignment/public-document';
import type { BundledCard } from '$lib/core/assignment/bundled';
import { itemOfCard, type Part } from '$lib/core/item/card-key';
import { publicItem } from '$lib/core/item/registry';
import type { StartEntry } from '$lib/core/log/entry';
import { assignedItem, ownCard, ownPlaces } from '$lib/core/taking/assigned-items';
import type { Library } from '../library.svelte';
import type { Asking, QuizQuestion } from '../quiz-asked';

/** A quiz that a teacher set, with the keys as far as they are here. */
export interface KeyedQuiz {
	/** The assignment's id as hexadecimal digits. */
	readonly id: string;
	readonly teacherKey: string;
	readonly opened: OpenedAssignment;
	/** Keys of its own items in their order; undefined while they are not here. */
	readonly keyed: readonly AssignableItem[] | undefined;
	/** The teacher's ids of these. */
	readonly itemIds: readonly string[];
	/** Whether the learner may see what is right. */
	readonly isOpen: boolean;
}

type Named = StartEntry['items'][number];

/** What all questions of one attempt have. */
interface Around {
	readonly quiz: KeyedQuiz;
	readonly library: Library;
	readonly start: StartEntry;
}

function ownQuestion({ quiz, start }: Around, item: OpenedItem, own: number, named: Named) {
	if (item.is !== 'own') return undefined;
	const { question } = item;
	const key = quiz.keyed?.[own];
	const itemId = quiz.itemIds[own];
	const card = key && itemId !== undefined ? ownCard(quiz.teacherKey, itemId, key) : '';
	const checkedBy = key ?? keylessItem(question);
	// It has no topic here: it is called by the quiz it belongs to, in its teacher's words.
	const { title } = quiz.opened.document;
	const topic = { en: title, ko: title, ja: title };
	return {
		...{ ...named, card, kind: question.kind, part: 'gap' in question ? question.gap : '' },
		...{ topic, lang: quiz.opened.document.policy.lang, question, sources: [] },
		...{ solution: quiz.isOpen ? key : undefined, checkedBy },
		seed: `${start.seed}:${named.item}`
	} satisfies QuizQuestion;
}

/**
 * A bundled item with all that is here of it: as it came with the quiz, or as its bank has it.
 * Undefined where it is gone; rejects when it cannot be loaded.
 */
export async function bundledContent({ key, revision, carried }: BundledCard, library: Library) {
	if (carried) {
		const part = key.slice(key.indexOf('#') + 1) as Part;
		return { ...carried, revision, part, topic: undefined, sources: [] };
	}
	const of = library.cards.find((card) => card.key === key);
	const shelved = await library.item(itemOfCard(key));
	if (!of || !shelved) return undefined;
	const { bank, sources, item } = shelved;
	const topic = bank.topics.find(({ id }) => id === of.topic)?.title;
	return { item, lang: bank.lang, revision: shelved.revision, part: of.part, topic, sources };
}

async function bundledQuestion({ quiz, library, start }: Around, card: BundledCard, named: Named) {
	const content = await bundledContent(card, library);
	if (!content) return undefined;
	const seed = `${start.seed}:${named.item}`;
	const { item: whole, part, ...about } = content;
	return {
		...{ ...about, item: named.item, card: card.key, kind: whole.kind, part, seed },
		...{ question: publicItem(whole, part, seed), checkedBy: whole },
		solution: quiz.isOpen ? whole : undefined
	} satisfies QuizQuestion;
}

/** Asks the items of a quiz that a teacher set, in the order the attempt began with. */
export const assignedAsking = (quiz: KeyedQuiz, library: Library): Asking => ({
	mode: 'assignment',
	marks: quiz.isOpen,
	async questionsOf(start) {
		const places = ownPlaces(quiz.opened);
		const byName = new Map(
			quiz.opened.items.map((item, at) => [assignedItem(quiz.id, item), { item, at }])
		);
		const asked = start.items.map((named) => {
			const found = byName.get(named.item);
			if (!found) return undefined;
			const around = { quiz, library, start };
			return found.item.is === 'own'
				? ownQuestion(around, found.item, places[found.at] ?? -1, named)
				: bundledQuestion(around, found.item.card, named);
		});
		return (await Promise.all(asked)).filter((question) => question !== undefined);
	}
});
