import type { App } from '$lib/compose';
import { libraryAsking, type AskingOf } from '$lib/state/quiz-asked';

/** Who asks an attempt: the library, or the quiz that a teacher set. */
export const askingOf =
	({ library, taking }: App): AskingOf =>
	async (start) =>
		start.source === undefined ? libraryAsking(library) : (await taking()).asking(start);
