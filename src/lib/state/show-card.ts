import type { Card } from '$lib/core/bank/bank';
import { publicItem } from '$lib/core/item/registry';
import { seededRandom } from '$lib/core/random';
import { outcomesOf } from '$lib/core/scheduling/outcomes';
import type { Learner } from './learner.svelte';
import type { ShelvedItem } from './library.svelte';
import type { Shown } from './session-stage';

/**
 * A card as it is shown, with all that its buttons would do.
 *
 * @param since by the clock that only grows
 * @param before the seed of when it was shown before: all is in the same places then
 */
export function showCard(
	learner: Learner,
	card: Card,
	shelved: ShelvedItem,
	since: number,
	before?: string
): Shown {
	const state = learner.stateOf(card.key);
	const fresh = `${card.key}:${state?.lastId ?? ''}`;
	const seed = before ?? fresh;
	const { learningSteps, relearningSteps } = learner.settings;
	return {
		card,
		shelved,
		question: publicItem(shelved.item, card.part, seed),
		outcomes: outcomesOf(state, learner.moment().day, {
			scheduler: learner.scheduler,
			learningSteps,
			relearningSteps,
			random: seededRandom(fresh)
		}),
		seed,
		lapses: state?.lapses ?? 0,
		since
	};
}
