import type { Part } from '../item/card-key';
import type { Item } from '../item/item';
import { stemFor, gapOf } from '../item/kinds/cloze/cloze';
import { isRecord } from '../guard';

/** Where the gap of a card is. */
const GAP_MARK = /\{c[1-9]\}/g;

/** What a card asks, in the small Markdown of its item. */
export function askedText(item: Item, part: Part): string {
	switch (item.kind) {
		case 'flashcard':
			return part === 'reverse' ? item.back : item.front;
		case 'cloze':
			return stemFor(item, gapOf(item, part).id).replace(GAP_MARK, '____');
		default:
			return item.stem;
	}
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The text of each id; what the item no longer has is left out. */
function textsOf(
	ids: readonly unknown[],
	options: readonly { readonly id: string; readonly text: string }[]
): readonly string[] {
	return ids.flatMap((id) => options.find((option) => option.id === id)?.text ?? []);
}

const joined = (texts: readonly string[]): string | undefined =>
	texts.length > 0 ? texts.join(', ') : undefined;

const typed = (text: unknown): string | undefined =>
	typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;

/**
 * A response in words; true or false is for the page to name. Undefined where there are none: a
 * rating, a pairing, an order, a response to what the item no longer asks.
 *
 * @param response whatever a log holds for one
 */
export function givenText(response: unknown, item: Item): string | boolean | undefined {
	if (!isRecord(response) || response.kind !== item.kind) return undefined;
	switch (item.kind) {
		case 'choice':
			return joined(textsOf([response.option], item.options));
		case 'multiple':
			return joined(textsOf(listOf(response.options), item.options));
		case 'true-false':
			return typeof response.answer === 'boolean' ? response.answer : undefined;
		case 'number': {
			const given = typed(response.text);
			const { unit } = item;
			return given === undefined || unit === undefined || given.includes(unit)
				? given
				: `${given} ${unit}`;
		}
		case 'cloze':
		case 'text':
			return typed(response.text);
		case 'flashcard':
		case 'match':
		case 'order':
			return undefined;
	}
}
