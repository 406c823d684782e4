import { describe, expect, it } from 'vitest';
import { agoText } from './missed-text';

describe('how long ago something was missed', () => {
	it.each([
		[10, 'en', 'today'],
		[9, 'en', 'yesterday'],
		[3, 'en', '7 days ago'],
		[9, 'ko', '어제'],
		[9, 'ja', '昨日']
	])('of day %i, seen on day 10 in %s, is %s', (day, lang, text) => {
		expect(agoText(day, 10, lang)).toBe(text);
	});

	it('is never in the future, whatever a clock has dated', () => {
		expect(agoText(99, 10, 'en')).toBe('today');
	});
});
