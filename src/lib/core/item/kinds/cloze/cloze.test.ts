import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { revisionOf } from '../../../bank/compile-bank';
import { itemText } from '../../item-text';
import { keyText, partsOf, publicItem, remarkOn, scoreResponse } from '../../registry';
import type { ClozeItem } from './cloze';
import { clozeParser } from './parse-cloze';

const base = {
	id: 'i',
	kind: 'cloze',
	explanation: 'Because it is so.',
	evidence: [{ source: 's', paragraph: 1, terms: ['term'] }],
	claim: 'fact',
	difficulty: 'easy'
};
const one = { ...base, stem: 'They met in {c1} on Friday.', key: 'Nara', accept: ['Nara City'] };
const gaps = {
	c1: { key: 'Nara', confusions: [{ text: 'Tokyo', why: 'That was before.' }] },
	c2: { key: 'Friday', redirects: [{ text: 'evening', hint: 'The day, please.' }] }
};
const two = { ...base, stem: 'They met in {c1} on {c2}, late.', gaps };

function itemOf(value: object): ClozeItem {
	const parsed = clozeParser.parse(value);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return parsed.value;
}

const problemsOf = (value: object) => {
	const parsed = clozeParser.parse(value);
	return parsed.ok ? [] : parsed.error.map(({ code, path }) => `${code} ${path.join('.')}`);
};

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const fill = (gap: string, text: string) => ({ kind: 'cloze', gap, text }) as const;

describe('a cloze with one gap', () => {
	it('keeps the card and the revision that learners have answered', () => {
		const scored =
			'{"accept":["Nara City"],"confusions":[],"key":"Nara","kind":"cloze","redirects":[],' +
			'"stem":"They met in {c1} on Friday."}';
		expect(partsOf(itemOf(one))).toEqual(['c1']);
		expect(revisionOf(itemOf(one), digest)).toBe(`1-${digest(scored).slice(0, 16)}`);
	});

	it('is the same item whichever way its gap is written', () => {
		const { key, accept, ...rest } = one;
		expect(itemOf({ ...rest, gaps: { c1: { key, accept } } })).toEqual(itemOf(one));
	});
});

describe('a cloze with several gaps', () => {
	it('has a card for each, in the order of their ids', () => {
		expect(partsOf(itemOf(two))).toEqual(['c1', 'c2']);
		const turned = { ...two, gaps: { c2: gaps.c2, c1: gaps.c1 } };
		expect(itemOf(turned)).toEqual(itemOf(two));
	});

	it('asks one gap and shows the words of the others', () => {
		const asked = { kind: 'cloze', id: 'i' };
		expect(publicItem(itemOf(two), 'c1')).toStrictEqual({
			...asked,
			stem: 'They met in {c1} on Friday, late.',
			gap: 'c1'
		});
		expect(publicItem(itemOf(two), 'c2')).toStrictEqual({
			...asked,
			stem: 'They met in Nara on {c2}, late.',
			gap: 'c2'
		});
	});

	it('shows a word as it is, though it looks like markup', () => {
		const item = itemOf({ ...two, gaps: { ...gaps, c1: { key: 'a *b* [c]' } } });
		expect(publicItem(item, 'c2')).toMatchObject({
			stem: String.raw`They met in a \*b\* \[c\] on {c2}, late.`
		});
	});

	it('has a key and a score for each gap by itself', () => {
		const item = itemOf(two);
		expect(['c1', 'c2'].map((part) => keyText(item, part as 'c1'))).toEqual(['Nara', 'Friday']);
		expect(scoreResponse(fill('c1', 'nara'), item)).toBe(1);
		expect(scoreResponse(fill('c2', 'nara'), item)).toBe(0);
		expect(scoreResponse(fill('c2', 'evening'), item)).toBe('invalid');
		expect(scoreResponse(fill('c3', 'nara'), item)).toBe('invalid');
		expect(remarkOn(fill('c1', 'Tokyo'), item)).toMatchObject({ is: 'why-not', answer: 'Tokyo' });
		expect(remarkOn(fill('c2', 'Tokyo'), item)).toBeUndefined();
		expect(remarkOn(fill('c3', ''), item)).toBeUndefined();
	});

	it('gives none of its words away in a list', () => {
		expect(itemText(itemOf(two))).toBe('They met in ____ on ____, late.');
	});

	it('needs each of its words in the evidence, and is held to the articles as a whole sentence', () => {
		expect(clozeParser.evident(itemOf(two))).toEqual([['Nara'], ['Friday']]);
		expect(clozeParser.texts(itemOf(two))).toEqual([
			'They met in Nara on Friday, late.',
			'That was before.',
			'The day, please.'
		]);
	});

	it('gets a new revision by any of its keys, and by none of its reasons', () => {
		const revision = (c2: object) => revisionOf(itemOf({ ...two, gaps: { ...gaps, c2 } }), digest);
		const other = { ...gaps.c2, redirects: [{ text: 'evening', hint: 'Otherwise.' }] };
		expect(revision(other)).toBe(revision(gaps.c2));
		expect(revision({ ...gaps.c2, key: 'Monday' })).not.toBe(revision(gaps.c2));
	});

	it.each([
		['a gap that is not in the sentence', { stem: 'They met in {c1}, late.' }, ['gap stem']],
		['a gap twice', { stem: 'In {c1}, on {c2}, in {c1}.' }, ['gap stem']],
		['a mark without a key', { stem: 'In {c1}, on {c2}, at {c3}.' }, ['gap stem']],
		['a gap at the beginning', { stem: '{c2} was it, in {c1}.' }, ['gap stem']],
		['another name for a gap', { gaps: { ...gaps, d1: gaps.c1 } }, ['shape gaps.d1']],
		['no gap', { gaps: {} }, ['shape gaps']],
		['a gap without a key', { gaps: { ...gaps, c2: {} } }, ['missing-field gaps.c2.key']],
		['a key at the top as well', { key: 'Nara' }, ['unknown-field key']],
		[
			'a wrong answer that is right',
			{ gaps: { ...gaps, c2: { key: 'Friday', confusions: [{ text: 'friday', why: 'w' }] } } },
			['repeated-answer gaps.c2.confusions.0.text']
		]
	])('is refused with %s', (_, fields, problems) => {
		expect(problemsOf({ ...two, ...fields })).toEqual(problems);
	});
});
