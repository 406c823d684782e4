import { describe, expect, it } from 'vitest';
import { filterQuery, isWideOpen, readFilter } from './browse-filter';

const read = (query: Readonly<Record<string, string>>) => readFilter((name) => query[name] ?? null);

describe('a filter in an address', () => {
	it.each([
		{},
		{ q: 'Park Chung-hee' },
		{ topic: 'japan-korea/leaders', kind: 'true-false', state: 'due' },
		{ state: 'flagged', flag: '7', q: 'é' }
	])('is read back as it was written: %j', (query) => {
		expect(filterQuery(read(query))).toEqual(query);
	});

	it.each([
		{ kind: 'essay' },
		{ kind: 'toString' },
		{ state: 'lost' },
		{ flag: '8' },
		{ flag: '' }
	])('narrows nothing where it cannot be one: %j', (query) => {
		expect(isWideOpen(read(query))).toBe(true);
	});

	it('narrows nothing by blanks', () => {
		expect(isWideOpen(read({ q: '  ' }))).toBe(true);
		expect(isWideOpen(read({ q: ' a ' }))).toBe(false);
	});
});
