import { describe, expect, it } from 'vitest';
import { settingsOf } from './settings';

const defaults = settingsOf(new Map());
const withValue = (key: string, value: unknown) => settingsOf(new Map([[key, value]]));

describe('the settings', () => {
	it('are these until something is set', () => {
		expect(defaults).toEqual({
			newPerDay: 20,
			reviewsPerDay: 200,
			desiredRetention: 0.9,
			rolloverHour: 4,
			learningSteps: [60, 600],
			relearningSteps: [600],
			ratingButtons: 2
		});
	});

	it.each([
		['desiredRetention', 0.7],
		['desiredRetention', 0.99],
		['rolloverHour', 0],
		['rolloverHour', 23],
		['learningSteps', [60, 300, 86_400]],
		['learningSteps', []],
		['relearningSteps', [1]],
		['ratingButtons', 4]
	])('take %s as %j', (key, value) => {
		expect(withValue(key, value)).toEqual({ ...defaults, [key]: value });
	});

	it.each([
		['desiredRetention', 0.69],
		['desiredRetention', 1],
		['desiredRetention', '0.9'],
		['rolloverHour', 24],
		['rolloverHour', 4.5],
		['learningSteps', '1 10'],
		['learningSteps', [0]],
		['learningSteps', [60, 86_401]],
		['learningSteps', [60.5]],
		['learningSteps', Array(11).fill(60)],
		['relearningSteps', { 0: 60, length: 1 }],
		['ratingButtons', 3]
	])('read %s as the default where it is %j', (key, value) => {
		expect(withValue(key, value)).toEqual(defaults);
	});
});
