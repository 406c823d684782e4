import { describe, expect, it } from 'vitest';
import { someItem } from '../../../../tests/support/authored';
import { askedText, givenText } from './asked-and-given';

const flashcard = someItem('flashcard').item;
const cloze = someItem('cloze', ({ gaps }) => gaps.length > 1).item;
const choice = someItem('choice').item;
const multiple = someItem('multiple').item;
const number = someItem('number', ({ unit }) => unit !== undefined).item;

describe('what a card asks', () => {
	it('is the side of a flashcard that asks', () => {
		expect(askedText(flashcard, '')).toBe(flashcard.front);
		expect(askedText(flashcard, 'reverse')).toBe(flashcard.back);
	});

	it('is the stem with one gap, and the words of the others', () => {
		const [first, second] = cloze.gaps;
		const asked = askedText(cloze, second?.id ?? 'c2');
		expect(asked).toContain('____');
		expect(asked).not.toMatch(/\{c\d\}/);
		expect(asked).toContain(first.key);
	});
});

describe('a response in words', () => {
	it('is the text of what was chosen', () => {
		const [option] = choice.options;
		expect(givenText({ kind: 'choice', option: option?.id }, choice)).toBe(option?.text);
		const [one, two] = multiple.options;
		expect(givenText({ kind: 'multiple', options: [one?.id, two?.id] }, multiple)).toBe(
			`${one?.text}, ${two?.text}`
		);
	});

	it('is what was typed, a number with its unit once', () => {
		const { item } = someItem('text');
		expect(givenText({ kind: 'text', text: ' Kyoto ' }, item)).toBe('Kyoto');
		expect(givenText({ kind: 'number', text: '7' }, number)).toBe(`7 ${number.unit}`);
		const whole = `7 ${number.unit}`;
		expect(givenText({ kind: 'number', text: whole }, number)).toBe(whole);
	});

	it('of a statement is true or false', () => {
		const { item } = someItem('true-false');
		expect(givenText({ kind: 'true-false', answer: false }, item)).toBe(false);
	});

	it.each([
		undefined,
		null,
		'text',
		{ kind: 'choice' },
		{ kind: 'choice', option: 'no-such-option' },
		{ kind: 'text', text: 'of another kind' }
	])('is undefined for %j', (response) => {
		expect(givenText(response, choice)).toBeUndefined();
		expect(givenText({ kind: 'multiple', options: 'none' }, multiple)).toBeUndefined();
		expect(givenText({ kind: 'number', text: 7 }, number)).toBeUndefined();
	});
});
