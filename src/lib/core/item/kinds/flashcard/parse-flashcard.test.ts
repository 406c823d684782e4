import { describe, expect, it } from 'vitest';
import { keyText } from '../../registry';
import { flashcardParser } from './parse-flashcard';

const authored = (fields: object = {}): object => ({
	id: 'hanbok',
	kind: 'flashcard',
	front: '[한복]{lang=ko}',
	back: 'Korean dress',
	explanation: 'Worn on feast days.',
	evidence: [{ source: 'brief', paragraph: 1, terms: ['hanbok'] }],
	claim: 'fact',
	difficulty: 'easy',
	...fields
});

const problemsOf = (value: unknown) => {
	const result = flashcardParser.parse(value);
	return result.ok ? [] : result.error.map(({ code, path }) => `${code} ${path.join('.')}`);
};

const parsed = (value: unknown) => {
	const result = flashcardParser.parse(value);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
};

describe('a flashcard', () => {
	it('is asked in one direction unless it says otherwise', () => {
		expect(parsed(authored()).reverse).toBe(false);
		expect(parsed(authored({ reverse: true })).reverse).toBe(true);
	});

	it('hangs its revision on both sides and the direction', () => {
		expect(flashcardParser.scored(parsed(authored()))).toEqual({
			kind: 'flashcard',
			front: '[한복]{lang=ko}',
			back: 'Korean dress',
			reverse: false
		});
	});

	it('has its back for a key and both sides for texts', () => {
		const item = parsed(authored());
		expect(keyText(item, '')).toBe('Korean dress');
		expect(flashcardParser.texts(item)).toEqual(['[한복]{lang=ko}', 'Korean dress']);
	});
});

describe('a broken flashcard', () => {
	it.each([
		[{ front: undefined }, 'shape front'],
		[{ front: '' }, 'shape front'],
		[{ back: 1965 }, 'shape back'],
		[{ back: ' \n' }, 'shape back'],
		[{ reverse: 'yes' }, 'shape reverse'],
		[{ stem: 'x' }, 'unknown-field stem'],
		[{ options: [] }, 'unknown-field options']
	])('is refused with %j', (fields, problem) => {
		expect(problemsOf(authored(fields))).toEqual([problem]);
	});

	it('is told which sides are missing, and how to add them', () => {
		const { front: _f, back: _b, ...rest } = authored() as Record<string, unknown>;
		expect(problemsOf(rest)).toEqual(['missing-field front', 'missing-field back']);
		expect(flashcardParser.parse(rest)).toMatchObject({ error: [{ hint: 'add “front:”' }, {}] });
	});

	it('is told to put text in quotation marks that YAML reads as a number', () => {
		const result = flashcardParser.parse(authored({ back: 1965 }));
		expect(result.ok || result.error[0]?.message).toContain('quotation marks');
	});
});
