import { expect, it } from 'vitest';
import { createSeenLately } from './seen-lately';

it('tells a code that stays in view once, and again when it comes back later', () => {
	const isNew = createSeenLately(3_000);
	expect(isNew('a', 0)).toBe(true);
	expect(isNew('a', 2_000)).toBe(false);
	expect(isNew('b', 2_100)).toBe(true);
	expect(isNew('a', 4_500)).toBe(false);
	expect(isNew('a', 7_499)).toBe(false);
	expect(isNew('a', 10_499)).toBe(true);
});
