import { startDraft } from '$lib/core/quiz/attempt-entries';
import { nextNumber } from '$lib/core/quiz/listed-attempts';
import type { QuizSettings } from '$lib/core/quiz/quiz-settings';
import type { Learner } from './learner.svelte';
import type { Library } from './library.svelte';

interface Wanted {
	/** In the order they are asked. */
	readonly items: readonly string[];
	readonly title: string;
	readonly settings: QuizSettings;
	readonly seed: string;
}

/**
 * Begins an attempt with the items as they are now; rejects when they cannot be loaded.
 *
 * @returns its name; undefined when none of its items is there
 */
export async function beginAttempt(
	learner: Learner,
	library: Library,
	{ items: wanted, ...rest }: Wanted
): Promise<string | undefined> {
	const loaded = await Promise.all(
		wanted.map(async (item) => {
			const revision = (await library.item(item))?.revision;
			return revision === undefined ? [] : { item, revision };
		})
	);
	const items = loaded.flat();
	if (items.length === 0) return undefined;
	const [attempt, batch] = [learner.token(), learner.token()];
	const begun = { attempt, number: nextNumber(learner.fold), items, ...rest };
	void learner.act(batch, [startDraft(begun, { ...learner.moment(), batch })]);
	return attempt;
}
