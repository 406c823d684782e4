import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { foldLog } from '../../src/lib/core/log/fold-log';
import { createScheduler } from '../../src/lib/core/scheduling/scheduler';
import { nextStudyDay, planStudy } from '../../src/lib/core/scheduling/study-queue';
import { cardsNamed } from '../support/made-up-cards';
import { review } from '../support/entries';
import { law } from './law';
import { modelOf } from './said';

const TODAY = 60;
const scheduler = createScheduler();
const names = Array.from({ length: 24 }, (_, at) => `t${at % 3}/${Math.floor(at / 2)}.${at}`);
const cards = cardsNamed(...names);

const answers = fc
	.array(
		fc.record({
			card: fc.nat({ max: cards.length - 1 }),
			day: fc.integer({ min: 0, max: TODAY }),
			rating: fc.constantFrom(1, 3),
			interval: fc.integer({ min: 1, max: 60 })
		}),
		{ maxLength: 60 }
	)
	.map((all) =>
		[...all]
			.sort((a, b) => a.day - b.day)
			.map(({ card, day, rating, interval }, at) =>
				review(`a.${at + 1}`, at + 1, cards[card]?.key ?? '', rating as 1 | 3, { day, interval })
			)
	);

const topics = fc.subarray(['b/t0', 'b/t1', 'b/t2', 'b/gone', '']);
const limits = fc.record({ new: fc.nat({ max: 30 }), reviews: fc.nat({ max: 30 }) });
const inputOf = (log: readonly unknown[], most: { new: number; reviews: number }) => ({
	...{ cards, fold: foldLog(log, modelOf), day: TODAY, limits: most, scheduler }
});

describe('what was planned for a time', () => {
	law(
		'leaves every later plan as it would be without it',
		fc.property(answers, topics, limits, fc.integer({ min: 1, max: 50 }), (log, on, most, ago) => {
			const input = inputOf(log, most);
			const over = {
				...input,
				test: { day: TODAY - ago, topics: on },
				catchUp: { from: TODAY - 2 * ago, perDay: 1 + (ago % 5), until: TODAY - ago }
			};
			expect(planStudy(over)).toEqual(planStudy(input));
			expect(nextStudyDay(over)).toBe(nextStudyDay(input));
		})
	);

	law(
		'plans no card twice, and as much as without it',
		fc.property(answers, topics, limits, fc.nat({ max: 40 }), (log, on, most, ahead) => {
			const input = inputOf(log, most);
			const plan = planStudy({ ...input, test: { day: TODAY + ahead, topics: on } });
			const keys = [...plan.learning, ...plan.due, ...plan.fresh].map(({ key }) => key);
			expect(new Set(keys).size).toBe(keys.length);
			const without = planStudy(input);
			expect(plan.learning).toEqual(without.learning);
			expect(plan.due).toHaveLength(without.due.length);
			expect(plan.fresh.length).toBeGreaterThanOrEqual(without.fresh.length);
		})
	);
});
