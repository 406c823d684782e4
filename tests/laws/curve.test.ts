import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { historiesOf } from '../../src/lib/core/log/card-history';
import { forgettingCurve } from '../../src/lib/core/statistics/forgetting-curve';
import { histories, logOf } from './histories';
import { law } from './law';
import { modelOf } from './said';

const scheduler = modelOf(undefined);
const cards = ['b/x#', 'b/y#', 'b/z#', 'b/z#reverse'];

describe('the forgetting curve of any history', () => {
	law(
		'comes to the memory of the fold, goes on in time, and stays between nothing and certainty',
		fc.property(histories, fc.integer({ min: -9, max: 50_000 }), (acts, today) => {
			for (const [, history] of historiesOf(logOf(acts), cards, scheduler)) {
				const curve = forgettingCurve(history, scheduler, today);
				expect(curve?.memory).toEqual(history.record.state?.memory);
				// One look at all points: a claim for each would take most of the time.
				const points = curve?.points ?? [];
				const isFine = points.every(({ day, recall }, at) => {
					const before = points[at - 1]?.day ?? -Infinity;
					return day >= before && recall >= 0 && recall <= 1;
				});
				expect(isFine).toBe(true);
			}
		})
	);
});
