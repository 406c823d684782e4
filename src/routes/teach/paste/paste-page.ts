import type { Learner } from '$lib/state/learner.svelte';

/** The page itself and what it reads with. */
export async function page(learner: Learner) {
	const [{ default: Paste }, { pastingOf }] = await Promise.all([
		import('./Paste.svelte'),
		import('$lib/compose-paste')
	]);
	return [Paste, pastingOf(learner)] as const;
}
