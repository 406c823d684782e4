import { describe, expect, it } from 'vitest';
import { entry } from '../../../../tests/support/entries';
import { NO_ATTEMPT, stepAttempt, type Attempt, type AttemptEntry } from '../log/attempt';
import { answeredIn, missedIn, scoreAttempt, timeOf } from './score-attempt';

const NAMES = ['right', 'half', 'wrong', 'blank', 'lucky', 'open', '__proto__'];

const begun = entry('start', 'a.1', 1, {
	...{ attempt: 'q', number: 1, title: 'Quiz', settings: {}, seed: 's' },
	items: [...NAMES, 'right'].map((item) => ({ item, revision: '1' }))
});

function attemptOf(...given: readonly (readonly [string, number | undefined, string?, number?])[]) {
	const entries = given.flatMap(
		([item, score, certainty, durationMs = 1_000], at): AttemptEntry[] => {
			const id = `a.${2 * at + 2}`;
			const response = item === 'blank' ? null : ({ kind: 'text', text: 'x' } as const);
			const more = certainty === undefined ? {} : { certainty };
			const answer = entry('answer', id, 2, { attempt: 'q', item, response, durationMs, ...more });
			if (score === undefined) return [answer];
			return [
				answer,
				entry('mark', `a.${2 * at + 3}`, 3, { attempt: 'q', for: id, score, by: 'device' })
			];
		}
	);
	return [begun, ...entries].reduce<Attempt>(stepAttempt, NO_ATTEMPT);
}

const attempt = attemptOf(
	...([
		['right', 1, 'sure'],
		['half', 0.5],
		['wrong', 0, 'sure'],
		['blank', 0]
	] as const),
	...([
		['lucky', 1, 'guess', -5_000],
		['open', undefined]
	] as const)
);

const about = (item: string) =>
	item === 'half'
		? undefined
		: ({ topic: item.length > 5 ? 'b/long' : 'b/short', kind: 'text' } as const);

describe('the score of an attempt', () => {
	it('counts each item once, by how it went, a lucky guess apart', () => {
		const { counts, points, count, misconceptions, items } = scoreAttempt(attempt, about);
		expect(counts).toEqual({ right: 1, partly: 1, wrong: 1, blank: 1, guessed: 1, none: 2 });
		expect([points, count, misconceptions]).toEqual([2.5, 5, 1]);
		expect(items.map(({ item }) => item)).toEqual(NAMES);
	});

	it('adds up by topic and kind what is still there', () => {
		const { byTopic, byKind } = scoreAttempt(attempt, about);
		expect(byTopic).toEqual([{ of: 'b/short', points: 2, count: 4 }]);
		expect(byKind).toEqual([{ of: 'text', points: 2, count: 4 }]);
	});

	it('adds up the time, never less than none', () => {
		expect(timeOf(attempt)).toBe(5_000);
		expect(answeredIn(attempt)).toBe(6);
	});

	it('has missed what is below full score', () => {
		expect(missedIn(attempt)).toEqual(['half', 'wrong', 'blank']);
	});

	it('is nothing of an attempt without a beginning', () => {
		expect(scoreAttempt(NO_ATTEMPT, about)).toMatchObject({ items: [], points: 0, count: 0 });
		expect(missedIn(NO_ATTEMPT)).toEqual([]);
	});
});
