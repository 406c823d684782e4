import type { App } from '$lib/compose';
import { keepPart } from '$lib/pwa/parts';

/** Quizzes that teachers set, for who takes them; loaded at the first call, and kept from then on. */
export const takingOf =
	({ assignments }: App) =>
	async () => {
		keepPart('take');
		return (await assignments()).taking();
	};

/** Keeping sealed sheets for a teacher, likewise. */
export const collectingOf =
	({ assignments }: App) =>
	async () => {
		keepPart('take');
		return (await assignments()).collecting();
	};

/** What the learner of now teaches, likewise. */
export const teachingOf = async ({ assignments }: App) => {
	keepPart('teach');
	return (await assignments()).teaching();
};

/** Attempts of those who borrow this phone; undefined, and not loaded, where there are none. */
export const borrowedIfAny = async ({ assignments }: App) => (await assignments()).borrowedIfAny();

/** The same, loaded in any case. */
export const borrowedOf = async ({ assignments }: App) => (await assignments()).borrowed();

/**
 * What lists them, likewise; it asks for those that were left here for a week to be erased. In two
 * steps, so that pages without any name one small file more, and not all that the list needs.
 */
export const borrowedHere = async (app: App) =>
	(await borrowedIfAny(app)) && (await import('./borrowed-here')).borrowedList();
