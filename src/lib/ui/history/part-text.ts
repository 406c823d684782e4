import { m } from '$lib/paraglide/messages';

/** Which of several cards of an item one is; undefined for the item itself. */
export function partText(part: string): string | undefined {
	if (part === '') return undefined;
	return part === 'reverse' ? m.history_reverse() : m.history_gap({ n: part.slice(1) });
}
