import { describe, expect, it } from 'vitest';
import { isLeech, leechAlert } from './leech';

const upTo30 = Array.from({ length: 31 }, (_, lapses) => lapses);

describe('a leech', () => {
	it('is a card from its eighth lapse on', () => {
		expect(upTo30.filter((lapses) => !isLeech(lapses))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
	});

	it('is spoken of at its eighth lapse and at every fourth after it', () => {
		expect(upTo30.filter(leechAlert)).toEqual([8, 12, 16, 20, 24, 28]);
	});
});
