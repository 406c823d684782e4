import { describe, expect, it } from 'vitest';
import { review } from '../../../../tests/support/entries';
import { cardsOf } from '../../../../tests/support/made-up-cards';
import { foldLog } from '../log/fold-log';
import { catchUpEnd, catchUpPaces, isCatchUpOffered, waitingOn } from './catch-up';
import { createScheduler, memoryModel } from './scheduler';

const TODAY = 200;
const cards = cardsOf('t', 400);

/** A learner who reviewed the cards given for each study day, each coming back a day later. */
function learner(days: Readonly<Record<number, readonly [from: number, to: number]>>) {
	const log = Object.entries(days).flatMap(([day, [from, to]]) =>
		cards.slice(from, to).map(({ key }, at) =>
			review(`a.${Number(day) * 1_000 + at}`, Number(day) * 1_000 + at, key, 3, {
				day: Number(day),
				interval: 1
			})
		)
	);
	const fold = foldLog(log, memoryModel);
	const limits = { new: 20, reviews: 200 };
	return { cards, fold, day: TODAY, limits, scheduler: createScheduler() };
}

describe('a plan is offered', () => {
	it('after three study days without an answer, when more is waiting than is usual', () => {
		expect(isCatchUpOffered(learner({ 196: [0, 40] }))).toBe(true);
		expect(isCatchUpOffered(learner({ 197: [0, 40] }))).toBe(false);
	});

	it('still after the first answers, for a week', () => {
		expect(isCatchUpOffered(learner({ 190: [0, 60], 199: [0, 5], 200: [5, 9] }))).toBe(true);
		expect(
			isCatchUpOffered(learner({ 180: [0, 60], 192: [0, 5], 195: [5, 9], 198: [9, 10] }))
		).toBe(false);
	});

	it('not for a few cards, nor for what the learner does every day', () => {
		expect(isCatchUpOffered(learner({ 190: [0, 15] }))).toBe(false);
		const busy = { 188: [0, 50], 189: [0, 50], 190: [0, 50] } as const;
		expect(isCatchUpOffered(learner(busy))).toBe(false);
		expect(isCatchUpOffered(learner({ ...busy, 191: [50, 120] }))).toBe(true);
	});

	it('not to one who has never answered', () => {
		expect(isCatchUpOffered(learner({}))).toBe(false);
	});
});

describe('the end of a plan', () => {
	const input = learner({ 150: [0, 200] });

	it('comes sooner with a greater portion', () => {
		const ends = [20, 40, 100].map((perDay) => catchUpEnd(input, perDay) ?? Infinity);
		expect(ends).toEqual([...ends].sort((a, b) => b - a));
		expect(ends[0]).toBeGreaterThanOrEqual(TODAY + 200 / 20 - 1);
		expect(catchUpEnd(input, 200)).toBe(TODAY);
	});

	it('is later than the cards alone would have it, since others come due meanwhile', () => {
		const meanwhile = learner({ 150: [0, 200], 199: [200, 300] });
		expect(catchUpEnd(meanwhile, 20)).toBeGreaterThan(catchUpEnd(input, 20) ?? Infinity);
	});

	it('is not there for a portion that never catches up', () => {
		expect(catchUpEnd(learner({ 150: [0, 400] }), 1)).toBeUndefined();
	});

	it('is the same each time it is asked for', () => {
		expect(catchUpEnd(input, 20)).toBe(catchUpEnd(input, 20));
	});
});

describe('the paces', () => {
	it('are three, the slowest first, each with the day it ends', () => {
		const input = learner({ 150: [0, 200] });
		const paces = catchUpPaces(input);
		expect(waitingOn(input)).toBe(200);
		expect(paces).toHaveLength(3);
		expect(paces.map(({ perDay }) => perDay)).toEqual([
			...new Set(paces.map(({ perDay }) => perDay))
		]);
		for (const { perDay, until } of paces) expect(until).toBe(catchUpEnd(input, perDay));
		const [slow, , quick] = paces;
		expect(slow?.until).toBeLessThan(TODAY + 21);
		expect(quick?.until).toBeLessThan(TODAY + 5);
	});

	it('are fewer where hardly anything waits', () => {
		expect(catchUpPaces(learner({ 190: [0, 16] })).length).toBeGreaterThan(0);
		expect(catchUpPaces(learner({ 190: [0, 4] }))).toEqual([]);
	});
});
