import { describe, expect, it } from 'vitest';
import { entry, modelOf, practice, review } from '../../../../tests/support/entries';
import { historiesOf } from '../log/card-history';
import { forgettingCurve } from './forgetting-curve';

const scheduler = modelOf(undefined);

function curve(today: number, ...log: readonly unknown[]) {
	const history = historiesOf(log, ['b/a#'], scheduler).get('b/a#');
	return history && forgettingCurve(history, scheduler, today);
}

const twice = [
	review('w.1', 100, 'b/a#', 3, { interval: 2 }),
	review('w.2', 400, 'b/a#', 1, { interval: 1 }),
	review('w.3', 600, 'b/a#', 3, { interval: 5 })
];

describe('a forgetting curve', () => {
	it('is none of a card that is new, or new again', () => {
		expect(curve(3)).toBeUndefined();
		expect(curve(9, ...twice, entry('reset', 'w.4', 700, { cards: ['b/a#'] }))).toBeUndefined();
	});

	it('goes from the first review to some days after the due day', () => {
		const found = curve(7, ...twice);
		expect(found?.points[0]).toEqual({ day: 1, recall: 1 });
		expect(found?.due.day).toBe(11);
		expect(found?.end).toBe(14);
		expect(found?.points.at(-1)?.day).toBe(14);
	});

	it('goes on after today where the card is overdue', () => {
		const found = curve(31, ...twice);
		expect(found?.end).toBe(39);
		expect(found?.today.day).toBe(31);
		expect(found?.today.recall).toBeLessThan(found?.due.recall ?? 0);
	});

	it('falls between reviews, and is up again after each', () => {
		const points = curve(7, ...twice)?.points ?? [];
		const tops = points.filter(({ recall }) => recall === 1).map(({ day }) => day);
		expect(tops).toEqual([1, 4, 6]);
		for (const [at, point] of points.entries()) {
			const before = points[at - 1];
			if (before && point.recall < 1) expect(point.recall).toBeLessThan(before.recall);
		}
	});

	it('has every review with the recall before it, and whether it was wrong', () => {
		const reviews = curve(7, ...twice)?.reviews ?? [];
		expect(reviews.map(({ day, wrong }) => [day, wrong])).toEqual([
			[1, false],
			[4, true],
			[6, false]
		]);
		const memory = scheduler.next(undefined, 0, 3);
		expect(reviews[1]?.recall).toBe(scheduler.retrievability(memory, 3));
	});

	it('comes to the memory of the fold', () => {
		const memories = [3, 1, 3] as const;
		const last = [0, 3, 2].reduce(
			(memory, days, at) => scheduler.next(memory, days, memories[at] ?? 3),
			undefined as Parameters<typeof scheduler.next>[0]
		);
		expect(curve(7, ...twice)?.memory).toEqual(last);
	});

	it('passes over practice, and begins anew after a reset', () => {
		const drill = practice('w.4', 700, 'b/a#', 1, { mode: 'drill' });
		expect(curve(7, ...twice, drill)).toEqual(curve(7, ...twice));
		const again = review('w.6', 900, 'b/a#', 3, { interval: 3 });
		const anew = curve(9, ...twice, entry('reset', 'w.5', 800, { cards: ['b/a#'] }), again);
		expect(anew?.reviews).toEqual([{ day: 9, recall: 1, wrong: false }]);
		expect(anew?.points[0]?.day).toBe(9);
	});

	it('is that of the day for a card in its steps', () => {
		const step = review('w.1', 100, 'b/a#', 1, { delay: 600 });
		const found = curve(1, step);
		expect(found).toMatchObject({ due: { day: 1, recall: 1 }, today: { day: 1 }, end: 2 });
	});

	it('has no negative time where the clock went back', () => {
		const back = review('w.2', 150, 'b/a#', 3, { day: -5, interval: 9 });
		const found = curve(0, review('w.1', 100, 'b/a#', 3), back);
		expect(found?.points.every(({ day, recall }) => day >= 1 && recall <= 1)).toBe(true);
	});
});
