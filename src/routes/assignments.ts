import type { App } from '$lib/compose';

/** Quizzes that teachers set, for who takes them; loaded at the first call. */
export const takingOf =
	({ assignments }: App) =>
	async () =>
		(await assignments()).taking();

/** Keeping sealed sheets for a teacher, likewise. */
export const collectingOf =
	({ assignments }: App) =>
	async () =>
		(await assignments()).collecting();

/** What the learner of now teaches, likewise. */
export const teachingOf = async ({ assignments }: App) => (await assignments()).teaching();
