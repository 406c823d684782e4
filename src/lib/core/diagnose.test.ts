import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from './diagnose';
import { fail, ok, problem } from './result';

const schema = v.strictObject({
	id: v.string(),
	title: v.pipe(v.string('a title is text'), v.nonEmpty('this title is empty')),
	parts: v.array(v.strictObject({ n: v.number('expected a number') }), 'expected a list')
});

const problemsOf = (value: unknown) => {
	const parsed = v.safeParse(schema, value);
	return parsed.success ? [] : diagnosticsOf(parsed.issues);
};

describe('diagnosticsOf', () => {
	it('names a missing field and how to add it', () => {
		expect(problemsOf({ id: 'a', parts: [] })).toEqual([
			problem('missing-field', ['title'], '“title” is missing', 'add “title:”')
		]);
	});

	it('offers to write an id that is missing', () => {
		const [found] = problemsOf({ title: 'a', parts: [] });
		expect(found).toMatchObject({ code: 'missing-field', path: ['id'] });
		expect(found?.hint).toContain('npm run bank -- --ids');
	});

	it('names a field that is not known here', () => {
		const value = { id: 'a', title: 'b', parts: [{ n: 1, m: 2 }] };
		expect(problemsOf(value)).toEqual([
			problem('unknown-field', ['parts', 0, 'm'], '“m” is not a field here', 'check its spelling')
		]);
	});

	it('says what stands where a mapping is expected', () => {
		expect(problemsOf('text')).toEqual([
			problem('shape', [], 'expected a mapping of fields, found "text"')
		]);
		expect(problemsOf({ id: 'a', title: 'b', parts: [7] })).toEqual([
			problem('shape', ['parts', 0], 'expected a mapping of fields, found 7')
		]);
	});

	it('passes on the words of a schema with their path, all at once', () => {
		expect(problemsOf({ id: 'a', title: '', parts: [{ n: 'x' }, { n: 'y' }] })).toEqual([
			problem('shape', ['title'], 'this title is empty'),
			problem('shape', ['parts', 0, 'n'], 'expected a number'),
			problem('shape', ['parts', 1, 'n'], 'expected a number')
		]);
	});
});

describe('results', () => {
	it('hold a value or an error, never both', () => {
		expect(ok(1)).toEqual({ ok: true, value: 1 });
		expect(fail('no')).toEqual({ ok: false, error: 'no' });
	});

	it('are explained by problems, which are errors with or without a hint', () => {
		const bare = { level: 'error', code: 'c', path: ['a', 0], message: 'm' };
		expect(problem('c', ['a', 0], 'm')).toStrictEqual(bare);
		expect(problem('c', ['a', 0], 'm', 'h')).toStrictEqual({ ...bare, hint: 'h' });
	});
});
