import type { Card } from '$lib/core/bank/bank';
import { topicKey } from '$lib/core/bank/topic-key';
import type { PublicItem } from '$lib/core/item/public-item';
import { publicItem, scoreResponse } from '$lib/core/item/registry';
import type { Response } from '$lib/core/item/response';
import type { StartEntry } from '$lib/core/log/entry';
import type { AskedItem } from '$lib/core/quiz/attempt-entries';
import type { DrawnBank } from '$lib/core/quiz/draw-items';
import type { About } from '$lib/core/quiz/score-attempt';
import type { Library, ShelvedItem } from './library.svelte';

/** An item of an attempt as it is shown. */
export interface QuizQuestion extends AskedItem {
	readonly of: Card;
	readonly shelved: ShelvedItem;
	readonly question: PublicItem;
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
	return {
		...{ item, card: of.key, revision, kind: of.kind, of, shelved, seed: own },
		question: publicItem(shelved.item, of.part, own)
	};
}

/**
 * The items an attempt began with, each once; those are left out that have gone since, or are not
 * what they were. Rejects when they cannot be loaded.
 */
export async function questionsOf(
	library: Library,
	start: StartEntry
): Promise<readonly QuizQuestion[]> {
	const items = new Map(start.items.map((each) => [each.item, each]));
	const all = [...items.values()].map((each) => questionOf(library, start, each));
	return (await Promise.all(all)).filter((question) => question !== undefined);
}

/** 0..1; a blank has no points, nor has what an older app took and this one would not. */
export function pointsOf({ shelved }: QuizQuestion, response: Response | null): number {
	const score = response === null ? 0 : scoreResponse(response, shelved.item);
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
