import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Bank } from './bank';
import { bankContent, bankIndex } from './bank-parts';
import { compileBank } from './compile-bank';
import type { AuthoredFile } from './read-bank';

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const title = { en: 'T', ko: '제', ja: '題' };

const HEAD = { id: 'b', lang: 'en', title, topics: [{ id: 'leaders', title }] };
const SOURCES = {
	sources: [
		{
			id: 'brief',
			title: 'Brief',
			titleGiven: true,
			about: { en: 'About', ko: '소개', ja: '紹介' },
			cautions: [{ en: 'Careful', ko: '주의', ja: '注意' }],
			paragraphs: [{ n: 1, terms: ['Nara, Japan', 'trade'] }]
		}
	]
};

const choice = (fields: object = {}) => ({
	id: 'city',
	kind: 'choice',
	stem: 'Where?',
	options: [
		{ id: 'kyoto', text: 'Kyoto', why: 'No.' },
		{ id: 'nara', text: 'Nara', key: true }
	],
	explanation: 'There.',
	evidence: [{ source: 'brief', paragraph: 1, terms: ['Nara, Japan'] }],
	claim: 'fact',
	difficulty: 'easy',
	...fields
});

const { stem: _stem, options: _options, ...plain } = choice();
const flashcard = (fields: object = {}) => ({
	...plain,
	id: 'card',
	kind: 'flashcard',
	front: 'F',
	back: 'B',
	...fields
});

/** The files of a bank; a value of undefined leaves a file out. */
function files(changes: Readonly<Record<string, unknown>> = {}): readonly AuthoredFile[] {
	const all = {
		'bank.yaml': HEAD,
		'sources.yaml': SOURCES,
		'leaders.yaml': { items: [choice(), flashcard()] },
		...changes
	};
	return Object.entries(all)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => ({ name, value }));
}

function compiled(changes: Readonly<Record<string, unknown>> = {}): Bank {
	const result = compileBank(files(changes), digest);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}

/** File, rule and path of each problem. */
function problemsOf(changes: Readonly<Record<string, unknown>>) {
	const result = compileBank(files(changes), digest);
	if (result.ok) return [];
	return result.error.map(({ place, code, path }) => `${place?.file} ${code} ${path.join('.')}`);
}

const withItems = (...items: readonly unknown[]) => ({ 'leaders.yaml': { items } });
const revision = (item: unknown) => compiled(withItems(item)).items[0]?.revision;

describe('a bank', () => {
	it('holds its items in the order of topics and files, with their keys', () => {
		const more = { id: 'dates', title };
		const bank = compiled({
			'bank.yaml': { ...HEAD, topics: [more, ...HEAD.topics] },
			'dates.yaml': { items: [flashcard({ id: 'year' })] }
		});
		expect(bank.items.map(({ key, topic }) => [key, topic])).toEqual([
			['b/year', 'dates'],
			['b/city', 'leaders'],
			['b/card', 'leaders']
		]);
	});

	it('has an index without texts, in which a fact of several items is a number', () => {
		const more = choice({ id: 'town', fact: 'f' });
		const alone = flashcard({ reverse: true, fact: 'alone' });
		const bank = compiled(withItems(choice({ fact: 'f' }), alone, more));
		expect(bankIndex(bank)).toStrictEqual({
			...HEAD,
			items: [
				{ id: 'city', topic: 'leaders', kind: 'choice', fact: 0 },
				{ id: 'card', topic: 'leaders', kind: 'flashcard', parts: ['', 'reverse'] },
				{ id: 'town', topic: 'leaders', kind: 'choice', fact: 0 }
			]
		});
	});

	it('has its items and their revisions by topic, a shelf at a time, and what each asks by id', () => {
		const bank = compiled(withItems(choice(), flashcard()));
		const [city, card] = bank.items.map(({ item, revision }) => ({ item, revision }));
		expect(bankContent(bank)).toStrictEqual({
			sources: [{ key: 'b/brief', id: 'brief', title: 'Brief' }],
			articles: [
				{
					...SOURCES.sources[0],
					key: 'b/brief',
					paragraphs: [{ n: 1, terms: ['Nara, Japan'], items: ['city', 'card'] }]
				}
			],
			texts: {
				city: { asks: expect.any(String), answers: expect.any(String), sources: ['brief'] },
				card: { asks: expect.any(String), answers: expect.any(String), sources: ['brief'] }
			},
			draws: {
				city: { difficulty: 'easy', excludes: [] },
				card: { difficulty: 'easy', excludes: [] }
			},
			shelves: { leaders: [[city, card]] }
		});
	});

	it('keeps nothing of the warnings that an author accepted', () => {
		const accepts = [{ rule: 14, because: 'It is a name.' }];
		const head = { ...HEAD, accepts };
		expect(compiled({ 'bank.yaml': head, ...withItems(choice({ accepts })) })).toStrictEqual(
			compiled(withItems(choice()))
		);
	});

	it('may have a topic without items', () => {
		expect(compiled(withItems()).items).toEqual([]);
	});
});

