import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { BROWSE_STATES, KINDS } from '../../src/lib/core/browse/browse-filter';
import { FLAGS } from '../../src/lib/core/log/control';
import { parseSearch, readSearch } from '../../src/lib/core/browse/parse-search';
import { MEASURES, printSearch, type Clause, type Term } from '../../src/lib/core/browse/search';
import { termIn, withTerm } from '../../src/lib/core/browse/with-term';
import { law } from './law';

/** What a search is made of, and what looks like it. */
const signs = fc.constantFrom(
	...['is:', 'due', 'topic:', 'source:', 'kind:', 'flag:', 'stability', 'or', '-', '"', '“', '\\'],
	...[
		'<',
		'>=',
		'≤',
		'＜',
		'：',
		'　',
		' ',
		' ',
		':',
		'7',
		'-1',
		'leaders',
		'서울',
		'東京',
		'がく',
		'\n'
	]
);
const typed = fc.oneof(
	fc.array(signs, { maxLength: 14 }).map((parts) => parts.join('')),
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.string({ maxLength: 60 })
);

const words = typed.filter((text) => text.trim() !== '');
const terms: fc.Arbitrary<Term> = fc.oneof(
	words.map((text) => ({ by: 'text', text }) as const),
	words.map((topic) => ({ by: 'topic', topic }) as const),
	words.map((source) => ({ by: 'source', source }) as const),
	fc.constantFrom(...KINDS).map((kind) => ({ by: 'kind', kind }) as const),
	fc.constantFrom(...BROWSE_STATES).map((state) => ({ by: 'is', state }) as const),
	fc.constantFrom(...FLAGS).map((flag) => ({ by: 'flag', flag }) as const),
	fc.record({
		by: fc.constant('measure' as const),
		measure: fc.constantFrom(...MEASURES),
		test: fc.constantFrom('<', '<=', '>', '>=', '='),
		value: fc.integer({ min: -99_999_000, max: 99_999_000 }).map((n) => n / 1_000 || 0)
	})
);
const clauses: fc.Arbitrary<Clause> = fc.record({ not: fc.boolean(), term: terms });
const searches = fc
	.array(fc.array(clauses, { minLength: 1, maxLength: 3 }), { maxLength: 3 })
	.filter((search) => printSearch(search).length <= 500);

describe('a search', () => {
	law(
		'is what is read from its print',
		fc.property(searches, (search) => {
			expect(parseSearch(printSearch(search))).toEqual({ ok: true, value: search });
		})
	);

	law(
		'that was typed reads the same when it is printed',
		fc.property(typed, (text) => {
			const { search } = readSearch(text);
			expect(parseSearch(printSearch(search))).toEqual({ ok: true, value: search });
		})
	);

	law(
		'is read from any text, or has a place within it that cannot be read',
		fc.property(typed, (text) => {
			const parsed = parseSearch(text, { topics: ['b/leaders', 'b/dates'] });
			if (parsed.ok) return;
			expect(parsed.error.length).toBeGreaterThan(0);
			for (const { start, end } of parsed.error) {
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(text.length);
			}
		})
	);

	law(
		'has at its place what is picked beside it, and nothing when that is taken away',
		fc.property(typed, fc.constantFrom(...BROWSE_STATES), (text, state) => {
			const picked = withTerm(text, 'state', { by: 'is', state });
			expect(termIn(picked, 'state')).toEqual({ by: 'is', state });
			expect(termIn(withTerm(picked, 'state', undefined), 'state')).toBeUndefined();
		})
	);
});
