import type { Localized, Source } from '$lib/core/bank/bank';
import { topicKey } from '$lib/core/bank/topic-key';
import type { Part } from '$lib/core/item/card-key';
import type { Item } from '$lib/core/item/item';
import type { PublicItem } from '$lib/core/item/public-item';
import { publicItem, scoreResponse } from '$lib/core/item/registry';
import type { Response } from '$lib/core/item/response';
import type { StartEntry } from '$lib/core/log/entry';
import type { AskedItem } from '$lib/core/quiz/attempt-entries';
import type { DrawnBank } from '$lib/core/quiz/draw-items';
import type { About } from '$lib/core/quiz/score-attempt';
import type { Library } from './library.svelte';

/** An item of an attempt as it is shown. */
export interface QuizQuestion extends AskedItem {
	readonly part: Part;
	/** Undefined where it stands under none. */
	readonly topic: Localized | undefined;
	readonly lang: string;
	readonly question: PublicItem;
	/** The item with its key; undefined where that is not here, or not to be seen yet. */
	readonly solution: Item | undefined;
	/** What says whether a response can be taken: the item, or one like it without a key. */
	readonly checkedBy: Item;
	readonly sources: readonly Source[];
	/** Seeds the order of options: the same whenever the attempt is gone on with. */
	readonly seed: string;
}

/** What a run shows. */
export type QuizStage =
	| 'loading'
	/** Its questions could not be loaded. */
	| 'failed'
	/** There is no such attempt. */
	| 'unknown'
	| 'question'
	| 'overview'
	| 'paused'
	/** It has been handed in. */
	| 'finished';

async function questionOf(
	library: Library,
	{ seed }: StartEntry,
	{ item, revision }: StartEntry['items'][number]
): Promise<QuizQuestion | undefined> {
	const [of] = library.cardsOf(item);
	const shelved = of && (await library.item(item));
	if (!of || shelved?.revision !== revision) return undefined;
	const own = `${seed}:${item}`;
	const { bank, sources, item: solution } = shelved;
	return {
		...{ item, card: of.key, revision, kind: of.kind, part: of.part, seed: own },
		...{ topic: bank.topics.find(({ id }) => id === of.topic)?.title, lang: bank.lang },
		...{ question: publicItem(solution, of.part, own), solution, checkedBy: solution, sources }
	};
}

/** What asks the items of an attempt; a quiz that a teacher set has a way of its own. */
export interface Asking {
	/** Rejects when they cannot be loaded. */
	questionsOf(start: StartEntry): Promise<readonly QuizQuestion[]>;
	/** Where its answers are given. */
	readonly mode: 'quiz' | 'assignment';
	/** Whether the device marks what is handed in. */
	readonly marks: boolean;
}

/** Who asks an attempt; rejects when that cannot be loaded. */
export type AskingOf = (start: StartEntry) => Promise<Asking>;

/** The learner's own quizzes, of items of the library. */
export const libraryAsking = (library: Library): Asking => ({
	questionsOf: (start) => questionsOf(library, start),
	mode: 'quiz',
	marks: true
});

/**
 * The items an attempt began with, each once; those are left out that have gone since, or are not
 * what they were. Rejects when they cannot be loaded.
 */
async function questionsOf(library: Library, start: StartEntry): Promise<readonly QuizQuestion[]> {
	const items = new Map(start.items.map((each) => [each.item, each]));
	const all = [...items.values()].map((each) => questionOf(library, start, each));
	return (await Promise.all(all)).filter((question) => question !== undefined);
}

/** 0..1; a blank has no points, nor has what an older app took and this one would not. */
function pointsOf(item: Item, response: Response | null): number {
	const score = response === null ? 0 : scoreResponse(response, item);
	return score === 'invalid' ? 0 : score;
}

/** All banks with what drawing must know; rejects when it cannot be loaded. */
export const drawnBanks = (library: Library): Promise<readonly DrawnBank[]> =>
	Promise.all(library.banks.map(async (bank) => ({ bank, draws: await library.draws(bank) })));

/** What the index says of an item. */
export const aboutIn =
	(library: Library): About =>
	(item) => {
		const [card] = library.cardsOf(item);
		const bank = item.slice(0, item.indexOf('/'));
		return card && { topic: topicKey(bank, card.topic), kind: card.kind };
	};

/** The score of a response; undefined where it is not for this device to mark. */
export const scoreBy = (
	asking: Asking | undefined,
	{ solution }: QuizQuestion,
	response: Response | null
): number | undefined => (solution && asking?.marks ? pointsOf(solution, response) : undefined);
