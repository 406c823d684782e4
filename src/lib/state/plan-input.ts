import type { PlanInput } from '$lib/core/scheduling/study-queue';
import type { Learner } from './learner.svelte';
import type { Library } from './library.svelte';

/** What the plan of the learner's study day is made from. */
export function planInput(learner: Learner, { cards }: Library): PlanInput {
	const { fold, scheduler, settings } = learner;
	const { newPerDay, reviewsPerDay, test, catchUp } = settings;
	const limits = { new: newPerDay, reviews: reviewsPerDay };
	return { cards, fold, day: learner.moment().day, limits, scheduler, test, catchUp };
}
