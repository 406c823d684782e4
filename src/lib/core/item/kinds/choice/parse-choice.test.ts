import { describe, expect, it } from 'vitest';
import { keyText } from '../../registry';
import { MAX_TEXT_LENGTH } from '../../../text';
import { choiceParser } from './parse-choice';

const authored = (fields: object = {}): object => ({
	id: 'nara-city',
	kind: 'choice',
	stem: 'In which city?',
	options: [
		{ id: 'kyoto', text: 'Kyoto', why: 'Another old capital.' },
		{ id: 'nara', text: 'Nara', key: true }
	],
	explanation: 'The report places them in Nara.',
	evidence: [{ source: 'brief', paragraph: 2, terms: ['Nara, Japan'] }],
	claim: 'fact',
	difficulty: 'easy',
	...fields
});

const without = (field: string): object => {
	const copy: Record<string, unknown> = { ...authored() };
	delete copy[field];
	return copy;
};

const parsed = (value: unknown) => {
	const result = choiceParser.parse(value);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
};

/** Rule and path of each problem. */
const problemsOf = (value: unknown) => {
	const result = choiceParser.parse(value);
	return result.ok ? [] : result.error.map(({ code, path }) => `${code} ${path.join('.')}`);
};

const options = (...list: object[]) => authored({ options: list });
const kyoto = { id: 'kyoto', text: 'Kyoto' };
const nara = { id: 'nara', text: 'Nara', key: true };

describe('a choice', () => {
	it('keeps the key apart from the options', () => {
		const item = parsed(authored());
		expect(item.key).toBe('nara');
		expect(item.options).toStrictEqual([
			{ id: 'kyoto', text: 'Kyoto', why: 'Another old capital.' },
			{ id: 'nara', text: 'Nara' }
		]);
	});

	it('has no excluded items unless some are named', () => {
		expect(parsed(authored()).excludes).toEqual([]);
		expect(parsed(authored({ excludes: ['other'] })).excludes).toEqual(['other']);
	});

	it('keeps the optional fields', () => {
		const fields = { background: 'b', fact: 'f', derived: 'd' };
		expect(parsed(authored(fields))).toMatchObject(fields);
		expect(parsed(authored())).not.toHaveProperty('background');
	});

	it('trims its texts and takes “key: false” for no key', () => {
		const item = parsed(options({ ...kyoto, key: false }, { ...nara, text: '  Nara\n' }));
		expect(item.options.map(({ text }) => text)).toEqual(['Kyoto', 'Nara']);
		expect(item.key).toBe('nara');
	});
});

describe('a broken choice', () => {
	it.each(['id', 'stem', 'options', 'explanation', 'evidence', 'claim', 'difficulty'])(
		'is refused without %s',
		(field) => {
			expect(problemsOf(without(field))).toEqual([`missing-field ${field}`]);
		}
	);

	it('says how to add what is missing', () => {
		const result = choiceParser.parse(without('stem'));
		expect(result).toMatchObject({ error: [{ hint: 'add “stem:”' }] });
	});

	it('needs a key', () => {
		const result = choiceParser.parse(options(kyoto, { ...nara, key: false }));
		expect(result).toMatchObject({
			ok: false,
			error: [{ code: 'missing-key', path: ['options'], hint: 'mark one “key: true”' }]
		});
	});

	it('has no second key', () => {
		const value = options({ ...kyoto, key: true }, nara, { id: 'osaka', text: 'Osaka', key: true });
		expect(problemsOf(value)).toEqual(['second-key options.1.key', 'second-key options.2.key']);
		const result = choiceParser.parse(value);
		expect(result).toMatchObject({
			error: [{ hint: 'leave “key: true” on one option, or write “kind: multiple”' }, {}]
		});
	});

	it('has no two options with one id or one text', () => {
		expect(problemsOf(options(kyoto, { ...nara, id: 'kyoto' }))).toEqual([
			'repeated-option options.1.id'
		]);
		expect(problemsOf(options(kyoto, { ...nara, text: ' KYOTO ' }))).toEqual([
			'repeated-option options.1.text'
		]);
	});

	it('needs two options', () => {
		expect(problemsOf(options(nara))).toEqual(['shape options']);
		expect(problemsOf(options())).toEqual(['shape options']);
	});

	it.each([
		['id', 'Nara City', 'id'],
		['id', 'x'.repeat(65), 'id'],
		['id', 7, 'id'],
		['stem', '   ', 'stem'],
		['stem', 1965, 'stem'],
		['explanation', 'x'.repeat(MAX_TEXT_LENGTH + 1), 'explanation'],
		['claim', 'rumour', 'claim'],
		['difficulty', 'brutal', 'difficulty'],
		['fact', 'A fact', 'fact'],
		['excludes', 'other', 'excludes'],
		['excludes', ['ok', 'Not ok'], 'excludes.1'],
		['derived', '', 'derived'],
		['options', 'Kyoto', 'options'],
		['options', [kyoto, 'Nara'], 'options.1'],
		['options', [kyoto, { ...nara, key: 'yes' }], 'options.1.key'],
		['evidence', [], 'evidence'],
		['evidence', [{ source: 'a', paragraph: 0, terms: ['t'] }], 'evidence.0.paragraph'],
		['evidence', [{ source: 'a', paragraph: 1.5, terms: ['t'] }], 'evidence.0.paragraph'],
		['evidence', [{ source: 'a', paragraph: 1, terms: [] }], 'evidence.0.terms'],
		['evidence', [{ source: 'a', paragraph: 1, terms: [2] }], 'evidence.0.terms.0']
	])('is refused with %s: %j', (field, value, path) => {
		expect(problemsOf(authored({ [field]: value }))).toEqual([`shape ${path}`]);
	});

	it('has no field that is not known, such as a misspelt one', () => {
		expect(problemsOf(authored({ backgruond: 'x' }))).toEqual(['unknown-field backgruond']);
		expect(problemsOf(options(kyoto, { ...nara, wy: 'x' }))).toEqual([
			'unknown-field options.1.wy'
		]);
	});

	it('shows every problem at once', () => {
		const value = authored({ stem: '', claim: 'rumour', evidence: [{ source: 'a' }] });
		expect(problemsOf(value).sort()).toEqual([
			'missing-field evidence.0.paragraph',
			'missing-field evidence.0.terms',
			'shape claim',
			'shape stem'
		]);
	});
});

describe('what decides a score of a choice', () => {
	it('is stem, options by id and key', () => {
		expect(choiceParser.scored(parsed(authored()))).toEqual({
			kind: 'choice',
			stem: 'In which city?',
			options: { kyoto: 'Kyoto', nara: 'Nara' },
			key: 'nara'
		});
	});

	it('is looked for in the evidence by the words of the key', () => {
		expect(keyText(parsed(authored()), '')).toBe('Nara');
	});

	it('leaves the reasons to the texts, for what was copied to be found in them', () => {
		expect(choiceParser.texts(parsed(authored()))).toEqual([
			'In which city?',
			'Another old capital.'
		]);
	});
});
