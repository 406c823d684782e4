import { AGAIN, GOOD, HARD, type Rating } from '../scheduling/rating';

/** Least score that counts as partly right. */
const PARTLY = 0.5;

/** Wrong → Again, right → Good, partly right (half or more) → Hard. */
export function ratingFromScore(score: number): Rating {
	if (score >= 1) return GOOD;
	return score >= PARTLY ? HARD : AGAIN;
}
