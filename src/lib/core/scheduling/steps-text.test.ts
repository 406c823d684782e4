import { describe, expect, it } from 'vitest';
import { isSteps, LEARNING_STEPS, MAX_STEPS } from './learning-steps';
import { parseSteps, stepsText } from './steps-text';

const stepsOf = (text: string) => {
	const read = parseSteps(text);
	return read.ok ? read.value : read.error;
};

describe('steps as they are written', () => {
	it('are minutes with spaces or commas between them', () => {
		expect(stepsOf('1 10')).toEqual(LEARNING_STEPS);
		expect(stepsOf('  5,  30 , 1440 ')).toEqual([300, 1800, 86_400]);
	});

	it('may bear their unit, and the digits and commas of any of the three keyboards', () => {
		expect(stepsOf('1m 10 min')).toEqual([60, 600]);
		expect(stepsOf('1분, 10분')).toEqual([60, 600]);
		expect(stepsOf('１分、１０分')).toEqual([60, 600]);
	});

	it('may be none', () => {
		expect(stepsOf(' \u3000')).toEqual([]);
	});

	it.each(['0', '-1', '1.5', 'ten', '1441', '99999', '1e2', '10h'])(
		'name the word that is no number of minutes: %s',
		(word) => {
			expect(stepsOf(`1 ${word} 10`)).toEqual({ is: 'word', word });
		}
	);

	it('are bounded in number', () => {
		expect(stepsOf('1 '.repeat(MAX_STEPS))).toHaveLength(MAX_STEPS);
		expect(stepsOf('1 '.repeat(MAX_STEPS + 1))).toEqual({ is: 'too-many' });
	});

	it('are read back as they were shown, and what was read can always be kept', () => {
		for (const text of ['', '10', '1 10', '1 10 60 1440']) {
			const read = parseSteps(text);
			expect(read.ok && isSteps(read.value) && stepsText(read.value)).toBe(text);
		}
	});

	it('show the fraction of a minute that no one wrote here', () => {
		expect(stepsText([30, 90])).toBe('0.5 1.5');
	});
});
