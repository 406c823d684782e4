import type { AssignableItem } from '../assignment/public-document';
import type { Response } from '../item/response';
import { plainText } from '../text';

interface Entry {
	readonly id: string;
	readonly text: string;
}

const named = (entries: readonly Entry[], id: string) =>
	plainText(entries.find((entry) => entry.id === id)?.text ?? '');

/** Entries by the order they have in the item, whichever way they were ticked. */
const ticked = (entries: readonly Entry[], ids: readonly string[]) =>
	entries.flatMap(({ id, text }) => (ids.includes(id) ? [plainText(text)] : [])).join(', ');

/**
 * What a student gave, in words; true or false is for the page to name. Documents name one option
 * differently, and by its words it is the same in all of them.
 */
export function responseText(response: Response, item: AssignableItem): string | boolean {
	switch (response.kind) {
		case 'choice':
			return item.kind === 'choice' ? named(item.options, response.option) : '';
		case 'multiple':
			return item.kind === 'multiple' ? ticked(item.options, response.options) : '';
		case 'true-false':
			return response.answer;
		case 'order':
			if (item.kind !== 'order') return '';
			return response.steps.map((id, at) => `${at + 1}. ${named(item.steps, id)}`).join('; ');
		case 'match': {
			if (item.kind !== 'match') return '';
			const given = new Map(response.pairs);
			return item.premises
				.map(({ id, text }) => `${plainText(text)}: ${named(item.responses, given.get(id) ?? '')}`)
				.join('; ');
		}
		case 'flashcard':
			return '';
		default:
			return response.text;
	}
}
