import { expect, it } from 'vitest';
import { QuizTime } from './quiz-time';

function timed() {
	let now = 100;
	const time = new QuizTime(() => now);
	return { time, pass: (ms: number) => (now += ms) };
}

it('adds up the looks at a question, and none of the time between', () => {
	const { time, pass } = timed();
	time.start('a', true);
	pass(1_000);
	time.stop(true);
	pass(9_000);
	time.start('a', true);
	pass(500.4);
	time.start('b', true);
	pass(70);
	expect([time.spentOn('a'), time.spentOn('b')]).toEqual([1_500, 0]);
	expect(time.open).toBeCloseTo(1_570.4);
	time.settle('a');
	expect(time.open).toBeCloseTo(70);
});

it('is never less than none, whatever the clock does', () => {
	const { time, pass } = timed();
	time.start('a', true);
	pass(-5_000);
	expect(time.open).toBe(0);
	time.stop(true);
	expect(time.spentOn('a')).toBe(0);
});

it('believes no look of hours, unless a limit hangs on it', () => {
	const { time, pass } = timed();
	for (const isLimited of [false, true]) {
		time.start('a', isLimited);
		pass(3_600_000);
		time.stop(isLimited);
	}
	expect(time.spentOn('a')).toBe(600_000 + 3_600_000);
});
