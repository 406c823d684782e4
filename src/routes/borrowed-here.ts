/** The list of what was begun here on loan, and what it needs; loaded by assignments.ts. */
export const borrowedList = async () => (await import('./BorrowedHere.svelte')).default;
