import {
	cardsOfAttempt,
	cardsOfMissed,
	cardsOfTopics,
	type DrillChoice
} from '$lib/core/notebook/drill-list';
import { needsLog, type NotebookFilter } from '$lib/core/notebook/notebook-filter';
import { StorageFailure } from '$lib/core/storage-failure';
import type { Learner } from './learner.svelte';
import type { Library } from './library.svelte';
import { MissedNotebook } from './missed-notebook.svelte';

async function missedCards(learner: Learner, library: Library, filter: NotebookFilter) {
	const notebook = new MissedNotebook(learner, library);
	if (needsLog(filter)) await notebook.read();
	const shown = notebook.shown(filter);
	if (!shown) throw new StorageFailure('lost', 'the notebook could not be read');
	return cardsOfMissed(shown);
}

/** `bank/topic` in its two parts. */
function placeOf(topic: string): readonly [bank: string, topic: string] {
	const slash = topic.indexOf('/');
	return [topic.slice(0, slash), topic.slice(slash + 1)];
}

/**
 * The cards a drill is of; undefined when there is no such attempt.
 *
 * @param filter narrows what was missed
 * @throws StorageFailure when only the log could tell, and it cannot be read
 */
export async function drillCards(
	choice: DrillChoice,
	filter: NotebookFilter,
	learner: Learner,
	library: Library
): Promise<readonly string[] | undefined> {
	const { fold, scheduler } = learner;
	switch (choice.of) {
		case 'missed':
			return missedCards(learner, library, filter);
		case 'attempt': {
			const attempt = fold.attempts.live.get(choice.attempt);
			return attempt && cardsOfAttempt(attempt, library.cards, fold);
		}
		case 'topics': {
			const topics = new Set(choice.topics);
			const cards = [...topics].flatMap((topic) => library.cardsIn(...placeOf(topic)));
			return cardsOfTopics({ cards, fold, day: learner.moment().day, scheduler });
		}
	}
}