describe('a revision', () => {
	it('is the version and the first eight bytes of a hash of the canonical form', () => {
		const scored =
			'{"key":"nara","kind":"choice","options":{"kyoto":"Kyoto","nara":"Nara"},"stem":"Where?"}';
		expect(revision(choice())).toBe(`1-${digest(scored).slice(0, 16)}`);
	});

	it.each([
		['explanation', choice({ explanation: 'Otherwise.' })],
		['background', choice({ background: 'More.' })],
		['evidence', choice({ evidence: [{ source: 'brief', paragraph: 1, terms: ['Nara'] }] })],
		['difficulty', choice({ difficulty: 'hard', claim: 'opinion' })],
		['fact group', choice({ fact: 'f' })],
		['derivation', choice({ derived: 'So.' })],
		['id', choice({ id: 'other' })],
		['order of options', choice({ options: [...choice().options].reverse() })],
		['reasons', choice({ options: choice().options.map(({ why: _, ...rest }) => rest) })],
		['space around a text', choice({ stem: ' Where? ' })]
	])('does not change with the %s', (_, item) => {
		expect(revision(item)).toBe(revision(choice()));
	});

	it('changes with all that decides a score', () => {
		const [kyoto, nara] = choice().options;
		const changed = [
			choice(),
			choice({ stem: 'Where then?' }),
			choice({ options: [{ ...kyoto, text: 'Old Kyoto' }, nara] }),
			choice({ options: [{ ...kyoto, id: 'kyo' }, nara] }),
			choice({ options: [kyoto, nara, { id: 'osaka', text: 'Osaka' }] }),
			choice({
				options: [
					{ ...kyoto, key: true },
					{ id: 'nara', text: 'Nara' }
				],
				derived: 'So.'
			}),
			flashcard(),
			flashcard({ front: 'G' }),
			flashcard({ back: 'C' }),
			flashcard({ reverse: true })
		].map(revision);
		expect(new Set(changed).size).toBe(changed.length);
	});
});

