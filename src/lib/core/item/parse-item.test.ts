import { describe, expect, it } from 'vitest';
import { parseItem, parserOf, parsers } from './parse-item';

const base = {
	id: 'a',
	explanation: 'Because.',
	evidence: [{ source: 's', paragraph: 1, terms: ['t'] }],
	claim: 'fact',
	difficulty: 'easy'
};
const choice = {
	...base,
	kind: 'choice',
	stem: 'Which?',
	options: [
		{ id: 'x', text: 'X' },
		{ id: 'y', text: 'Y', key: true }
	]
};
const flashcard = { ...base, kind: 'flashcard', front: 'F', back: 'B' };

describe('parseItem', () => {
	it('reads every kind by its own parser', () => {
		expect(parseItem(choice)).toEqual(parsers.choice.parse(choice));
		expect(parseItem(flashcard)).toEqual(parsers.flashcard.parse(flashcard));
		expect(parseItem(choice)).toMatchObject({ ok: true, value: { kind: 'choice', key: 'y' } });
		expect(parseItem(flashcard)).toMatchObject({ ok: true, value: { kind: 'flashcard' } });
	});

	it('lists the kinds there are when an item has none', () => {
		expect(parseItem(base)).toMatchObject({
			error: [
				{
					code: 'missing-field',
					path: ['kind'],
					hint: 'one of choice, cloze, flashcard, match, multiple, number, order, text, true-false'
				}
			]
		});
	});

	it.each(['essay', 'Choice', '__proto__', 'toString', '', 7, null, ['choice']])(
		'does not know the kind %j',
		(kind) => {
			expect(parseItem({ ...base, kind })).toMatchObject({
				error: [
					{
						code: 'unknown-kind',
						path: ['kind'],
						hint: 'one of choice, cloze, flashcard, match, multiple, number, order, text, true-false'
					}
				]
			});
		}
	);

	it('refuses a kind that cannot even be written out', () => {
		expect(parseItem({ ...base, kind: { toString: 'x' } })).toMatchObject({
			error: [{ code: 'unknown-kind', path: ['kind'], message: 'a kind is a word' }]
		});
	});

	it.each([undefined, null, 'text', 7, true, [], [choice]])('takes no %j for an item', (value) => {
		expect(parseItem(value)).toMatchObject({ error: [{ code: 'shape', path: [] }] });
	});
});

describe('parserOf', () => {
	it('is the parser of the kind', () => {
		expect(parserOf('choice')).toBe(parsers.choice);
		expect(parserOf('flashcard')).toBe(parsers.flashcard);
	});
});
