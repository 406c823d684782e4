import { describe, expect, it } from 'vitest';
import { courseOf, followed, halfOf, isTap, swipeOf } from './gesture';

const from = { x: 200, y: 300, at: 1_000 };
const after = (dx: number, dy: number, ms = 600) => ({
	x: from.x + dx,
	y: from.y + dy,
	at: from.at + ms
});

describe('a movement', () => {
	it('rests, swipes or scrolls', () => {
		expect(courseOf(from, after(4, -6))).toBe('resting');
		expect(courseOf(from, after(-30, 8))).toBe('swiping');
		expect(courseOf(from, after(30, -28))).toBe('scrolling');
		expect(courseOf(from, after(2, 60))).toBe('scrolling');
	});

	it('is a swipe when it goes far', () => {
		expect(swipeOf(from, after(-80, 10))).toBe('left');
		expect(swipeOf(from, after(80, -10))).toBe('right');
		expect(swipeOf(from, after(5, -90))).toBe('up');
	});

	it('is a swipe when it is quick, though it does not go far', () => {
		expect(swipeOf(from, after(40, 0, 60))).toBe('right');
		expect(swipeOf(from, after(40, 0, 600))).toBe(undefined);
		expect(swipeOf(from, after(20, 0, 10))).toBe(undefined);
	});

	it('is none when it goes askew or down', () => {
		expect(swipeOf(from, after(-80, 70))).toBe(undefined);
		expect(swipeOf(from, after(0, 200))).toBe(undefined);
	});

	it('is a tap when it is short and stays in its place', () => {
		expect(isTap(from, after(3, 3, 120))).toBe(true);
		expect(isTap(from, after(3, 3, 900))).toBe(false);
		expect(isTap(from, after(30, 0, 120))).toBe(false);
	});
});

describe('what follows a gesture', () => {
	it('is told by the half of the card that was tapped', () => {
		expect([halfOf(10, 0, 100), halfOf(50, 0, 100), halfOf(140, 100, 100)]).toEqual([
			'left',
			'right',
			'left'
		]);
	});

	it('follows the finger less and less', () => {
		expect(followed(0)).toBe(0);
		expect(followed(-72)).toBe(-36);
		expect(followed(10_000)).toBeLessThan(72);
	});
});
