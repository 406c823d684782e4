import { expect, it } from 'vitest';
import { entry, review } from '../../../../tests/support/entries';
import { cardsOf } from '../../../../tests/support/made-up-cards';
import { foldLog } from '../log/fold-log';
import { memoryModel } from '../scheduling/scheduler';
import { forecastDue } from './forecast';
import { missesToday } from './misses-today';

const TODAY = 100;
const cards = cardsOf('t', 9);
const key = (at: number) => `b/t${at}#`;

it('a forecast counts each card on the study day it comes back, overdue ones today', () => {
	const log = [
		review('a.1', 5_000, key(0), 3, { interval: 3 }),
		review('a.2', 9_900, key(1), 3, { interval: 1 }),
		review('a.3', 9_900, key(2), 3, { interval: 3 }),
		review('a.4', 9_900, key(3), 3, { interval: 7 }),
		review('a.5', 9_900, key(4), 3, { interval: 8 }),
		review('a.6', 9_900, key(5), 1, { delay: 60 })
	];
	expect(forecastDue(cards, foldLog(log, memoryModel), TODAY)).toEqual([3, 0, 1, 0, 0, 0, 1]);
});

it('a forecast leaves out what is suspended, and puts off until tomorrow what was put off', () => {
	const log = [
		review('a.1', 5_000, key(0), 3),
		review('a.2', 5_001, key(1), 3),
		entry('suspend', 'a.3', 10_000, { cards: [key(0)] }),
		entry('bury', 'a.4', 10_001, { cards: [key(1)] })
	];
	expect(forecastDue(cards, foldLog(log, memoryModel), TODAY)).toEqual([0, 1, 0, 0, 0, 0, 0]);
});

it('a miss can be worked off from the next study day on, once a day', () => {
	const log = [
		review('a.1', 9_900, key(0), 1, { score: 0, interval: 1 }),
		review('a.2', 10_000, key(1), 1, { score: 0, delay: 60 }),
		review('a.3', 9_800, key(2), 1, { score: 0, interval: 2 }),
		review('a.4', 10_001, key(2), 3, { score: 1, interval: 2 }),
		review('a.5', 9_801, key(3), 3, { score: 1, interval: 2 }),
		review('a.6', 9_802, key(4), 1, { score: 0, interval: 2 }),
		entry('suspend', 'a.7', 10_002, { cards: [key(4)] })
	];
	expect(missesToday(cards, foldLog(log, memoryModel), TODAY)).toEqual({ all: 3, ready: 1 });
});
