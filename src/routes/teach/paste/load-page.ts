import type { Learner } from '$lib/state/learner.svelte';

/** In two steps: every page names the files that are loaded with each other one. */
export const loadPage = (learner: Learner) =>
	import('./paste-page').then(({ page }) => page(learner));
