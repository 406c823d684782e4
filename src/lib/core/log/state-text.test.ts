import { describe, expect, it } from 'vitest';
import { entry, modelOf, review, undo } from '../../../../tests/support/entries';
import { GOOD } from '../scheduling/rating';
import type { Memory } from '../scheduling/scheduler';
import type { ModelOf } from './fold';
import { foldLog } from './fold-log';
import { logText, stateText } from './state-text';

const textOf = (values: readonly unknown[], model: ModelOf = modelOf) => [
	...stateText(foldLog(values, model))
];

const values = [
	review('a.1', 100, 'y', GOOD, { interval: 4 }),
	review('b.1', 150, 'x'),
	entry('setting', 'a.2', 200, { key: 'newPerDay', value: { b: 1, a: [2] } }),
	entry('note', 'a.3', 201, { item: 'b/i', text: 'mine' }),
	entry('document', 'a.4', 202, { type: 'bank', hash: 'h', text: '{}' }),
	entry('finish', 'a.5', 203, { attempt: 'q' }),
	entry('flag', 'b.2', 204, { cards: ['x'], flag: 2 })
];

describe('the state as text', () => {
	it('has a line for everything the log comes to, keys in order', () => {
		const names = textOf(values).map((line) => (JSON.parse(line) as unknown[]).slice(0, 2));
		expect(names).toEqual([
			['card', 'x'],
			['card', 'y'],
			['day', '1'],
			['setting', 'newPerDay'],
			['note', 'b/i'],
			['attempt', 'q'],
			['document', 'h'],
			['parameters', null]
		]);
	});

	it('is equal for equal states, however the log is ordered or came about', () => {
		expect(textOf([...values].reverse())).toEqual(textOf(values));
		const roundabout = [...values, review('c.1', 900, 'y'), undo('c.2', 901, 'c.1')];
		expect(textOf(roundabout)).toEqual(textOf(values));
	});

	it.each([
		['a card', review('c.1', 900, 'y')],
		['a setting', entry('setting', 'c.1', 900, { key: 'newPerDay', value: 2 })],
		['a note', entry('note', 'c.1', 900, { item: 'b/i', text: 'other' })],
		['an attempt', entry('finish', 'c.1', 900, { attempt: 'r' })],
		['a document', entry('document', 'c.1', 900, { type: 'bank', hash: 'g' })],
		['the parameters', entry('parameters', 'c.1', 900, { parameters: Array<number>(21).fill(0.3) })]
	])('differs when %s does', (_, value) => {
		expect(textOf([...values, value])).not.toEqual(textOf(values));
	});

	it('rounds memory to eight decimals, and nothing else', () => {
		const remember = (memory: Memory) => textOf([values[0]], () => ({ next: () => memory }))[0];
		const first = remember({ stability: 2.123_456_781, difficulty: 5.000_000_004 });
		expect(first).toContain('"memory":{"difficulty":5,"stability":2.12345678}');
		expect(remember({ stability: 2.123_456_784, difficulty: 5 })).toBe(first);
		expect(remember({ stability: 2.123_456_786, difficulty: 5 })).not.toBe(first);
	});

	it('says nothing of counts, so that a value without effect does not change it', () => {
		expect(textOf([...values, 'rubbish', { ...review('c.1', 900, 'y'), v: 2 }])).toEqual(
			textOf(values)
		);
	});
});

describe('the log as text', () => {
	it('has a line in canonical form for each entry, in the order it is given', () => {
		const turned = { t: 1, id: 'a.1', erased: true };
		expect([...logText([turned, { b: 1, a: 2 }])]).toEqual([
			'{"erased":true,"id":"a.1","t":1}\n',
			'{"a":2,"b":1}\n'
		]);
	});
});
