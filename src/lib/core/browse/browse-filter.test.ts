import { describe, expect, it } from 'vitest';
import { searchOfAddress } from './browse-filter';

const read = (query: Readonly<Record<string, string>>) =>
	searchOfAddress((name) => query[name] ?? null);

describe('the search of an address', () => {
	it('is its text, as it was typed', () => {
		expect(read({})).toBe('');
		expect(read({ q: ' Park  Chung-hee ' })).toBe(' Park  Chung-hee ');
	});

	it('is what an older address names beside it, too', () => {
		expect(read({ topic: 'japan-korea/leaders', kind: 'true-false', state: 'due' })).toBe(
			'topic:japan-korea/leaders kind:true-false is:due'
		);
		expect(read({ state: 'flagged', flag: '7', q: 'é' })).toBe('é is:flagged flag:7');
	});

	it.each([
		{ kind: 'essay' },
		{ kind: 'toString' },
		{ state: 'lost' },
		{ flag: '8' },
		{ flag: '' }
	])('is not narrowed by what cannot be one: %j', (query) => {
		expect(read(query)).toBe('');
	});
});
