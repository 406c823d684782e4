import { describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from './random';

const draw = (seed: string, count: number) => {
	const random = seededRandom(seed);
	return Array.from({ length: count }, random);
};

describe('seededRandom', () => {
	it('gives the same sequence for the same seed', () => {
		expect(draw('card/1#|a.7', 20)).toEqual(draw('card/1#|a.7', 20));
	});

	it('keeps its sequences for ever: attempts are shuffled again from their seeds', () => {
		expect(draw('kachi', 3)).toEqual([
			0.08082121843472123, 0.05143957328982651, 0.7876139821019024
		]);
		expect(draw('', 1)).toEqual([0.03831431549042463]);
	});

	it('gives different sequences for seeds that differ by one letter', () => {
		expect(draw('a.7', 5)).not.toEqual(draw('a.8', 5));
	});

	it('stays in [0, 1) and fills it evenly', () => {
		const counts = Array.from({ length: 10 }, () => 0);
		const values = draw('even', 10_000);
		expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
		for (const value of values) {
			const tenth = Math.floor(value * 10);
			counts[tenth] = (counts[tenth] ?? 0) + 1;
		}
		expect(counts.every((count) => Math.abs(count - 1000) < 150)).toBe(true);
	});

	it('spreads the first numbers of neighbouring seeds', () => {
		const firsts = Array.from({ length: 1000 }, (_, n) => draw(`card-${n}`, 1)[0] ?? NaN);
		const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
		expect(mean).toBeCloseTo(0.5, 1);
		expect(new Set(firsts).size).toBeGreaterThan(990);
	});
});

describe('shuffled', () => {
	it('keeps every value once and leaves the input alone', () => {
		const values = Object.freeze([1, 2, 3, 4, 5, 6]);
		const out = shuffled(values, seededRandom('x'));
		expect(out).not.toBe(values);
		expect([...out].sort()).toEqual([...values]);
		expect(values).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('reaches each order of three values about equally often', () => {
		const random = seededRandom('orders');
		const counts = new Map<string, number>();
		for (let n = 0; n < 6000; n++) {
			const order = shuffled(['a', 'b', 'c'], random).join('');
			counts.set(order, (counts.get(order) ?? 0) + 1);
		}
		expect(counts.size).toBe(6);
		expect([...counts.values()].every((count) => Math.abs(count - 1000) < 150)).toBe(true);
	});

	it('returns nothing and a single value as they are', () => {
		expect(shuffled([], seededRandom('x'))).toEqual([]);
		expect(shuffled(['only'], seededRandom('x'))).toEqual(['only']);
	});

	it('stays within the list at the largest random number', () => {
		expect(shuffled([1, 2, 3], () => 1 - 2 ** -32)).toEqual([1, 2, 3]);
		expect(shuffled([1, 2, 3], () => 0)).toEqual([2, 3, 1]);
	});
});
