import type { Begun } from '$lib/core/quiz/listed-attempts';
import { m } from '$lib/paraglide/messages';

/** An attempt as it is called on a page. */
export const attemptName = ({ start }: Begun): string =>
	m.quiz_named({ title: start.title || m.quiz_mixed(), n: start.number });
