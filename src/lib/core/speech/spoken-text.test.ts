import { describe, expect, it } from 'vitest';
import type { Item } from '../item/item';
import type { PublicItem } from '../item/public-item';
import { spokenText } from './spoken-text';

describe('what is read aloud', () => {
	it('is the stem, and nothing of a gap', () => {
		const question = { kind: 'cloze', id: 'i', stem: 'It is {c1} now.', gap: 'c1' };
		expect(spokenText(question as PublicItem, undefined)).toBe('It is … now.');
	});

	it('is the front of a flashcard, then the side that was turned up', () => {
		const card = { kind: 'flashcard', id: 'i', front: '광복절', back: 'Liberation Day' };
		const asked = (prompt: string) => ({ kind: 'flashcard', id: 'i', prompt }) as const;
		expect(spokenText(asked('광복절'), undefined)).toBe('광복절');
		expect(spokenText(asked('광복절'), card as Item)).toBe('Liberation Day');
		expect(spokenText(asked('Liberation Day'), card as Item)).toBe('광복절');
	});
});
