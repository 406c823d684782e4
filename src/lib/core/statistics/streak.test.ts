import { describe, expect, it } from 'vitest';
import { streakOf } from './streak';

const TODAY = 20_000;

/** From a picture of the last days, today last: `x` is a day with answers. */
function streak(picture: string, later: readonly number[] = []) {
	const days = [...picture].flatMap((mark, at) =>
		mark === 'x' ? [TODAY - picture.length + 1 + at] : []
	);
	const { days: count, week } = streakOf(new Set([...days, ...later]), TODAY);
	return [count, week.map(({ is }) => ({ studied: 'x', rest: '~', none: '.', open: '?' })[is])];
}
const count = (picture: string, later: readonly number[] = []) => streak(picture, later)[0];

describe('days in a row', () => {
	it.each([
		['', 0],
		['x', 1],
		['xxx', 3],
		['xx.', 2],
		['xx..', 2],
		['xx...', 0],
		['xx.x', 3],
		['xx..x', 1],
		['xx.x.x', 2],
		['x.xxxxxx.x', 8],
		['x.xxxxx.x', 6]
	])('of %j are %i', (picture, days) => {
		expect(count(picture)).toBe(days);
	});

	it('bridge one missed day in any seven', () => {
		expect(count('xxxxxx.xxxxxx.xxxxxx.x')).toBe(19);
	});

	it('are not broken by a today that has not been answered yet', () => {
		expect(count('xxxx.')).toBe(4);
		expect(count('xxx.xx.')).toBe(5);
	});

	it('count what was answered on the other side of the date line', () => {
		expect(count('xx.', [TODAY + 1])).toBe(3);
	});

	it('do not count what a clock far ahead has dated', () => {
		expect(count('xx.', [TODAY + 2, TODAY + 20_000])).toBe(2);
	});
});

describe('the last week', () => {
	it('tells what each day was', () => {
		expect(streak('x.xx.xxx')[1]).toEqual([...'.xx~xxx']);
		expect(streak('xxxxx.x.')[1]).toEqual([...'xxxx~x?']);
		expect(streak('')[1]).toEqual([...'......?']);
	});
});
