import type { Attempt } from '../log/attempt';
import type { Fold } from '../log/fold';
import type { StartEntry } from '../log/entry';

/** An attempt of which the log has the beginning. */
export type Begun = Attempt & { readonly start: StartEntry };

const isBegun = (attempt: Attempt | undefined): attempt is Begun => attempt?.start !== undefined;

/** An attempt that the learner set up and that has begun; undefined when there is none. */
export function attemptOf(fold: Fold, id: string): Begun | undefined {
	const attempt = fold.attempts.live.get(id);
	return isBegun(attempt) ? attempt : undefined;
}

/** The learner's own quizzes, latest first: those that wait to be handed in, and those that were. */
export function listAttempts(fold: Fold): {
	readonly open: readonly Begun[];
	readonly finished: readonly Begun[];
} {
	const own = [...fold.attempts.live.values()]
		.filter(isBegun)
		.filter(({ start }) => start.source === undefined)
		.sort((a, b) => (b.finish ?? b.start).t - (a.finish ?? a.start).t);
	return {
		open: own.filter(({ finish }) => finish === undefined),
		finished: own.filter(({ finish }) => finish !== undefined)
	};
}

/** The number of the next quiz that a learner sets up, from 1. */
export function nextNumber(fold: Fold): number {
	const { open, finished } = listAttempts(fold);
	return Math.max(0, ...[...open, ...finished].map(({ start }) => start.number)) + 1;
}
