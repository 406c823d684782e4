/** Lapses at which a card is a leech, and how many more it takes to be told again. */
const FIRST = 8;
const AGAIN = 4;

/** Whether a card takes more than it gives: it was forgotten eight times after it had been learnt. */
export const isLeech = (lapses: number): boolean => lapses >= FIRST;

/** Whether a lapse is one to speak of: the eighth, and every fourth after it. */
export const leechAlert = (lapses: number): boolean =>
	isLeech(lapses) && (lapses - FIRST) % AGAIN === 0;
