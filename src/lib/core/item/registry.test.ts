import { describe, expect, it } from 'vitest';
import type { ChoiceItem } from './kinds/choice/choice';
import type { FlashcardItem } from './kinds/flashcard/flashcard';
import { parsers } from './parse-item';
import { traits } from './traits';
import { kinds, partsOf, publicItem, remarkOn, scoreResponse } from './registry';

const base = {
	explanation: 'The explanation',
	background: 'The background',
	evidence: [{ source: 's', paragraph: 1, terms: ['the term'] }],
	claim: 'fact',
	difficulty: 'easy',
	excludes: []
} as const;

const choice = (fields: Partial<ChoiceItem> = {}): ChoiceItem => ({
	...base,
	id: 'city',
	kind: 'choice',
	stem: 'In which city?',
	options: [
		{ id: 'nara', text: 'Nara', why: 'A reason' },
		{ id: 'kyoto', text: 'Kyoto', why: 'A reason' }
	],
	key: 'nara',
	...fields
});

const flashcard = (fields: Partial<FlashcardItem> = {}): FlashcardItem => ({
	...base,
	id: 'hanbok',
	kind: 'flashcard',
	front: '한복',
	back: 'hanbok',
	reverse: false,
	...fields
});

describe('the kinds', () => {
	it('are those that can be parsed', () => {
		expect(Object.keys(kinds).sort()).toEqual(Object.keys(parsers).sort());
	});

	it('put recognition before recall', () => {
		expect(traits.choice.recall).toBeLessThan(traits.flashcard.recall);
	});

	it('say who judges', () => {
		expect(traits.choice.selfRated).toBe(false);
		expect(traits.flashcard.selfRated).toBe(true);
	});
});

describe('partsOf', () => {
	it('gives a card to each item and a second one to a flashcard asked both ways', () => {
		expect(partsOf(choice())).toEqual(['']);
		expect(partsOf(flashcard())).toEqual(['']);
		expect(partsOf(flashcard({ reverse: true }))).toEqual(['', 'reverse']);
	});
});

describe('publicItem', () => {
	it('of a choice is the same to the byte when only the key changes', () => {
		const nara = JSON.stringify(publicItem(choice(), ''));
		expect(JSON.stringify(publicItem(choice({ key: 'kyoto' }), ''))).toBe(nara);
	});

	it('of a choice does not tell the author’s order of options', () => {
		const item = choice();
		const turned = choice({ options: [...item.options].reverse() });
		expect(JSON.stringify(publicItem(turned, ''))).toBe(JSON.stringify(publicItem(item, '')));
	});

	it('of a choice holds no reason, explanation or evidence', () => {
		expect(publicItem(choice(), '')).toStrictEqual({
			kind: 'choice',
			id: 'city',
			stem: 'In which city?',
			options: [
				{ id: 'kyoto', text: 'Kyoto' },
				{ id: 'nara', text: 'Nara' }
			]
		});
	});

	it('of a flashcard shows the side that asks and nothing else', () => {
		const item = flashcard({ reverse: true });
		const front = { kind: 'flashcard', id: 'hanbok', prompt: '한복' };
		expect(publicItem(item, '')).toStrictEqual(front);
		expect(publicItem(item, 'reverse')).toStrictEqual({ ...front, prompt: 'hanbok' });
	});
});

describe('scoreResponse', () => {
	it('gives a choice 1 for the key and 0 for another option', () => {
		expect(scoreResponse({ kind: 'choice', option: 'nara' }, choice())).toBe(1);
		expect(scoreResponse({ kind: 'choice', option: 'kyoto' }, choice())).toBe(0);
	});

	it('does not take an option that is not there for a wrong one', () => {
		expect(scoreResponse({ kind: 'choice', option: 'osaka' }, choice())).toBe('invalid');
		expect(scoreResponse({ kind: 'choice', option: '' }, choice())).toBe('invalid');
	});

	it('gives a flashcard 0 for Again and 1 for all else', () => {
		const scores = ([1, 2, 3, 4] as const).map((rating) =>
			scoreResponse({ kind: 'flashcard', rating }, flashcard())
		);
		expect(scores).toEqual([0, 1, 1, 1]);
	});

	it('takes a response of another kind for invalid', () => {
		expect(scoreResponse({ kind: 'choice', option: 'nara' }, flashcard())).toBe('invalid');
		expect(scoreResponse({ kind: 'flashcard', rating: 3 }, choice())).toBe('invalid');
	});
});

describe('a remark', () => {
	const item = choice({
		options: [
			{ id: 'nara', text: 'Nara' },
			{ id: 'kyoto', text: 'Kyoto', why: 'Another summit' },
			{ id: 'osaka', text: 'Osaka' }
		]
	});

	it('gives the wrong answer and what the author says of it', () => {
		const wrong = remarkOn({ kind: 'choice', option: 'kyoto' }, item);
		expect(wrong).toEqual({ is: 'why-not', answer: 'Kyoto', why: 'Another summit' });
	});

	it('has nothing to say of the key, of a silent author, or of another kind', () => {
		expect(remarkOn({ kind: 'choice', option: 'nara' }, item)).toBe(undefined);
		expect(remarkOn({ kind: 'choice', option: 'osaka' }, item)).toBe(undefined);
		expect(remarkOn({ kind: 'flashcard', rating: 1 }, item)).toBe(undefined);
		expect(remarkOn({ kind: 'flashcard', rating: 1 }, flashcard())).toBe(undefined);
	});
});
