import { describe, expect, it } from 'vitest';
import { cardKey, itemKey, itemOfCard } from './card-key';

describe('card keys', () => {
	it('name bank, item and part', () => {
		const item = itemKey('japan-korea', 'nara-summit');
		expect(item).toBe('japan-korea/nara-summit');
		expect(cardKey(item, '')).toBe('japan-korea/nara-summit#');
		expect(cardKey(item, 'reverse')).toBe('japan-korea/nara-summit#reverse');
	});

	it('lead back to the item of every part', () => {
		const item = itemKey('b', 'i');
		for (const part of ['', 'reverse'] as const) expect(itemOfCard(cardKey(item, part))).toBe(item);
	});

	it('are taken for the item itself when they name no part', () => {
		expect(itemOfCard('b/i')).toBe('b/i');
	});
});
