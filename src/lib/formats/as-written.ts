import { plainText } from '$lib/core/text';

const oneSpaced = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A text in the notation: what would be taken for markup is marked to stand for itself. */
export function asWritten(text: string): string {
	const trimmed = text.trim();
	if (oneSpaced(plainText(trimmed)) === oneSpaced(trimmed)) return trimmed;
	return trimmed.replace(/[\\*[\]]/g, '\\$&');
}
