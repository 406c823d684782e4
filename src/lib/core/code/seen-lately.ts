/**
 * Tells what is new from what still is in view: true for a text that was not seen in the last
 * `span` milliseconds. A code that stays in view is new once.
 */
export function createSeenLately(span: number): (text: string, at: number) => boolean {
	const seen = new Map<string, number>();
	return (text, at) => {
		for (const [other, last] of seen) if (at - last >= span) seen.delete(other);
		const isNew = !seen.has(text);
		seen.set(text, at);
		return isNew;
	};
}
