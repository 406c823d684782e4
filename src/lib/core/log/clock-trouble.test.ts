import { describe, expect, it } from 'vitest';
import { entry, modelOf, practice, review, undo } from '../../../../tests/support/entries';
import { correctionOf, redateOf } from './clock-correction';
import { clockTrouble, isRightAgain, lastAnswer, type ClockTrouble } from './clock-trouble';
import { stateOf } from './fold';
import { extendFold, foldLog } from './fold-log';

const TODAY = 20_000;
const on = (day: number) => ({ at: day * 86_400_000, day });
const foldOf = (...values: readonly unknown[]) => foldLog(values, modelOf);

describe('the clock', () => {
	it.each([
		['the same day', 0, undefined],
		['the next day', 1, undefined],
		['a year on', 365, undefined],
		['a year on, a leap year', 366, undefined],
		['a day more than a year on', 367, 'ahead'],
		['73 years on', 26_700, 'ahead'],
		['one day behind', -1, 'behind'],
		['in 1970', -TODAY, 'behind']
	])('is in trouble or not: %s', (_, days, is) => {
		const [last, now] = [on(TODAY), on(TODAY + days)];
		expect(clockTrouble(last, now)).toEqual(is && { is, last, now });
	});

	it('is believed as long as nothing was answered', () => {
		expect(clockTrouble(undefined, on(-5))).toBeUndefined();
	});

	it('goes by study days: earlier on the same one is no trouble', () => {
		expect(clockTrouble({ at: 5_000, day: 7 }, { at: 4_000, day: 7 })).toBeUndefined();
	});
});

describe('the last answer', () => {
	it('is the last effective review or practice of the log', () => {
		const fold = foldOf(
			review('a.1', 100, 'x'),
			practice('a.2', 200, 'x'),
			review('a.3', 300, 'x'),
			undo('a.4', 400, 'a.3'),
			entry('setting', 'a.5', 500, { key: 'x', value: 1 }),
			{ ...review('a.6', 600, 'x'), rating: 7 },
			{ ...review('a.7', 700, 'x'), v: 2 }
		);
		expect(lastAnswer(fold)).toMatchObject({ id: 'a.2', day: 2 });
		expect(lastAnswer(foldOf())).toBeUndefined();
	});

	it('is dated as it counts', () => {
		const redate = entry('redate', 'a.2', 200, { ids: ['a.1'], days: 4 });
		expect(lastAnswer(foldOf(review('a.1', 100, 'x'), redate))?.day).toBe(5);
	});
});

describe('what mends a wrong stretch', () => {
	const right = review('a.1', 100, 'x');
	const wrong = [
		review('a.2', 9_900, 'x'),
		practice('a.3', 9_950, 'y'),
		review('a.4', 10_000, 'y')
	];

	it('names the answers at the end that lie after today, and brings the last to today', () => {
		const fold = foldOf(right, ...wrong, entry('setting', 'a.5', 10_001, { key: 'x', value: 1 }));
		expect(redateOf(fold, 7)).toEqual({ ids: ['a.4', 'a.3', 'a.2'], days: -93 });
	});

	it('puts them right, in one entry that can be undone', () => {
		const fold = foldOf(right, ...wrong);
		const mend = redateOf(fold, 7);
		if (mend) extendFold(fold, entry('redate', 'a.5', 10_002, mend));
		expect(lastAnswer(fold)?.day).toBe(7);
		expect(stateOf(fold, 'x')?.lastDay).toBe(6);
		expect(redateOf(fold, 7)).toBeUndefined();
		extendFold(fold, undo('a.6', 10_003, 'a.5'));
		expect(lastAnswer(fold)?.day).toBe(100);
	});

	it('leaves answers before the stretch alone, though they lie after today too', () => {
		const fold = foldOf(review('b.1', 50, 'w', 3, { day: 5_000 }), right, ...wrong);
		expect(redateOf(fold, 7)?.ids).toEqual(['a.4', 'a.3', 'a.2']);
	});

	it('looks past the answers given since, when it is told where the stretch ends', () => {
		const fold = foldOf(right, ...wrong, review('a.5', 10_001, 'x', 3, { day: 7 }));
		expect(redateOf(fold, 7)).toBeUndefined();
		expect(redateOf(fold, 7, 'a.4')).toEqual({ ids: ['a.4', 'a.3', 'a.2'], days: -93 });
		expect(redateOf(fold, 7, 'gone.1')).toBeUndefined();
	});

	it('names all there are when all are wrong, and passes over void ones', () => {
		expect(redateOf(foldOf(...wrong), 7)?.ids).toHaveLength(3);
		const fold = foldOf(...wrong, undo('a.5', 10_001, 'a.4'));
		expect(redateOf(fold, 7)).toEqual({ ids: ['a.3', 'a.2'], days: -92 });
	});

	it('is nothing when nothing lies after today', () => {
		expect(redateOf(foldOf(right), 1)).toBeUndefined();
		expect(redateOf(foldOf(), 1)).toBeUndefined();
	});
});

describe('a correction', () => {
	const trouble = (days: number) =>
		clockTrouble(on(TODAY), on(TODAY + days)) as Readonly<ClockTrouble>;

	it('puts a clock that is ahead or behind on the day of the last answer', () => {
		expect(correctionOf(trouble(26_700))).toEqual({ days: -26_700, since: TODAY });
		expect(correctionOf(trouble(-3))).toEqual({ days: 3, since: TODAY });
	});

	it.each([
		[-3, false],
		[-1, false],
		[0, true],
		[1, true],
		[366, true],
		[367, false],
		[26_700, false]
	])('ends or not when the clock is %d days on: %s', (days, is) => {
		expect(isRightAgain({ days: -26_700, since: TODAY }, TODAY + days)).toBe(is);
	});
});
