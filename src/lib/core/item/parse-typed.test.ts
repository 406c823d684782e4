import { describe, expect, it } from 'vitest';
import { parseItem } from './parse-item';
import { clozeParser } from './kinds/cloze/parse-cloze';
import { trueFalseParser } from './kinds/true-false/parse-true-false';

const base = {
	id: 'i',
	explanation: 'Because it is so.',
	evidence: [{ source: 's', paragraph: 1, terms: ['term'] }],
	claim: 'fact',
	difficulty: 'easy'
};
const text = { ...base, kind: 'text', stem: 'Name the mine.', key: 'Chosei Mine' };
const cloze = { ...base, kind: 'cloze', stem: 'They met in {c1} on Friday.', key: 'Nara' };

const problemsOf = (value: unknown) => {
	const parsed = parseItem(value);
	return parsed.ok ? [] : parsed.error;
};

describe('a typed item', () => {
	it('needs neither variants nor known wrong answers', () => {
		expect(parseItem(text)).toMatchObject({
			ok: true,
			value: { accept: [], confusions: [], redirects: [] }
		});
	});

	it.each([
		['accept', { accept: ['CHŌSEI  mine'] }, ['accept', 0]],
		['accept twice', { accept: ['Josei', 'josei'] }, ['accept', 1]],
		[
			'a confusion that is right',
			{ confusions: [{ text: 'the Chosei-Mine', why: 'w' }] },
			['confusions', 0, 'text']
		],
		[
			'a redirect that is right',
			{ redirects: [{ text: 'chosei mine', hint: 'h' }] },
			['redirects', 0, 'text']
		]
	])('cannot list what is the key already: %s', (_, fields, path) => {
		expect(problemsOf({ ...text, ...fields })).toMatchObject([{ code: 'repeated-answer', path }]);
	});

	it('needs a key with letters or digits, and no longer than an answer', () => {
		expect(problemsOf({ ...text, key: '?!' })).toMatchObject([{ path: ['key'] }]);
		expect(problemsOf({ ...text, key: 'a'.repeat(201) })).toMatchObject([{ path: ['key'] }]);
	});

	it('has its reasons outside what decides a score', () => {
		const scored = (why: string) => {
			const parsed = clozeParser.parse({ ...cloze, confusions: [{ text: 'Tokyo', why }] });
			return parsed.ok && JSON.stringify(clozeParser.scored(parsed.value));
		};
		expect(scored('one')).toBe(scored('two'));
	});
});

describe('a cloze', () => {
	it.each([
		['no gap', 'They met in Nara.'],
		['two gaps', 'They met in {c1} and {c1}.'],
		['its gap first', '{c1} was the place.']
	])('is refused with %s', (_, stem) => {
		expect(problemsOf({ ...cloze, stem })).toMatchObject([{ path: ['stem'] }]);
	});
});

describe('a true-false item', () => {
	const statement = { ...base, kind: 'true-false', stem: 'It is so.', key: false, why: 'Not so.' };

	it('needs a key and a reason', () => {
		expect(trueFalseParser.parse(statement).ok).toBe(true);
		expect(problemsOf({ ...statement, key: 'false' })).toMatchObject([{ path: ['key'] }]);
		expect(problemsOf({ ...statement, why: undefined })).toMatchObject([{ path: ['why'] }]);
	});
});
