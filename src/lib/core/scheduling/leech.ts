/** Lapses from which on a card is a leech. */
const THRESHOLD = 8;
/** After so many more lapses it is said again. */
const EVERY = 4;

/**
 * Whether a card keeps slipping: it has lapsed 8 times or more.
 *
 * @param lapses as the fold counts them: guesses are none
 */
export const isLeech = (lapses: number): boolean => lapses >= THRESHOLD;

/**
 * Whether the lapse that led to this number is one to speak of: at 8, 12, 16 and so on.
 *
 * @param lapses as the fold counts them: guesses are none
 */
export const leechAlert = (lapses: number): boolean =>
	isLeech(lapses) && (lapses - THRESHOLD) % EVERY === 0;
