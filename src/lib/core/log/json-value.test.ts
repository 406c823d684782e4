import { describe, expect, it } from 'vitest';
import { describeValue, isJson, MAX_LEVELS } from './json-value';

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

describe('isJson', () => {
	it.each([null, true, 'text', '\ud800', 0, -1.5, [], {}, { a: [{ b: undefined }] }])(
		'takes %j',
		(value) => {
			expect(isJson(value)).toBe(true);
		}
	);

	it('takes an object without a prototype', () => {
		expect(isJson(Object.assign(Object.create(null), { a: 1 }))).toBe(true);
	});

	it.each([
		['NaN', NaN],
		['an infinity', { a: [Infinity] }],
		['undefined', undefined],
		['a list with undefined', [undefined]],
		['a list with a hole', [1, , 2]], // eslint-disable-line no-sparse-arrays
		['a bigint', 1n],
		['a function', () => 1],
		['a date', { at: new Date(0) }],
		['a map', new Map()],
		['bytes', new Uint8Array(2)],
		['an error', new Error('no')]
	])('refuses %s', (_, value) => {
		expect(isJson(value)).toBe(false);
	});

	it('takes so many levels and no more', () => {
		expect(isJson(nested(MAX_LEVELS))).toBe(true);
		expect(isJson(nested(MAX_LEVELS + 1))).toBe(false);
	});
});

describe('describeValue', () => {
	it.each([
		[
			'what JSON cannot hold',
			{ a: [NaN, -Infinity, 1n, undefined] },
			'{"a":["NaN","-Infinity","1","undefined"]}'
		],
		['a map and a set', [new Map([['k', 1]]), new Set([2])], '[[["k",1]],[2]]'],
		['a date', new Date(0), '"1970-01-01T00:00:00.000Z"'],
		['nothing', undefined, '"undefined"'],
		['a symbol', Symbol('s'), '"Symbol(s)"']
	])('writes %s in words', (_, value, text) => {
		expect(describeValue(value)).toBe(text);
	});

	it('names the sort of what has no end', () => {
		const circle: unknown[] = [];
		circle.push(circle);
		expect(describeValue(circle)).toBe('[object Array]');
	});
});
