import type { Random } from '../../src/lib/core/random';
import type { Scenario } from './scenario';

/** What a kill can follow: the page's opening, the first moment, a press, a "Saved" on the page. */
export type Event = 'opening' | 'start' | 'press' | 'saved';

/** When the kill comes: so long after the n-th of these. */
export interface KillMoment {
	readonly after: Event;
	readonly count: number;
	readonly ms: number;
}

/** About what a commit takes, and a little more: many a kill shall fall into one. */
const COMMIT_MS = 12;
const OPENING_MS = 400;
const MOST_PRESSES = 20;
const MOST_SAVED = 6;

/** How often a kill follows what; the rest follows a "Saved". */
export type Shares = Readonly<Record<'opening' | 'start' | 'press', number>>;

const USUAL_SHARES: Shares = { opening: 0.1, start: 0.25, press: 0.3 };

/** For what goes on beside the presses, and begins at the first moment. */
export const AT_START: Shares = { opening: 0.05, start: 0.75, press: 0.1 };

export function chooseMoment(
	random: Random,
	{ longestMs, shares = USUAL_SHARES }: Scenario
): KillMoment {
	const [kind, chance] = [random(), random()];
	const { opening, start, press } = shares;
	const upTo = (most: number) => 1 + Math.floor(most * chance);
	if (kind < opening) return { after: 'opening', count: 1, ms: OPENING_MS * chance };
	if (kind < opening + start) return { after: 'start', count: 1, ms: longestMs * chance };
	if (kind < opening + start + press) {
		return { after: 'press', count: upTo(MOST_PRESSES), ms: COMMIT_MS * random() };
	}
	// At once: whatever is called saved too early is not saved yet.
	return { after: 'saved', count: upTo(MOST_SAVED), ms: 0 };
}
