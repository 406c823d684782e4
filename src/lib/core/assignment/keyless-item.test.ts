import { describe, expect, it } from 'vitest';
import { ITEMS } from '../../../../tests/support/assignments';
import { scoreResponse } from '../item/registry';
import type { Response } from '../item/response';
import { keylessItem } from './keyless-item';
import { askedPart, questionOf, type AssignableItem } from './public-document';

/** A response that can be taken, and one that cannot. */
const GIVEN: { readonly [K in AssignableItem['kind']]: readonly [Response, Response] } = {
	choice: [
		{ kind: 'choice', option: 'a' },
		{ kind: 'choice', option: 'z' }
	],
	multiple: [
		{ kind: 'multiple', options: ['b', 'd'] },
		{ kind: 'multiple', options: [] }
	],
	'true-false': [
		{ kind: 'true-false', answer: false },
		{ kind: 'true-false', answer: 'no' as never }
	],
	text: [
		{ kind: 'text', text: '나라' },
		{ kind: 'text', text: '나ㄹ' }
	],
	number: [
		{ kind: 'number', text: '12' },
		{ kind: 'number', text: 'many' }
	],
	cloze: [
		{ kind: 'cloze', gap: 'c1', text: 'Nara' },
		{ kind: 'cloze', gap: 'c1', text: ' ' }
	],
	match: [
		{
			kind: 'match',
			pairs: [
				['p', 's'],
				['q', 'r']
			]
		},
		{ kind: 'match', pairs: [['p', 's']] }
	],
	order: [
		{ kind: 'order', steps: ['z', 'w', 'x', 'y'] },
		{ kind: 'order', steps: ['z'] }
	]
};

describe('an item without its key', () => {
	it.each(Object.values(ITEMS))('takes and refuses what $kind does with it', (item) => {
		const one = item.kind === 'cloze' ? { ...item, gaps: [item.gaps[0]] as const } : item;
		const bare = keylessItem(questionOf(one));
		const [taken, refused] = GIVEN[item.kind];
		expect(scoreResponse(taken, bare)).not.toBe('invalid');
		expect(scoreResponse(taken, one)).not.toBe('invalid');
		expect(scoreResponse(refused, bare)).toBe('invalid');
		expect(scoreResponse(refused, one)).toBe('invalid');
		expect(JSON.stringify(bare)).not.toContain('The report says so.');
		expect(askedPart(bare)).toBe(askedPart(one));
	});
});
