import { describe, expect, it } from 'vitest';
import { comebackText, secondsText } from './interval-text';

describe('a span of time in words', () => {
	it.each([
		[45, '45 seconds'],
		[60, '1 minute'],
		[73.4, '73 seconds'],
		[119.6, '2 minutes'],
		[120, '2 minutes'],
		[276, '5 minutes'],
		[330, '6 minutes'],
		[600, '10 minutes'],
		[5_399, '90 minutes'],
		[5_400, '1.5 hours'],
		[86_400, '24 hours']
	])('of %d seconds is given in whole ones: %s', (seconds, text) => {
		expect(secondsText(seconds, 'en')).toBe(text);
	});

	it('is that of when a card comes back', () => {
		expect(comebackText({ delay: 330, step: 0 }, 'en', 'short')).toBe('6 min');
		expect(comebackText({ delay: 90, step: 0 }, 'ko')).toBe('90초');
		expect(comebackText({ interval: 4 }, 'ja')).toBe('4日');
	});
});
