import type { Item } from '$lib/core/item/item';
import { keyText } from '$lib/core/item/registry';
import type { PaperItem } from '$lib/core/notebook/paper-item';
import { answerText } from '../item/remark-text';

/** A, B, C … of a place from 0. */
export const letterAt = (at: number): string => String.fromCharCode(65 + (at % 26));

function keysOf(item: Item): readonly string[] {
	if (item.kind === 'choice') return [item.key];
	return item.kind === 'multiple' ? item.keys : [];
}

/** The letters under which the key is printed; empty where it has none. */
export function keyLetters({ item, question }: PaperItem): string {
	if (question.kind !== 'choice' && question.kind !== 'multiple') return '';
	const keys = keysOf(item);
	return question.options
		.flatMap(({ id }, at) => (keys.includes(id) ? [letterAt(at)] : []))
		.join(', ');
}

/** The key in words. */
export const paperKey = ({ item, part }: PaperItem): string => answerText(keyText(item, part));
