import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasCrypto, randomBytes, secretRandom } from './assignment-crypto';

afterEach(() => {
	vi.unstubAllGlobals();
});

describe("the device's cryptography", () => {
	it('is there in a secure context, and is missed in another', () => {
		expect(hasCrypto()).toBe(true);
		vi.stubGlobal('crypto', {});
		expect(hasCrypto()).toBe(false);
	});

	it('has chance that is another each time, from 0 and below 1', () => {
		const numbers = Array.from({ length: 100 }, secretRandom);
		expect(new Set(numbers).size).toBeGreaterThan(90);
		expect(numbers.every((each) => each >= 0 && each < 1)).toBe(true);
		expect(randomBytes(16)).not.toEqual(randomBytes(16));
	});
});
