import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../item/item';
import { itemKey } from '../item/card-key';
import { standsIn } from '../text';
import type { CompiledItem, ListedSource } from './bank';
import { citedParagraphs } from './cited-paragraphs';

const text = { en: 'a', ko: '가', ja: 'あ' };
const source = (id: string, ...numbers: readonly number[]): ListedSource => ({
	...{ id, title: id, titleGiven: true, about: text, cautions: [text] },
	paragraphs: numbers.map((n) => ({ n, terms: [] }))
});

const cite = (paragraph: number, ...terms: readonly string[]): Evidence => ({
	source: 'brief',
	paragraph,
	terms
});

const item = (id: string, ...evidence: readonly Evidence[]): CompiledItem => ({
	...{ key: itemKey('b', id), topic: 'all', revision: '1' },
	item: {
		...{ id, kind: 'flashcard', front: 'F', back: 'B', reverse: false, explanation: '-' },
		...{ evidence, claim: 'fact', difficulty: 'easy', excludes: [] }
	}
});

describe('what is cited of an article', () => {
	it('is its cited paragraphs in ascending order, each with its items in bank order', () => {
		const items = [item('late', cite(3, 'c')), item('both', cite(3, 'd'), cite(1, 'a'))];
		expect(citedParagraphs(source('brief', 3, 2, 1), items)).toEqual([
			{ n: 1, terms: ['a'], items: ['both'] },
			{ n: 3, terms: ['c', 'd'], items: ['late', 'both'] }
		]);
		expect(citedParagraphs(source('other', 1, 3), items)).toEqual([]);
	});

	it('names an item once, however often it points to the paragraph', () => {
		const twice = item('twice', cite(1, 'a'), cite(1, 'b'));
		expect(citedParagraphs(source('brief', 1), [twice])).toEqual([
			{ n: 1, terms: ['a', 'b'], items: ['twice'] }
		]);
	});

	it.each([
		[
			['17 years', 'statement in 17 years'],
			['statement in 17 years'],
			'a part of a longer one says nothing more'
		],
		[['7 years', '17 years'], ['7 years', '17 years'], 'a number is no part of another'],
		[['Nara', 'nara', 'Nara'], ['Nara'], 'the first of those that are alike stays'],
		[['“East Asia”', '"East Asia"'], ['“East Asia”'], 'whatever their quotes']
	])('of %j leave %j: %s', (terms, left) => {
		const [cited] = citedParagraphs(source('brief', 1), [item('a', cite(1, ...terms))]);
		expect(cited?.terms).toEqual(left);
	});

	it('loses no term: each that was cited stands in one that is left', () => {
		const word = fc.constantFrom('nara', 'Nara', 'japan', 'summit', '17');
		const term = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
		fc.assert(
			fc.property(fc.array(term, { minLength: 1, maxLength: 6 }), (terms) => {
				const [cited] = citedParagraphs(source('brief', 1), [item('a', cite(1, ...terms))]);
				const left = cited?.terms ?? [];
				return (
					terms.every((each) => left.some((other) => standsIn(each, other))) &&
					left.every((each) => left.every((other) => each === other || !standsIn(each, other)))
				);
			})
		);
	});
});
