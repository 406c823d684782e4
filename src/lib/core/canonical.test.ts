import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical';

describe('canonicalJson', () => {
	it('writes the example of RFC 8785', () => {
		const value: unknown = JSON.parse(String.raw`{
			"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
			"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
			"literals": [null, true, false]
		}`);
		expect(canonicalJson(value)).toBe(
			'{"literals":[null,true,false],' +
				'"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
				'"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
		);
	});

	it('sorts members by UTF-16 code units, as RFC 8785 shows', () => {
		const value = {
			'\u20ac': 'Euro Sign',
			'\r': 'Carriage Return',
			'\ufb33': 'Hebrew Letter Dalet With Dagesh',
			'1': 'One',
			'\ud83d\ude00': 'Emoji: Grinning Face',
			'\u0080': 'Control',
			'\u00f6': 'Latin Small Letter O With Diaeresis'
		};
		expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
		expect(canonicalJson(value).match(/:"[^:"]+/g)).toEqual([
			':"Carriage Return',
			':"One',
			':"Control',
			':"Latin Small Letter O With Diaeresis',
			':"Euro Sign',
			':"Emoji',
			':"Hebrew Letter Dalet With Dagesh'
		]);
	});

	it('sorts numbers in names as text', () => {
		expect(canonicalJson({ 10: 1, 9: 2, a: 3, A: 4 })).toBe('{"10":1,"9":2,"A":4,"a":3}');
	});

	it.each([
		[0, '0'],
		[-0, '0'],
		[5e-324, '5e-324'],
		[Number.MAX_VALUE, '1.7976931348623157e+308'],
		[9007199254740992, '9007199254740992'],
		[1e21, '1e+21'],
		[1e20, '100000000000000000000'],
		[0.000001, '0.000001'],
		[1e-7, '1e-7'],
		[333333333.3333332, '333333333.3333332']
	])('writes the number %d as ECMAScript does', (value, text) => {
		expect(canonicalJson(value)).toBe(text);
	});

	it('leaves text outside ASCII as it is, without normalising it', () => {
		expect(canonicalJson('한국 é e\u0301')).toBe('"한국 é e\u0301"');
		expect(canonicalJson('\u2028')).toBe('"\u2028"');
	});

	it('keeps the order of lists and drops white space', () => {
		expect(canonicalJson([3, [1, { b: [], a: {} }], 2])).toBe('[3,[1,{"a":{},"b":[]}],2]');
	});

	it('is the same text whatever the order in which members were written', () => {
		expect(canonicalJson({ b: { d: 1, c: 2 }, a: 3 })).toBe(
			canonicalJson({ a: 3, b: { c: 2, d: 1 } })
		);
	});

	it('leaves out members that are undefined', () => {
		expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
	});

	it.each([NaN, Infinity, -Infinity, undefined, () => 1, 1n, Symbol('s')])(
		'refuses what JSON cannot hold: %s',
		(value) => {
			expect(() => canonicalJson(value)).toThrow(TypeError);
			expect(() => canonicalJson([value])).toThrow(TypeError);
		}
	);
});
