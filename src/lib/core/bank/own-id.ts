/**
 * Whether a bank is the learner's own: pasted (`own-…`), or brought by a teacher's answers (`t-…`).
 * No bank of one's own can so take the place of one that comes with the app.
 */
export const isOwnBank = (id: string): boolean => /^(?:own|t)-[a-z0-9]{1,60}$/.test(id);
