/** Again, Hard, Good, Easy. */
export type Rating = 1 | 2 | 3 | 4;

export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;
export const EASY = 4;

export const RATINGS: readonly Rating[] = [AGAIN, HARD, GOOD, EASY];
