import { seededRandom, shuffled } from '../random';

/** Rounds through some cards until each of them was right once. */
export interface Drill {
	/** Seeds the order of later rounds. */
	readonly seed: string;
	/** All of them, each once, in the order of the first round. */
	readonly cards: readonly string[];
	/** From 1. */
	readonly round: number;
	/** Cards of this round that were not asked yet; the first one is asked now. */
	readonly queue: readonly string[];
	/** Those of this round that were wrong and come again in the next. */
	readonly wrong: readonly string[];
	/** Those that are done, in the order they became right. */
	readonly right: readonly string[];
	/** How many were right at the first try. */
	readonly atOnce: number;
}

/** A drill that begins; of a card that is named twice the first counts. */
export function startDrill(cards: readonly string[], seed: string): Drill {
	const each = [...new Set(cards)];
	return { seed, cards: each, round: 1, queue: each, wrong: [], right: [], atOnce: 0 };
}

/** The card that is asked; undefined when all were right. */
export const askedIn = ({ queue }: Drill): string | undefined => queue[0];

/** Another order than before; the card that was asked just now does not come at once again. */
function nextQueue({ seed, round, wrong }: Drill, last: string): readonly string[] {
	const [first, ...others] = shuffled(wrong, seededRandom(`${seed}:${round + 1}`));
	if (first === undefined) return [];
	return first === last && others.length > 0 ? [...others, first] : [first, ...others];
}

/**
 * The drill after the card that is asked was answered.
 *
 * Law: a card stays until it was right, and is done then; none is lost or asked twice in a round.
 * @throws RangeError when nothing is asked
 */
export function answerDrill(drill: Drill, isRight: boolean): Drill {
	const [asked, ...queue] = drill.queue;
	if (asked === undefined) throw new RangeError('the drill is over');
	const next: Drill = {
		...drill,
		queue,
		wrong: isRight ? drill.wrong : [...drill.wrong, asked],
		right: isRight ? [...drill.right, asked] : drill.right,
		atOnce: drill.atOnce + (isRight && drill.round === 1 ? 1 : 0)
	};
	if (queue.length > 0 || next.wrong.length === 0) return next;
	return { ...next, round: next.round + 1, queue: nextQueue(next, asked), wrong: [] };
}
