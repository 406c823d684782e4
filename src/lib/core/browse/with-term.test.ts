import { describe, expect, it } from 'vitest';
import type { Term } from './search';
import { termIn, withTerm } from './with-term';

const due: Term = { by: 'is', state: 'due' };
const red: Term = { by: 'flag', flag: 1 };

describe('what is picked beside a search', () => {
	it('is written at the end of its text, which stays as it was typed', () => {
		expect(withTerm('', 'state', due)).toBe('is:due');
		expect(withTerm('  Seoul “joint   statement”', 'topic', { by: 'topic', topic: 'a b' })).toBe(
			'Seoul “joint   statement” topic:"a b"'
		);
	});

	it('is written before a part that is not finished, which would take it in', () => {
		expect(withTerm('"joint sta', 'state', due)).toBe('is:due "joint sta');
		expect(withTerm('seoul stability<', 'state', due)).toBe('is:due seoul stability<');
		expect(withTerm('or stability<', 'state', due)).toBe('"or" is:due');
	});

	it('takes the place of what was picked before, wherever it stands', () => {
		expect(withTerm('seoul is:new kind:order', 'state', red)).toBe('seoul kind:order flag:1');
		expect(withTerm('flag:2 is:new', 'state', due)).toBe('is:due');
		expect(withTerm('is:new', 'state', undefined)).toBe('');
	});

	it('leaves opposites, alternatives and what cannot be read alone', () => {
		const text = '-is:new is:duo is:due or is:missed';
		expect(withTerm(text, 'state', red)).toBe(`${text} flag:1`);
		expect(termIn(text, 'state')).toBeUndefined();
	});

	it('is read from the text again', () => {
		expect(termIn('seoul is:due kind:order', 'state')).toEqual(due);
		expect(termIn('is:due flag:1', 'state')).toBeUndefined();
		expect(termIn('seoul', 'topic')).toBeUndefined();
	});
});
