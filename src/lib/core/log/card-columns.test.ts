import { describe, expect, it } from 'vitest';
import { entry, modelOf, practice, review } from '../../../../tests/support/entries';
import { AGAIN, GOOD } from '../scheduling/rating';
import { cardColumns, cardsFromColumns, type CardColumns } from './card-columns';
import { foldLog } from './fold-log';

const cards = (...names: readonly string[]) => ({ cards: names });

/** Cards of every sort: new, in their steps, in review, missed, and those said something of. */
const live = foldLog(
	[
		review('a.1', 100, 'review', GOOD, { interval: 7 }),
		review('bb.12', 150, 'learning', AGAIN, { delay: 60, step: 0 }),
		review('a.2', 160, 'relearning', GOOD),
		review('a.3', 360, 'relearning', AGAIN, { delay: 600, step: 0 }),
		review('a.4', 400, 'known', GOOD, { for: 'q.1', score: 1 }),
		practice('a.5', 401, 'blank', AGAIN, { score: 0, mode: 'quiz' }),
		entry('suspend', 'a.6', 402, cards('suspended', 'review')),
		entry('bury', 'a.7', 403, { ...cards('buried'), day: -3 }),
		entry('flag', 'a.8', 404, { ...cards('flagged'), flag: 7 }),
		entry('resume', 'a.9', 405, cards('resumed')),
		entry('suspend', 'a.10', 406, cards('long-ago')),
		review('a.11', 407, 'long-ago', GOOD, { day: -70_000, at: -8e12 })
	],
	modelOf
).cards.live;

const columns = (): CardColumns => structuredClone(cardColumns([...live]));

describe('columns of cards', () => {
	it('come back as the cards they were, over a structured clone', () => {
		expect(cardsFromColumns(columns())).toEqual(live);
		expect(live.size).toBe(10);
	});

	it('keep every bit of a memory', () => {
		const { memory } = cardsFromColumns(columns()).get('relearning')?.state ?? {};
		expect(memory).toEqual(live.get('relearning')?.state?.memory);
		expect(Math.fround(memory?.stability ?? 0)).not.toBe(memory?.stability);
	});

	it('are empty without cards', () => {
		expect(cardsFromColumns(cardColumns([]))).toEqual(new Map());
	});

	it('name each device once', () => {
		expect(columns().devices).toEqual(['a', 'bb']);
	});

	const phaseOf = (value: number) => {
		const { numbers } = columns();
		numbers[0] = value;
		return { ...columns(), numbers };
	};

	it.each([
		['nothing', undefined],
		['another thing', { keys: [] }],
		['without numbers', { ...columns(), numbers: undefined }],
		['of numbers in a list', { ...columns(), numbers: [...columns().numbers] }],
		['with a number too few', { ...columns(), numbers: columns().numbers.slice(1) }],
		['with a key too many', { ...columns(), keys: [...columns().keys, 'more'] }],
		['with a key too few', { ...columns(), keys: columns().keys.slice(1) }],
		['with a key that is no text', { ...columns(), keys: columns().keys.map(() => 7) }],
		['without their devices', { ...columns(), devices: ['a'] }],
		['with a device that is no text', { ...columns(), devices: [1, 2] }],
		['without the rest', { ...columns(), rest: undefined }],
		['of a phase that is none', phaseOf(4)],
		['of a phase that is no number', phaseOf(NaN)]
	])('are refused when they are damaged: %s', (_, value) => {
		expect(() => cardsFromColumns(value)).toThrow(RangeError);
	});
});
