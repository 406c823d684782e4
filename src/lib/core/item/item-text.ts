import type { Item } from '../item/item';
import { plainText } from '../text';
import type { TypedKey } from './typed-answer';

/** Where a gap is, in a line that gives none of them away. */
const GAP_MARKS = /\{c[1-9]\}/g;

const oneLine = (text: string) => plainText(text).replace(/\s+/g, ' ');

/** What an item asks, in one line of plain words: its stem, or the front of a flashcard. */
export const itemText = (item: Item): string =>
	oneLine('stem' in item ? item.stem.replace(GAP_MARKS, '____') : item.front);

const textsOf = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text);
const accepted = ({ key, accept }: TypedKey) => [key, ...accept];

function answersOf(item: Item): readonly string[] {
	switch (item.kind) {
		case 'choice':
		case 'multiple':
			return textsOf(item.options);
		case 'cloze':
			return item.gaps.flatMap(accepted);
		case 'flashcard':
			return [item.back];
		case 'match':
			return textsOf([...item.premises, ...item.responses]);
		case 'number':
			return [String(item.key), item.unit ?? ''];
		case 'order':
			return textsOf(item.steps);
		case 'text':
			return accepted(item);
		case 'true-false':
			return [];
	}
}

/**
 * What an item can be found by besides what it asks, in one line of plain words: its options, or
 * what is right when it is typed. It gives the key away, and is never shown.
 */
export const itemAnswers = (item: Item): string => answersOf(item).map(oneLine).join(' ').trim();