describe('a broken bank', () => {
	it.each([
		['no bank.yaml', { 'bank.yaml': undefined }, ['bank.yaml missing-file ']],
		['no sources.yaml', { 'sources.yaml': undefined }, ['sources.yaml missing-file ']],
		['a topic without a file', { 'leaders.yaml': undefined }, ['leaders.yaml missing-file ']],
		['a list for a head', { 'bank.yaml': 'x' }, ['bank.yaml shape ']],
		['no topics', { 'bank.yaml': { ...HEAD, topics: [] } }, ['bank.yaml shape topics']],
		[
			'a title without Japanese',
			{ 'bank.yaml': { ...HEAD, title: { en: 'T', ko: '제' } } },
			['bank.yaml missing-field title.ja']
		],
		['a wrong language', { 'bank.yaml': { ...HEAD, lang: 'English' } }, ['bank.yaml shape lang']],
		['no sources', { 'sources.yaml': { sources: [] } }, ['sources.yaml shape sources']],
		[
			'an article without cautions, and about itself in one language',
			{
				'sources.yaml': { sources: [{ ...SOURCES.sources[0], about: { en: 'A' }, cautions: [] }] }
			},
			[
				'sources.yaml missing-field sources.0.about.ko',
				'sources.yaml missing-field sources.0.about.ja',
				'sources.yaml shape sources.0.cautions'
			]
		],
		['no list of items', { 'leaders.yaml': { items: {} } }, ['leaders.yaml shape items']],
		['an empty topic file', { 'leaders.yaml': null }, ['leaders.yaml shape ']],
		['text for an item', withItems('x'), ['leaders.yaml shape items.0']],
		[
			'an unknown kind',
			withItems(choice(), { ...choice(), id: 'other', kind: 'essay' }),
			['leaders.yaml unknown-kind items.1.kind']
		],
		[
			'no key',
			withItems(
				choice({
					options: [
						{ id: 'a', text: 'A' },
						{ id: 'b', text: 'B' }
					]
				})
			),
			['leaders.yaml missing-key items.0.options']
		],
		['a repeated id', withItems(choice(), choice()), ['leaders.yaml repeated-id items.1.id']],
		[
			'stray evidence',
			withItems(flashcard({ evidence: [{ source: 'brief', paragraph: 1, terms: ['x'] }] })),
			['leaders.yaml stray-evidence items.0.evidence.0.terms.0']
		],
		[
			'an excluded item that is not there',
			withItems(choice({ excludes: ['card', 'gone'] }), flashcard()),
			['leaders.yaml unknown-item items.0.excludes.1']
		],
		[
			'an excluded item that is broken itself',
			withItems(choice({ excludes: ['card'] }), flashcard({ back: '' })),
			['leaders.yaml shape items.1.back']
		],
		[
			'a warning accepted without a reason',
			withItems(choice({ accepts: [{ rule: 14 }] }), flashcard({ accepts: 14 })),
			['leaders.yaml missing-field items.0.accepts.0.because', 'leaders.yaml shape items.1.accepts']
		],
		[
			'a broken item that accepts something',
			withItems(flashcard({ back: '', accepts: [{ rule: 'x', because: 'y' }] })),
			['leaders.yaml shape items.0.back', 'leaders.yaml shape items.0.accepts.0.rule']
		],
		[
			'an item that excludes itself',
			withItems(choice({ excludes: ['city'] })),
			['leaders.yaml unknown-item items.0.excludes.0']
		]
	])('with %s names the file, the rule and the path', (_, changes, problems) => {
		expect(problemsOf(changes)).toEqual(problems);
	});

	it('finds an id that is taken in another topic, and says where', () => {
		const head = { ...HEAD, topics: [...HEAD.topics, { id: 'dates', title }] };
		const result = compileBank(
			files({ 'bank.yaml': head, 'dates.yaml': { items: [flashcard({ id: 'city' })] } }),
			digest
		);
		expect(result).toMatchObject({
			error: [{ code: 'repeated-id', place: { file: 'dates.yaml' }, path: ['items', 0, 'id'] }]
		});
		expect(result.ok || result.error[0]?.message).toContain('leaders.yaml');
	});

	it('shows all problems of all files at once', () => {
		const problems = problemsOf({
			'sources.yaml': { sources: [{ ...SOURCES.sources[0], about: 7 }] },
			...withItems({ ...choice(), kind: 'essay' }, flashcard({ back: '' }), choice(), choice())
		});
		expect(problems.sort()).toEqual([
			'leaders.yaml repeated-id items.2.id',
			'leaders.yaml repeated-id items.3.id',
			'leaders.yaml shape items.1.back',
			'leaders.yaml unknown-kind items.0.kind',
			'sources.yaml shape sources.0.about'
		]);
	});

	it('refuses a file that no topic names, and what is listed twice', () => {
		const [brief] = SOURCES.sources;
		const twice = { ...brief, paragraphs: [...(brief?.paragraphs ?? []), { n: 1, terms: [] }] };
		const codes = problemsOf({
			'bank.yaml': { ...HEAD, topics: [...HEAD.topics, ...HEAD.topics] },
			'sources.yaml': { sources: [twice, brief] },
			'leaders.yaml': { items: [] },
			'extra.yaml': { items: [] }
		}).map((each) => JSON.stringify(each));
		expect(codes.filter((each) => each.includes('stray-file'))).toHaveLength(1);
		expect(codes.filter((each) => each.includes('repeated-id'))).toHaveLength(3);
	});
});
