import type { Kind } from '../item/item';
import type { CardState } from '../log/fold-card';
import type { Scheduler } from '../scheduling/scheduler';

/** Options of a choice as they are usually written: the index of a bank does not say how many. */
const USUAL_OPTIONS = 4;

/**
 * How likely a guess is right, 0..1. What is typed is not hit by guessing; and of several ticks,
 * pairs or steps all must be right, which is so rare that it counts as never.
 */
export function guessChance(kind: Kind, options = USUAL_OPTIONS): number {
	if (kind === 'true-false') return 1 / 2;
	return kind === 'choice' ? 1 / options : 0;
}

/** A card that was asked, and how it is answered. */
export interface AskedCard {
	readonly kind: Kind;
	/** Undefined while it is new. */
	readonly state: CardState | undefined;
}

/** How much is known of cards, without what is right by luck. */
export interface Known {
	/** 0..1 */
	readonly share: number;
	/** Cards that were asked, of which alone anything can be said. */
	readonly asked: number;
}

/**
 * The share of what is known among the cards that were asked, corrected for guessing: the mean of
 * (p − g) ÷ (1 − g), never below 0. For p stands retrievability and not the share of right first
 * answers: a lucky guess raises both alike, being rated Good, but only the former forgets, follows
 * what was learnt since, and is known without reading the log. It is that of tomorrow: right after
 * an answer it would be 1, whatever the answer was. A card at the first of its steps was answered
 * wrong last, and is not known.
 *
 * @param day the study day it is
 * @returns undefined when none was asked
 */
export function knownShare(
	cards: readonly AskedCard[],
	day: number,
	scheduler: Pick<Scheduler, 'retrievability'>
): Known | undefined {
	const shares = cards.flatMap(({ kind, state }) => {
		if (!state) return [];
		if (state.phase !== 'review' && state.step === 0) return 0;
		const elapsed = Math.max(0, day + 1 - state.lastDay);
		const [p, g] = [scheduler.retrievability(state.memory, elapsed), guessChance(kind)];
		return (p - g) / (1 - g);
	});
	const asked = shares.length;
	if (asked === 0) return undefined;
	const sum = shares.reduce((all, share) => all + share, 0);
	return { share: Math.max(0, sum / asked), asked };
}
