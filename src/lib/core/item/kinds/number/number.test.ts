import { describe, expect, it } from 'vitest';
import type { NumberItem } from './number';
import { numberParser } from './parse-number';
import { readNumber } from './read-number';
import { numberRemark, scoreNumber } from './score-number';

const authored = {
	id: 'n',
	kind: 'number',
	stem: 'In how many years?',
	key: 17,
	unit: 'years',
	near: 1,
	range: [1, 100],
	explanation: 'Because it is so.',
	evidence: [{ source: 's', paragraph: 1, terms: ['17 years'] }],
	claim: 'fact',
	difficulty: 'easy'
};

function itemOf(fields: object = {}): NumberItem {
	const parsed = numberParser.parse({ ...authored, ...fields });
	if (!parsed.ok) throw new Error(parsed.error[0]?.message);
	return parsed.value;
}

const score = (text: string, item = itemOf()) => scoreNumber({ kind: 'number', text }, item);

describe('a number', () => {
	it.each([
		['17', 17],
		[' 17 years ', 17],
		['17 Year', 17],
		['１７', 17],
		['17th', 17],
		['seventeen', 17],
		['Seventeen years', 17],
		['twenty-one', 21],
		['one hundred and five', 105],
		['two thousand and twenty-five', 2025],
		['nineteen sixty-five', 1965],
		['twenty twenty-five', 2025],
		['1,000', 1000],
		['1 000', 1000],
		['1.000', 1000],
		['3.5', 3.5],
		['3,5', 3.5],
		['-4', -4],
		['+4', 4],
		['1,234,567.5', 1234567.5]
	])('is read from “%s”', (text, value) => {
		expect(readNumber(text, 'years')).toBe(value);
	});

	it.each(['', 'years', '17 months', 'many', '17 18', 'and', 'five six', '1e9', 'x'.repeat(500)])(
		'is not read from “%s”',
		(text) => expect(readNumber(text, 'years')).toBeUndefined()
	);

	it('earns all within the tolerance, half where it is near, else nothing', () => {
		expect(['17', '18', '16', '19', '15'].map((text) => score(text))).toEqual([1, 0.5, 0.5, 0, 0]);
		expect(score('18', itemOf({ tolerance: 1, near: 2 }))).toBe(1);
		expect(score('0.3', itemOf({ key: 0.1, tolerance: 0.2, near: 1, range: [-1, 1] }))).toBe(1);
	});

	it('is asked again, not wrong, when it cannot be meant', () => {
		const remark = (text: string) => numberRemark({ kind: 'number', text }, itemOf());
		for (const text of ['', '170', 'soon', '17 months']) expect(score(text)).toBe('invalid');
		expect(remark('')).toEqual({ is: 'ask-again', again: { why: 'empty' } });
		expect(remark('170')).toEqual({
			is: 'ask-again',
			again: { why: 'out-of-range', range: [1, 100] }
		});
		expect(remark('soon')).toEqual({
			is: 'ask-again',
			again: { why: 'no-number', unit: 'years' }
		});
		expect(remark('18')).toBeUndefined();
	});

	it.each([
		['a key in quotation marks', { key: '17' }, 'key'],
		['a key outside its range', { range: [20, 30] }, 'range'],
		['a tolerance that reaches out of the range', { tolerance: 20, near: 30 }, 'range'],
		['a negative tolerance', { tolerance: -1 }, 'tolerance'],
		['what is near within the tolerance', { tolerance: 1, near: 1 }, 'near'],
		['no range', { range: undefined }, 'range'],
		['a key that is no number', { key: Number.NaN }, 'key']
	])('is refused with %s', (_, fields, at) => {
		const parsed = numberParser.parse({ ...authored, ...fields });
		expect(parsed.ok ? [] : parsed.error.map(({ path }) => path[0])).toContain(at);
	});
});
