import { expect, it } from 'vitest';
import { entry } from '../../../../tests/support/entries';
import { foldLog } from '../log/fold-log';
import { memoryModel } from '../scheduling/scheduler';
import { attemptOf, listAttempts, nextNumber } from './listed-attempts';

const start = (n: number, more: object = {}) =>
	entry('start', `a.${n}`, n, {
		...{ attempt: `q${n}`, number: n, title: 'Quiz', settings: {}, seed: 's', items: [] },
		...more
	});
const finish = (n: number, id: number) => entry('finish', `a.${id}`, id, { attempt: `q${n}` });

it('lists own quizzes latest first, those that are open apart, and numbers the next', () => {
	const assigned = start(4, { source: 'homework' });
	const log = [start(1), start(2), start(3), assigned, finish(2, 5), finish(1, 6), finish(9, 7)];
	const fold = foldLog(log, memoryModel);
	const { open, finished } = listAttempts(fold);
	expect(open.map(({ start: { attempt } }) => attempt)).toEqual(['q3']);
	expect(finished.map(({ start: { attempt } }) => attempt)).toEqual(['q1', 'q2']);
	expect(nextNumber(fold)).toBe(4);
	expect([attemptOf(fold, 'q9'), attemptOf(fold, 'constructor')]).toEqual([undefined, undefined]);
	expect(nextNumber(foldLog([], memoryModel))).toBe(1);
});
