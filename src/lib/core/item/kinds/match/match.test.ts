import { describe, expect, it } from 'vitest';
import { keyText, publicItem, remarkOn, scoreResponse } from '../../registry';
import type { Response } from '../../response';
import type { MatchItem } from './match';
import { matchParser } from './parse-match';

const pairs = [
	{ id: 'lee', premise: 'Lee', response: 'President' },
	{ id: 'ahn', premise: 'Ahn', response: 'minister of *defence*' },
	{ id: 'kishida', premise: 'Kishida', response: 'Former prime minister' }
];
const spare = { id: 'japan', text: 'Ambassador', why: 'He is not in the articles.' };

const authored = (fields: object = {}): object => ({
	id: 'roles',
	kind: 'match',
	stem: 'Match each politician with a role.',
	pairs,
	spares: [spare],
	explanation: 'So the articles say.',
	evidence: [{ source: 'brief', paragraph: 1, terms: ['Lee'] }],
	claim: 'fact',
	difficulty: 'medium',
	...fields
});

const parsed = (fields: object = {}): MatchItem => {
	const result = matchParser.parse(authored(fields));
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
};

/** Rule and path of each problem. */
const problemsOf = (fields: object) => {
	const result = matchParser.parse(authored(fields));
	return result.ok ? [] : result.error.map(({ code, path }) => `${code} ${path.join('.')}`);
};

const item = parsed();
const idOf = (text: string) => item.responses.find((each) => each.text === text)?.id ?? '';
const [president, minister, former, ambassador] = [
	...pairs.map(({ response }) => idOf(response)),
	idOf(spare.text)
] as [string, string, string, string];
const right: readonly (readonly [string, string])[] = [
	['lee', president],
	['ahn', minister],
	['kishida', former]
];

const given = (pairs: unknown) => ({ kind: 'match', pairs }) as Response;
const scoreOf = (pairs: unknown) => scoreResponse(given(pairs), item);

describe('a match', () => {
	it('keeps premises, responses and key apart', () => {
		expect(item.premises.map(({ id }) => id)).toEqual(['lee', 'ahn', 'kishida']);
		expect(item.responses.map(({ text }) => text)).toEqual([
			...pairs.map(({ response }) => response),
			'Ambassador'
		]);
		expect(item.key).toEqual(Object.fromEntries(right));
		expect(item).not.toHaveProperty('pairs');
	});

	it('keeps the ids of responses when their words are changed', () => {
		const mended = pairs.map((pair) => ({ ...pair, response: `The ${pair.response}` }));
		expect(parsed({ pairs: mended }).key).toEqual(item.key);
	});

	it.each([
		['two pairs', { pairs: pairs.slice(1) }, 'shape pairs'],
		['no spare', { spares: [] }, 'shape spares'],
		['nothing for spares', { spares: undefined }, 'shape spares'],
		[
			'eight pairs',
			{ pairs: [...'abcdefgh'].map((id) => ({ id, premise: id, response: `to ${id}` })) },
			'shape pairs'
		],
		['a second pair of one id', { pairs: [...pairs, pairs[0]] }, 'repeated-option pairs.3.id'],
		[
			'a spare with the id of a pair',
			{ spares: [{ ...spare, id: 'lee' }] },
			'repeated-option spares.0.id'
		],
		[
			'a spare that says the same as a response',
			{ spares: [{ ...spare, text: 'PRESIDENT' }] },
			'repeated-option spares.0.text'
		],
		[
			'one premise twice',
			{ pairs: [...pairs, { id: 'other', premise: 'lee ', response: 'Other' }] },
			'repeated-option pairs.3.premise'
		],
		[
			'a pair without a response',
			{ pairs: [...pairs, { id: 'x', premise: 'X' }] },
			'missing-field pairs.3.response'
		],
		[
			'a field that is not known',
			{ spares: [{ ...spare, key: true }] },
			'unknown-field spares.0.key'
		]
	])('is refused with %s', (_, fields, problem) => {
		expect(problemsOf(fields)).toContain(problem);
	});

	it('has another revision only when what is scored has changed', () => {
		const scored = (fields: object) => JSON.stringify(matchParser.scored(parsed(fields)));
		const [lee, ahn, kishida] = pairs;
		expect(scored({ spares: [{ ...spare, why: 'Another reason.' }] })).toBe(scored({}));
		expect(scored({ spares: [{ ...spare, text: 'Envoy' }] })).not.toBe(scored({}));
		const exchanged = [
			{ ...lee, response: ahn?.response },
			{ ...ahn, response: lee?.response },
			kishida
		];
		expect(scored({ pairs: exchanged })).not.toBe(scored({}));
	});
});

