import type { PlanInput } from '$lib/core/scheduling/study-queue';
import type { Learner } from './learner.svelte';
import type { Library } from './library.svelte';

/** What the plan of the learner's study day is made from. */
export const planInput = (learner: Learner, { cards }: Library): PlanInput => ({
	cards,
	fold: learner.fold,
	day: learner.moment().day,
	limits: { new: learner.settings.newPerDay, reviews: learner.settings.reviewsPerDay },
	scheduler: learner.scheduler
});
