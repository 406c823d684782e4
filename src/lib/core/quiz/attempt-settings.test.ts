import { describe, expect, it } from 'vitest';
import { foldLog } from '../log/fold-log';
import { memoryModel } from '../scheduling/scheduler';
import { laterKey, laterOf, limitOf, toggled, untimedKey } from './attempt-settings';

const foldOf = (key: string, value: unknown) => {
	const done = { at: 1, offset: 0, day: 0, batch: 'b' };
	return foldLog([{ v: 1, id: 'wren.1', t: 1, ...done, kind: 'setting', key, value }], memoryModel);
};

describe('what is set of an attempt', () => {
	it('is a limit of whole minutes until it is taken off, from that attempt alone', () => {
		const fold = foldOf(untimedKey('a'), true);
		expect(limitOf(fold, 'b', 5)).toBe(300_000);
		expect(limitOf(fold, 'a', 5)).toBeUndefined();
		expect(limitOf(fold, 'b', undefined)).toBeUndefined();
	});

	it('is a list of items to come back to, of which nothing damaged is taken', () => {
		const fold = foldOf(laterKey('a'), ['bank/one', 7, 'bank/two']);
		expect(laterOf(fold, 'a')).toEqual(['bank/one', 'bank/two']);
		expect(laterOf(fold, 'b')).toEqual([]);
		expect(laterOf(foldOf(laterKey('a'), 'bank/one'), 'a')).toEqual([]);
	});

	it('takes an item in, and out again', () => {
		expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
		expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
	});
});
