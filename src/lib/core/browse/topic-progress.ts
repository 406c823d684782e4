import type { Card } from '../bank/bank';
import { stateOf, type Fold } from '../log/fold';

/** How far the cards of a topic are; the three add up to all of them. */
export interface TopicProgress {
	/** Not answered yet. */
	readonly fresh: number;
	/** In their learning steps, for the first time or again. */
	readonly learning: number;
	/** Past their steps. */
	readonly known: number;
}

/** Counts cards by what was learnt of them, whether they are suspended or not. */
export function topicProgress(cards: readonly Card[], fold: Fold): TopicProgress {
	const phases = cards.map(({ key }) => stateOf(fold, key)?.phase);
	const known = phases.filter((phase) => phase === 'review').length;
	const fresh = phases.filter((phase) => phase === undefined).length;
	return { fresh, learning: cards.length - fresh - known, known };
}
