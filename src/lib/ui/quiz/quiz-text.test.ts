import { expect, it } from 'vitest';
import { clockText } from './quiz-text';

it.each([
	[0, '0:00'],
	[-5, '0:00'],
	[1, '0:01'],
	[65_000, '1:05'],
	[3_600_000, '1:00:00'],
	[3_725_000, '1:02:05']
])('shows %d ms as %s', (ms, text) => {
	expect(clockText(ms)).toBe(text);
});