describe('what is shown of a match', () => {
	it('has its responses in the order of the alphabet and tells of no pair', () => {
		const shown = publicItem(item, '');
		if (shown.kind !== 'match') throw new Error('a match is shown as one');
		expect(shown.responses.map(({ text }) => text)).toEqual([
			'Ambassador',
			'Former prime minister',
			'minister of *defence*',
			'President'
		]);
		expect(shown.premises.map(({ id }) => id)).toEqual(['ahn', 'kishida', 'lee']);
		for (const { id } of shown.responses) expect(id).toMatch(/^r-[0-9a-f]{8}$/);
		expect(JSON.stringify(shown)).not.toContain('why');
	});

	it('is the same to the byte when only the key changes', () => {
		const [lee = '', ahn = ''] = [item.key.lee, item.key.ahn];
		const other = { ...item, key: { ...item.key, lee: ahn, ahn: lee } };
		expect(JSON.stringify(publicItem(other, ''))).toBe(JSON.stringify(publicItem(item, '')));
	});

	it('is said in words after the answer', () => {
		expect(keyText(item, '')).toBe(
			'Lee: President; Ahn: minister of defence; Kishida: Former prime minister'
		);
	});
});

describe('the score of a match', () => {
	it('is the part of pairs that are right, whatever their order', () => {
		expect(scoreOf(right)).toBe(1);
		expect(scoreOf([...right].reverse())).toBe(1);
		expect(
			scoreOf([
				['lee', president],
				['ahn', former],
				['kishida', minister]
			])
		).toBe(1 / 3);
		expect(
			scoreOf([
				['lee', president],
				['ahn', minister],
				['kishida', ambassador]
			])
		).toBe(2 / 3);
		expect(
			scoreOf([
				['lee', minister],
				['ahn', former],
				['kishida', president]
			])
		).toBe(0);
	});

	it.each([
		['nothing', []],
		['a premise left open', right.slice(1)],
		['one premise twice', [right[0], right[1], ['ahn', former]]],
		['one response twice', [right[0], right[1], ['kishida', minister]]],
		['a premise that is not there', [right[0], right[1], ['ishiba', former]]],
		['a response that is not there', [right[0], right[1], ['kishida', 'former']]],
		[
			'a response by the id of its pair',
			[
				['lee', 'lee'],
				['ahn', 'ahn'],
				['kishida', 'kishida']
			]
		],
		['more pairs than there are', [...right, right[0]]],
		['a million pairs', Array.from({ length: 1_000_000 }, () => right[0])],
		['half a pair', [right[0], right[1], ['kishida']]],
		['a pair of three', [right[0], right[1], ['kishida', former, former]]],
		['numbers', [right[0], right[1], [2, 2]]],
		['positions', [0, 1, 2]],
		['a mapping', Object.fromEntries(right)],
		['a prototype’s members', [right[0], right[1], ['__proto__', 'constructor']]],
		['text', 'lee'],
		['null', null],
		['no pairs at all', undefined]
	])('does not take %s for wrong', (_, pairs) => {
		expect(scoreOf(pairs)).toBe('invalid');
	});
});

describe('what is said of a match', () => {
	it('is how many are open, as long as the pairs there are can be read', () => {
		const ask = (open: number) => ({ is: 'ask-again', again: { why: 'incomplete', open } });
		expect(remarkOn(given([]), item)).toEqual(ask(3));
		expect(remarkOn(given(right.slice(1)), item)).toEqual(ask(1));
		expect(remarkOn(given([['lee', 'nobody']]), item)).toBe(undefined);
		expect(remarkOn(given('lee'), item)).toBe(undefined);
	});

	it('is why a spare does not fit, where one was given', () => {
		const wrong = remarkOn(given([right[0], right[1], ['kishida', ambassador]]), item);
		expect(wrong).toEqual({ is: 'why-not', answer: 'Ambassador', why: spare.why });
		expect(remarkOn(given(right), item)).toBe(undefined);
	});
});
