import { describe, expect, it } from 'vitest';
import { localOfMoment, momentOfLocal } from './local-moment';

const SEOUL = () => 540;
/** An hour ahead from 29 March 2026, 01:00 UTC. */
const BERLIN = (at: number) => (at >= Date.UTC(2026, 2, 29, 1) ? 120 : 60);

describe('what a wall clock says', () => {
	it('is a moment with its offset, and comes back as it was typed', () => {
		const moment = momentOfLocal('2026-12-01T09:00', SEOUL);
		expect(moment).toEqual({ at: Date.UTC(2026, 11, 1), offset: 540 });
		expect(moment && localOfMoment(moment)).toBe('2026-12-01T09:00');
	});

	it('is by the offset of that day, not of today', () => {
		for (const text of ['2026-03-28T08:30', '2026-03-29T08:30', '2026-07-01T00:00']) {
			const moment = momentOfLocal(text, BERLIN);
			expect(moment && localOfMoment(moment)).toBe(text);
		}
		expect(momentOfLocal('2026-03-29T08:30', BERLIN)?.offset).toBe(120);
	});

	it.each(['', 'tomorrow', '2026-12-01'])('is none for %j', (text) => {
		expect(momentOfLocal(text, SEOUL)).toBeUndefined();
	});
});
