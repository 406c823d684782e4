import { describe, expect, it } from 'vitest';
import type { ItemBase } from './item';
import type { NumberItem } from './kinds/number/number';
import type { TextItem } from './kinds/text/text';
import { Judge } from './judge';

const about: Omit<ItemBase, 'id'> = {
	...{ explanation: '-', evidence: [], excludes: [] },
	...{ claim: 'fact', difficulty: 'easy' }
};
const item: TextItem = {
	...about,
	...{ id: 'one', kind: 'text', stem: 'Which treaty ended the war?', key: 'Treaty of Paris' },
	...{ accept: [], confusions: [], redirects: [{ text: 'treaty', hint: 'Please be more exact.' }] }
};
const number: NumberItem = {
	...about,
	...{ id: 'two', kind: 'number', stem: 'How many?', key: 3, tolerance: 0, range: [0, 9] }
};
const typed = (text: string) => ({ kind: 'text', text }) as const;

describe('an answer that is asked again', () => {
	it('counts as it stands when the very same is given a second time', () => {
		const judge = new Judge();
		expect(judge.judge(typed('treaty'), item)).toMatchObject({
			...{ score: 'invalid', remark: { is: 'ask-again' } }
		});
		expect(judge.judge(typed(' treaty '), item)).toEqual({ score: 0, remark: undefined });
	});

	it('is asked once more where something else was given in between', () => {
		const judge = new Judge();
		judge.judge(typed('treaty'), item);
		judge.judge(typed('Treaty of Rome'), item);
		expect(judge.judge(typed('treaty'), item).score).toBe('invalid');
		expect(judge.judge(typed('treaty'), { ...item, id: 'other' }).score).toBe('invalid');
	});

	it('counts where a number stays out of its range, or is none', () => {
		const judge = new Judge();
		const scores = ['12', '12', 'some', 'some'].map(
			(text) => judge.judge({ kind: 'number', text }, number).score
		);
		expect(scores).toEqual(['invalid', 0, 'invalid', 0]);
	});

	it('never counts where nothing was given', () => {
		const judge = new Judge();
		const scores = ['', ' ', ''].map((text) => judge.judge(typed(text), item).score);
		expect(scores).toEqual(['invalid', 'invalid', 'invalid']);
	});
});
