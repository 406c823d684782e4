import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ListedSource } from '../../lib/core/bank/bank';
import { readAsked, type Asked } from '../../lib/core/bank/rules/asked';
import type { AskedBank } from '../../lib/core/bank/rules/rule';
import { checkArticles, readArticles } from './check-articles';

const FIRST =
	'The two leaders met in Nara, Japan, and agreed on “supply chains” for years to come.';
const SECOND = 'Trade grew by five per cent in a single year.';

const ARTICLES = [
	{
		id: 'brief',
		paragraphs: [
			{ n: 1, text: FIRST },
			{ n: 2, text: SECOND }
		]
	}
];

const source = (fields: Partial<ListedSource> = {}): ListedSource => ({
	id: 'brief',
	title: 'Brief',
	titleGiven: true,
	about: { en: 'About', ko: '소개', ja: '紹介' },
	cautions: [{ en: 'Careful', ko: '주의', ja: '注意' }],
	paragraphs: [
		{ n: 1, terms: ['Nara, Japan', 'agreed on "supply chains"'] },
		{ n: 2, terms: ['TRADE'] }
	],
	...fields
});

const card = (fields: object = {}) => ({
	...{ id: 'i', kind: 'flashcard', front: 'F', back: 'B', reverse: false },
	...{ explanation: 'e', claim: 'fact', difficulty: 'easy' },
	evidence: [{ source: 'brief', paragraph: 2, terms: ['trade'] }],
	...fields
});

function asked(value: object, file = 'leaders.yaml', at = 0): Asked {
	const item = readAsked(value, { topic: 'leaders', file, path: ['items', at] });
	if (!item) throw new Error('no such item');
	return item;
}

const bank = (sources: readonly ListedSource[], ...items: readonly object[]): AskedBank => ({
	sources,
	accepts: [],
	items: items.map((item, at) => asked(item, 'leaders.yaml', at))
});

/** File, rule and path of each problem. */
const check = (...of: Parameters<typeof bank>) =>
	checkArticles(bank(...of), ARTICLES).map(
		({ place, code, path }) => `${place?.file} ${code} ${path.join('.')}`
	);

describe('the sources of a bank', () => {
	it('hold when every term stands in its paragraph, whatever the case and quotation marks', () => {
		expect(check([source()])).toEqual([]);
	});

	it('name articles there are', () => {
		expect(check([source(), source({ id: 'report' })])).toEqual([
			'sources.yaml unknown-article sources.1.id'
		]);
	});

	it('list terms of the very paragraph', () => {
		const paragraphs = [
			{ n: 1, terms: ['Nara, Japan', 'trade'] },
			{ n: 2, terms: ['Nara'] }
		];
		expect(check([source({ paragraphs })])).toEqual([
			'sources.yaml term-not-in-article sources.0.paragraphs.0.terms.1',
			'sources.yaml term-not-in-article sources.0.paragraphs.1.terms.0'
		]);
	});

	it('list every paragraph there is and none that is not', () => {
		const paragraphs = [
			{ n: 1, terms: ['Nara'] },
			{ n: 3, terms: ['Nara'] }
		];
		expect(check([source({ paragraphs })])).toEqual([
			'sources.yaml unknown-paragraph sources.0.paragraphs.1',
			'sources.yaml missing-paragraph sources.0'
		]);
	});
});

describe('an item', () => {
	const six = 'met in Nara, Japan, and agreed';
	const seven = 'leaders met in Nara, Japan, and agreed';

	it('may share six words running with an article, no more', () => {
		expect(check([source()], card({ explanation: `They ${six}.` }))).toEqual([]);
		expect(check([source()], card({ explanation: `The leaders ${six}.` }))).toEqual([
			'leaders.yaml copied items.0.explanation'
		]);
	});

	it('is shown what was copied', () => {
		const [found] = checkArticles(bank([source()], card({ front: seven })), ARTICLES);
		expect(found?.message).toContain('“leaders met in nara japan and agreed”');
		expect(found?.hint).toBe('say it in other words');
	});

	it.each(['front', 'back', 'explanation', 'background', 'derived'])(
		'is looked through in its %s',
		(field) => {
			expect(check([source()], card({ [field]: seven }))).toEqual([
				`leaders.yaml copied items.0.${field}`
			]);
		}
	);

	it('is looked through in the reasons of its options', () => {
		const choice = card({
			...{ kind: 'choice', stem: 'S' },
			options: [{ id: 'a', text: 'A', why: seven }]
		});
		expect(check([source()], choice)).toEqual(['leaders.yaml copied items.0.options.0.why']);
	});

	it('cannot hide a copy by marks, case or punctuation', () => {
		const explanation = '**Leaders** *met* in NARA – Japan and agreed';
		expect(check([source()], card({ explanation }))).toEqual([
			'leaders.yaml copied items.0.explanation'
		]);
	});

	it('may quote', () => {
		expect(check([source()], card({ explanation: `Lee said: “${seven}”.` }))).toEqual([]);
		expect(check([source()], card({ explanation: `Lee said: "${seven}".` }))).toEqual([]);
		const split = 'leaders met in “his own words” Nara, Japan, and agreed';
		expect(check([source()], card({ explanation: split }))).toEqual([]);
	});

	it('does not copy by joining the end of one paragraph to the next', () => {
		const explanation = 'for years to come. Trade grew by five';
		expect(check([source()], card({ explanation }))).toEqual([]);
	});

	it('cannot hide a copy behind a gap', () => {
		const cloze = (stem: string) => card({ kind: 'cloze', stem, key: 'Nara' });
		expect(check([source()], cloze('The leaders met in {c1}, Japan, and agreed.'))).toEqual([
			'leaders.yaml copied items.0.stem'
		]);
		expect(check([source()], cloze('Both leaders came to {c1} in Japan and agreed.'))).toEqual([]);
		const gaps = { c1: { key: 'Nara' }, c2: { key: 'agreed' } };
		const two = card({ kind: 'cloze', stem: 'Leaders met in {c1}, Japan, and {c2}.', gaps });
		expect(check([source()], two)).toEqual(['leaders.yaml copied items.0.stem']);
	});

	it('is named by its place in the file of its topic', () => {
		const items = [asked(card()), asked(card({ front: seven }), 'dates.yaml', 1)];
		expect(checkArticles({ ...bank([source()]), items }, ARTICLES)).toMatchObject([
			{ code: 'copied', place: { file: 'dates.yaml' }, path: ['items', 1, 'front'] }
		]);
	});
});

describe('readArticles', () => {
	it('reads the articles, or says that they are not there', () => {
		const folder = mkdtempSync(join(tmpdir(), 'kachi-articles-'));
		const file = join(folder, 'articles.json');
		expect(readArticles(file)).toBeUndefined();
		writeFileSync(file, JSON.stringify(ARTICLES));
		expect(readArticles(file)).toEqual(ARTICLES);
		rmSync(folder, { recursive: true });
	});
});
