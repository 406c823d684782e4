import { describe, expect, it } from 'vitest';
import { keyText, publicItem, remarkOn, scoreResponse } from '../../registry';
import type { Response } from '../../response';
import { followers, type OrderItem } from './order';
import { orderParser } from './parse-order';

const steps = [
	{ id: 'd', text: 'Normal relations' },
	{ id: 'b', text: 'Criticism of *2023*' },
	{ id: 'c', text: 'Tokyo' },
	{ id: 'a', text: 'Nara' },
	{ id: 'e', text: 'Later' }
];

const authored = (fields: object = {}): object => ({
	id: 'timeline',
	kind: 'order',
	stem: 'Put these events in order, earliest first.',
	steps,
	explanation: 'So the articles say.',
	evidence: [{ source: 'brief', paragraph: 1, terms: ['Tokyo'] }],
	claim: 'fact',
	difficulty: 'medium',
	...fields
});

const parsed = (fields: object = {}): OrderItem => {
	const result = orderParser.parse(authored(fields));
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
};

const problemsOf = (fields: object) => {
	const result = orderParser.parse(authored(fields));
	return result.ok ? [] : result.error.map(({ code, path }) => `${code} ${path.join('.')}`);
};

const item = parsed();
const scoreOf = (given: unknown) =>
	scoreResponse({ kind: 'order', steps: given } as Response, item);

/** The ids as they are shown first. */
function shownWith(seed?: string): readonly string[] {
	const shown = publicItem(item, '', seed);
	if (shown.kind !== 'order') throw new Error('an order is shown as one');
	return shown.steps.map(({ id }) => id);
}

describe('an order', () => {
	it.each([
		['three steps', { steps: steps.slice(2) }, 'shape steps'],
		['seven steps', { steps: [...'abcdefg'].map((id) => ({ id, text: id })) }, 'shape steps'],
		['no steps', { steps: undefined }, 'shape steps'],
		['one id twice', { steps: [...steps, { id: 'a', text: 'New' }] }, 'repeated-option steps.5.id'],
		[
			'one text twice',
			{ steps: [...steps, { id: 'f', text: 'NARA' }] },
			'repeated-option steps.5.text'
		],
		['a key', { steps: [...steps, { id: 'f', text: 'F', key: true }] }, 'unknown-field steps.5.key']
	])('is refused with %s', (_, fields, problem) => {
		expect(problemsOf(fields)).toEqual([problem]);
	});

	it('has another revision when its steps change places', () => {
		const scored = (fields: object) => JSON.stringify(orderParser.scored(parsed(fields)));
		expect(scored({ explanation: 'Another.' })).toBe(scored({}));
		expect(scored({ steps: [...steps].reverse() })).not.toBe(scored({}));
	});

	it('is said in words after the answer', () => {
		expect(keyText(parsed({ steps: steps.slice(0, 4) }), '')).toBe(
			'1. Normal relations; 2. Criticism of 2023; 3. Tokyo; 4. Nara'
		);
	});
});

describe('what is shown of an order', () => {
	it('stands by id without a seed, so that nothing tells of the key', () => {
		expect(shownWith()).toEqual(['a', 'b', 'c', 'd', 'e']);
		const other = JSON.stringify(publicItem(parsed({ steps: [...steps].reverse() }), ''));
		expect(other).toBe(JSON.stringify(publicItem(item, '')));
	});

	it('is shuffled by the seed, and the same for the same seed', () => {
		expect(shownWith('a')).toEqual(shownWith('a'));
		const orders = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => shownWith(seed).join());
		expect(new Set(orders).size).toBeGreaterThan(2);
	});

	it('has less than half of the right neighbours, whatever the seed', () => {
		const key = steps.map(({ id }) => id);
		for (let seed = 0; seed < 500; seed++) {
			const shown = shownWith(String(seed));
			expect([...shown].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
			expect(followers(shown, key).size).toBeLessThan(2);
			expect(scoreOf(shown)).toBeLessThan(0.5);
		}
	});
});

const holed = ['d', 'b', 'c', 'a'];
holed.length = 5;

describe('the score of an order', () => {
	it('is the part of neighbours that are kept', () => {
		expect(scoreOf(['d', 'b', 'c', 'a', 'e'])).toBe(1);
		expect(scoreOf(['b', 'c', 'a', 'e', 'd'])).toBe(0.75);
		expect(scoreOf(['d', 'b', 'c', 'e', 'a'])).toBe(0.5);
		expect(scoreOf(['b', 'd', 'c', 'a', 'e'])).toBe(0.5);
		expect(scoreOf(['e', 'a', 'c', 'b', 'd'])).toBe(0);
	});

	it.each([
		['nothing', []],
		['a step left out', ['d', 'b', 'c', 'a']],
		['a step twice', ['d', 'b', 'c', 'a', 'a']],
		['a step that is not there', ['d', 'b', 'c', 'a', 'z']],
		['a step too many', ['d', 'b', 'c', 'a', 'e', 'z']],
		['a million steps', Array.from({ length: 1_000_000 }, () => 'a')],
		['positions', [0, 1, 2, 3, 4]],
		['steps as they were shown', steps],
		['a prototype’s members', ['d', 'b', 'c', 'a', '__proto__']],
		['a hole', holed],
		['a mapping', { 0: 'd', length: 5 }],
		['text', 'dbcae'],
		['null', null],
		['no steps at all', undefined]
	])('does not take %s for wrong', (_, given) => {
		expect(scoreOf(given)).toBe('invalid');
		expect(remarkOn({ kind: 'order', steps: given } as Response, item)).toBe(undefined);
	});
});
