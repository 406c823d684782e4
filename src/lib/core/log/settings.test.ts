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
			ratingButtons: 2,
			goal: 20,
			test: null,
			catchUp: null
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
		['ratingButtons', 4],
		['goal', 0],
		['goal', 9_999],
		['test', { day: 20_800, topics: ['b/t'] }],
		['test', null],
		['catchUp', { from: 20_800, perDay: 1, until: 20_810 }],
		['catchUp', null]
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
		['ratingButtons', 3],
		['goal', -1],
		['goal', '20'],
		['test', 20_800],
		['test', { day: 20_800 }],
		['test', { day: 20_800, topics: 'b/t' }],
		['test', { day: 20_800, topics: [1] }],
		['test', { day: -1, topics: [] }],
		['test', { day: 1e9, topics: [] }],
		['catchUp', { from: 20_800, perDay: 0, until: 20_810 }],
		['catchUp', { from: 20_800, perDay: 20 }],
		['catchUp', { from: 2.5, perDay: 20, until: 20_810 }]
	])('read %s as the default where it is %j', (key, value) => {
		expect(withValue(key, value)).toEqual(defaults);
	});
});
