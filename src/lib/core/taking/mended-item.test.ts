import { describe, expect, it } from 'vitest';
import { ITEMS, valueOf } from '../../../../tests/support/assignments';
import { questionOf } from '../assignment/public-document';
import { mendedItem } from './mended-item';

describe('an item whose teacher accepted an answer', () => {
	it('takes an accepted number and an accepted text, each at its place alone', () => {
		const { number, text } = ITEMS;
		const additions = [
			{ at: 0, text: '99' },
			{ at: 1, text: 'Naara' }
		];
		const at = (place: number) => ({ additions, changedKeys: [], at: place });
		const place = (item: typeof number | typeof text, n: number) =>
			mendedItem(item, { question: questionOf(item), part: '', at: n }, at(n));
		expect(valueOf(place(number, 0)).score({ kind: 'number', text: '99' })).toBe(1);
		expect(valueOf(place(number, 1)).score({ kind: 'number', text: '99' })).toBe(0);
		expect(valueOf(place(text, 1)).score({ kind: 'text', text: 'naara' })).toBe(1);
		expect(valueOf(place(text, 0)).score({ kind: 'text', text: 'naara' })).toBe(0);
	});
});
