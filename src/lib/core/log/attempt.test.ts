import { describe, expect, it } from 'vitest';
import { entry } from '../../../../tests/support/entries';
import { NO_ATTEMPT, scoreInAttempt, stepAttempt, type AttemptEntry } from './attempt';

const attempt = 'q1';

const start = (id: string, title: string) =>
	entry('start', id, 100, {
		...{ attempt, title, number: 1, settings: {}, seed: 's' },
		items: [{ item: 'b/i', revision: '1-aa' }]
	});

const answer = (id: string, item: string, option?: string) =>
	entry('answer', id, 101, {
		...{ attempt, item, durationMs: 9 },
		response: option === undefined ? null : ({ kind: 'choice', option } as never)
	});

const mark = (id: string, of: string, score: number) =>
	entry('mark', id, 102, { attempt, for: of, score, by: 'device' });

const finish = (id: string) => entry('finish', id, 103, { attempt });

const after = (...entries: readonly AttemptEntry[]) => entries.reduce(stepAttempt, NO_ATTEMPT);

describe('an attempt', () => {
	it('begins with nothing and gathers its entries', () => {
		const entries = [
			start('a.1', 'One'),
			answer('a.2', 'b/i', 'x'),
			mark('a.3', 'a.2', 1)
		] as const;
		const end = finish('a.4');
		expect(after(...entries, end)).toEqual({
			start: entries[0],
			answers: { 'b/i': entries[1] },
			marks: { 'a.2': entries[2] },
			finish: end
		});
		expect(NO_ATTEMPT).toEqual({ answers: {}, marks: {} });
	});

	it('keeps its first start and its first end', () => {
		const twice = after(start('a.1', 'One'), start('a.2', 'Two'), finish('a.3'), finish('a.4'));
		expect([twice.start?.id, twice.finish?.id]).toEqual(['a.1', 'a.3']);
	});

	it('keeps the last answer for each item, a blank one too', () => {
		const seen = after(answer('a.1', 'b/i', 'x'), answer('a.2', 'b/j', 'y'), answer('a.3', 'b/i'));
		expect(Object.values(seen.answers).map(({ id }) => id)).toEqual(['a.3', 'a.2']);
		expect(seen.answers['b/i']?.response).toBeNull();
	});

	it('takes what comes before its start', () => {
		expect(after(mark('b.1', 'a.2', 1), answer('a.2', 'b/i'), start('a.1', 'One'))).toMatchObject({
			start: { id: 'a.1' },
			answers: { 'b/i': { id: 'a.2' } },
			marks: { 'a.2': { id: 'b.1' } }
		});
	});

	it('takes an item whatever its name', () => {
		const seen = after(answer('a.1', '__proto__', 'x'), mark('a.2', 'a.1', 0.5));
		expect(Object.keys(seen.answers)).toEqual(['__proto__']);
		expect(scoreInAttempt(seen, '__proto__')).toBe(0.5);
		expect(scoreInAttempt(NO_ATTEMPT, '__proto__')).toBeUndefined();
	});
});

describe('the score of an item', () => {
	it('is the last mark of its last answer', () => {
		const first = [answer('a.1', 'b/i', 'x'), mark('a.2', 'a.1', 0), mark('b.1', 'a.1', 0.5)];
		expect(scoreInAttempt(after(...first), 'b/i')).toBe(0.5);
		const second = [...first, answer('a.3', 'b/i', 'y')];
		expect(scoreInAttempt(after(...second), 'b/i')).toBeUndefined();
		expect(scoreInAttempt(after(...second, mark('a.4', 'a.3', 1)), 'b/i')).toBe(1);
	});

	it('is none while there is no answer, or no mark', () => {
		expect(scoreInAttempt(NO_ATTEMPT, 'b/i')).toBeUndefined();
		expect(scoreInAttempt(after(answer('a.1', 'b/i')), 'b/i')).toBeUndefined();
	});
});
