import { AGAIN, GOOD, HARD, type Rating } from '../scheduling/rating';

/** Least score that counts as partly right. */
const PARTLY = 0.5;

/** Wrong → Again, right → Good, partly right (half or more) → Hard. */
export function ratingFromScore(score: number): Rating {
	if (score >= 1) return GOOD;
	return score >= PARTLY ? HARD : AGAIN;
}

/** How sure a learner was of an answer, asked before its result. */
export type Certainty = 'sure' | 'unsure' | 'guess';

export const CERTAINTIES: readonly Certainty[] = ['sure', 'unsure', 'guess'];

/** Undefined for what is none, such as one of another version. */
export const certaintyOf = (value: string | undefined): Certainty | undefined =>
	CERTAINTIES.find((each) => each === value);

/** What an answer with its certainty comes to; the score stays what it is. */
export interface Judged {
	readonly rating: Rating;
	/** Right, but by guess: asked again soon, and no lapse. */
	readonly guess: boolean;
}

/** Right but unsure → Hard; right by guess, be it in part → Again; otherwise as by the score alone. */
export function judge(score: number, certainty?: Certainty): Judged {
	const rating = ratingFromScore(score);
	if (rating === AGAIN || certainty === undefined) return { rating, guess: false };
	if (certainty === 'guess') return { rating: AGAIN, guess: true };
	return { rating: certainty === 'unsure' ? HARD : rating, guess: false };
}

/** Wrong, though the learner was sure: more than a gap, and to be shown as such. */
export const isMisconception = (score: number, certainty: Certainty | undefined): boolean =>
	certainty === 'sure' && ratingFromScore(score) === AGAIN;
