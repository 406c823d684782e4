import { describe, expect, it } from 'vitest';
import type { Evidence, Item } from '../item/item';
import type { ListedSource } from './bank';
import { checkEvidence } from './check-evidence';

const source = (id: string, ...paragraphs: readonly (readonly string[])[]): ListedSource => ({
	id,
	title: id,
	titleGiven: true,
	about: { en: 'a', ko: '가', ja: 'あ' },
	cautions: [{ en: 'c', ko: '다', ja: 'う' }],
	paragraphs: paragraphs.map((terms, at) => ({ n: at + 1, terms }))
});

const SOURCES = [
	source('brief', ['Lee Jae-myung', 'trade'], ['Nara, Japan', '“snap election” in Japan']),
	source('comment', ['first joint statement in 17 years'])
];

const base = {
	id: 'i',
	explanation: 'e',
	claim: 'fact',
	difficulty: 'easy',
	excludes: []
} as const;

const choice = (key: string, evidence: readonly Evidence[], derived?: string): Item => ({
	...base,
	kind: 'choice',
	stem: 'Where?',
	options: [
		{ id: 'k', text: key },
		{ id: 'o', text: 'Osaka' }
	],
	key: 'k',
	evidence,
	...(derived === undefined ? {} : { derived })
});

const cite = (id: string, paragraph: number, ...terms: readonly string[]): Evidence => ({
	source: id,
	paragraph,
	terms
});

const check = (item: Item) =>
	checkEvidence(item, SOURCES).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('evidence', () => {
	it('holds when its terms are listed for the paragraph and carry the key', () => {
		expect(check(choice('Nara', [cite('brief', 2, 'Nara, Japan')]))).toEqual([]);
	});

	it('may cite part of a listed term, in other case, quotation marks and spaces', () => {
		expect(check(choice('SNAP  election', [cite('brief', 2, '"Snap election"')]))).toEqual([]);
	});

	it('must name a source there is, and is told which there are', () => {
		const item = choice('trade', [cite('brief', 1, 'trade'), cite('report', 1, 'trade')]);
		expect(checkEvidence(item, SOURCES)).toMatchObject([
			{ code: 'unknown-source', path: ['evidence', 1, 'source'], hint: 'one of brief, comment' }
		]);
	});

	it('must name a paragraph there is, and is told how many there are', () => {
		expect(checkEvidence(choice('trade', [cite('brief', 3, 'trade')]), SOURCES)).toMatchObject([
			{ code: 'unknown-paragraph', path: ['evidence', 0, 'paragraph'], hint: 'it has 2' }
		]);
	});

	it('must cite terms of that very paragraph', () => {
		const item = choice('Nara', [cite('brief', 1, 'trade', 'Nara, Japan')]);
		expect(check(item)).toEqual(['stray-evidence evidence.0.terms.1']);
		expect(checkEvidence(item, SOURCES)[0]?.hint).toContain('sources.yaml');
	});

	it('shows every stray term at once', () => {
		const item = choice('tax', [cite('brief', 1, 'tax', 'visa'), cite('comment', 1, 'pact')]);
		expect(check(item)).toEqual([
			'stray-evidence evidence.0.terms.0',
			'stray-evidence evidence.0.terms.1',
			'stray-evidence evidence.1.terms.0'
		]);
	});
});

describe('the key of a choice', () => {
	it('must stand in a cited term', () => {
		expect(check(choice('Kyoto', [cite('brief', 2, 'Nara, Japan')]))).toEqual([
			'key-without-evidence evidence'
		]);
	});

	it('may stand in any of several passages', () => {
		const evidence = [cite('brief', 1, 'trade'), cite('comment', 1, 'in 17 years')];
		expect(check(choice('17 years', evidence))).toEqual([]);
	});

	it('is compared without its markup', () => {
		expect(check(choice('**Nara**', [cite('brief', 2, 'Nara, Japan')]))).toEqual([]);
	});

	it('is compared as typed answers are, so that spelling does not matter', () => {
		expect(check(choice('the náRA', [cite('brief', 2, 'Nara, Japan')]))).toEqual([]);
	});

	it('may be derived, if the inference is given in words', () => {
		const evidence = [cite('brief', 2, 'Nara, Japan')];
		expect(check(choice('Kyoto', evidence, 'Nara is not Kyoto.'))).toEqual([]);
	});
});

describe('a flashcard', () => {
	it('need not have its back in the evidence, though its terms must be listed', () => {
		const card = (...terms: readonly string[]): Item => ({
			...base,
			kind: 'flashcard',
			front: 'f',
			back: 'in other words',
			reverse: false,
			evidence: [cite('brief', 1, ...terms)]
		});
		expect(check(card('trade'))).toEqual([]);
		expect(check(card('tariffs'))).toEqual(['stray-evidence evidence.0.terms.0']);
	});
});

describe('several keys', () => {
	it('must each stand in a cited term', () => {
		const item: Item = {
			...base,
			kind: 'multiple',
			stem: 'Which two?',
			options: ['Nara', 'Kyoto', 'trade'].map((text) => ({ id: text.toLowerCase(), text })),
			keys: ['nara', 'kyoto', 'trade'],
			evidence: [cite('brief', 1, 'trade'), cite('brief', 2, 'Nara, Japan')]
		};
		expect(checkEvidence(item, SOURCES).map(({ message }) => message)).toEqual([
			'the key “Kyoto” stands in none of the cited terms'
		]);
	});
});
