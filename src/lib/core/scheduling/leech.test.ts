import { describe, expect, it } from 'vitest';
import { isLeech, leechAlert } from './leech';

const upTo20 = Array.from({ length: 21 }, (_, lapses) => lapses);

describe('a leech', () => {
	it('is a card from its eighth lapse on', () => {
		expect(upTo20.filter(isLeech)).toEqual(upTo20.slice(8));
	});

	it('is spoken of at its eighth lapse and at every fourth after it', () => {
		expect(upTo20.filter(leechAlert)).toEqual([8, 12, 16, 20]);
	});
});
