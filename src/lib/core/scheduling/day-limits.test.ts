import { describe, expect, it } from 'vitest';
import { review } from '../../../../tests/support/entries';
import { cardsOf } from '../../../../tests/support/made-up-cards';
import type { Card } from '../bank/bank';
import { foldLog } from '../log/fold-log';
import type { Ahead } from './day-limits';
import { memoryModel, createScheduler } from './scheduler';
import { planStudy } from './study-queue';

const TODAY = 100;
const scheduler = createScheduler();
const cards = [...cardsOf('other', 30), ...cardsOf('tested', 60)].map((card, order) => ({
	...card,
	order
}));
const key = (topic: string, at: number) => `b/${topic}${at}#`;

/** The plan after reviews: a card, its study day, the days until it comes back. */
function plan(ahead: Partial<Ahead>, told: readonly (readonly [string, number, number])[] = []) {
	const log = told.map(([card, day, interval], at) =>
		review(`a.${at + 1}`, day * 100 + at, card, 3, { day, interval })
	);
	const fold = foldLog(log, memoryModel);
	const limits = { new: 20, reviews: 200 };
	return planStudy({ cards, fold, day: TODAY, limits, scheduler, ...ahead });
}
const topicsOf = (all: readonly Card[]) => [...new Set(all.map(({ topic }) => topic))];
const test = (day: number) => ({ day, topics: ['b/tested'] });

describe('a test', () => {
	it('brings its cards first, as many a day as it takes to have seen all by the day before', () => {
		const { fresh } = plan({ test: test(TODAY + 2) });
		expect(fresh).toHaveLength(30);
		expect(topicsOf(fresh)).toEqual(['tested']);
	});

	it('tomorrow brings all of them today', () => {
		expect(plan({ test: test(TODAY + 1) }).fresh).toHaveLength(60);
		expect(plan({ test: test(TODAY) }).fresh).toHaveLength(60);
	});

	it('lets others in where there is room', () => {
		const { fresh } = plan({ test: test(TODAY + 6), limits: { new: 20, reviews: 200 } });
		expect(fresh).toHaveLength(20);
		expect(topicsOf(plan({ test: test(TODAY + 6) }).fresh)).toEqual(['tested']);
		const few = plan({ test: test(TODAY + 6), limits: { new: 70, reviews: 200 } }).fresh;
		expect(topicsOf(few)).toEqual(['tested', 'other']);
	});

	it('asks for the same number all day', () => {
		const done = Array.from({ length: 12 }, (_, at) => [key('tested', at), TODAY, 9] as const);
		expect(plan({ test: test(TODAY + 2) }, done).fresh).toHaveLength(18);
	});

	it('brings its due cards before the others', () => {
		const told = [
			[key('other', 0), 10, 1],
			[key('tested', 0), 90, 1]
		] as const;
		expect(topicsOf(plan({}, told).due)).toEqual(['other', 'tested']);
		expect(topicsOf(plan({ test: test(TODAY + 9) }, told).due)).toEqual(['tested', 'other']);
	});

	it('that is over changes nothing', () => {
		const told = [[key('tested', 0), 90, 1]] as const;
		expect(plan({ test: test(TODAY - 1) }, told)).toEqual(plan({}, told));
	});

	it('on what is not there changes nothing', () => {
		expect(plan({ test: { day: TODAY + 1, topics: ['b/gone', ''] } })).toEqual(plan({}));
	});
});

describe('a plan after a break', () => {
	const told = Array.from({ length: 30 }, (_, at) => [key('other', at), 50, 1] as const);
	const catchUp = { from: TODAY - 1, perDay: 10, until: TODAY + 5 };

	it('brings its portion, those closest to being forgotten first, and nothing new', () => {
		const { due, fresh } = plan({ catchUp }, told);
		expect([due.length, fresh.length]).toEqual([10, 0]);
	});

	it('takes what was reviewed today from the portion', () => {
		const today = told.slice(0, 4).map(([card]) => [card, TODAY, 9] as const);
		const { due, fresh } = plan({ catchUp }, [...told, ...today]);
		expect([due.length, fresh.length]).toEqual([6, 0]);
	});

	it('lets new cards in again once what waits fits into a day', () => {
		const { due, fresh } = plan({ catchUp }, told.slice(0, 10));
		expect([due.length, fresh.length]).toEqual([10, 20]);
	});

	it.each([
		['before it begins', { ...catchUp, from: TODAY + 1 }],
		['when its last day has passed', { ...catchUp, until: TODAY - 1 }]
	])('changes nothing %s', (_, other) => {
		expect(plan({ catchUp: other }, told)).toEqual(plan({}, told));
	});

	it('does not keep a test waiting', () => {
		const { due, fresh } = plan({ catchUp, test: test(TODAY + 3) }, told);
		expect([due.length, fresh.length]).toEqual([10, 20]);
	});
});
