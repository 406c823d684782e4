const BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;

/** A text with one kind of line break and without the mark that some programs put before it. */
export const plainLines = (text: string): string =>
	text.replace(/^\ufeff/, '').replace(BREAKS, '\n');
