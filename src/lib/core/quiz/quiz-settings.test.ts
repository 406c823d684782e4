import { describe, expect, it } from 'vitest';
import {
	DEFAULT_QUIZ,
	QUIZ_KINDS,
	readQuizSettings,
	writtenSettings,
	type QuizSettings
} from './quiz-settings';

const odd: QuizSettings = {
	...{ topics: ['b/one'], kinds: ['text'], difficulties: ['hard'], count: undefined },
	...{ from: 'missed', minutes: 10, shuffle: false, feedback: 'end', certainty: true }
};

describe('the settings of a quiz', () => {
	it.each([DEFAULT_QUIZ, odd])('come back from a log as they were', (settings) => {
		expect(readQuizSettings(JSON.parse(JSON.stringify(writtenSettings(settings))))).toEqual(
			settings
		);
	});

	it.each([undefined, null, 7, 'x'])('are the default ones where there are none: %j', (value) => {
		expect(readQuizSettings(value)).toEqual(DEFAULT_QUIZ);
	});

	it('lose only what cannot be', () => {
		const value = {
			...{ topics: 'x', kinds: ['text', 'essay', 'flashcard'], count: -1, from: 'space' },
			...{ minutes: 0.5, shuffle: 'no', feedback: 'never', certainty: true }
		};
		const count = undefined;
		expect(readQuizSettings(value)).toEqual({
			...{ ...DEFAULT_QUIZ, kinds: ['text'], certainty: true, count }
		});
	});

	it('offer no kind that rates itself', () => {
		expect(QUIZ_KINDS).toContain('choice');
		expect(QUIZ_KINDS).not.toContain('flashcard');
	});
});
