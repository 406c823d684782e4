import type { App } from '$lib/compose';
import { takingOf } from './assignments';
import { libraryAsking, type AskingOf } from '$lib/state/quiz-asked';

/** Who asks an attempt: the library, or the quiz that a teacher set. */
export const askingOf =
	(app: App): AskingOf =>
	async (start) =>
		start.source === undefined ? libraryAsking(app.library) : (await takingOf(app)()).asking(start);
