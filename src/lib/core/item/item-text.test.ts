import { describe, expect, it } from 'vitest';
import type { Item, Kind } from './item';
import { itemAnswers, itemText } from './item-text';
import { traits } from './traits';

type Own<K extends Kind> = Omit<Extract<Item, { kind: K }>, keyof typeof base | 'kind'>;

const base = {
	id: 'one',
	explanation: 'The explanation',
	evidence: [],
	claim: 'fact',
	difficulty: 'easy',
	excludes: []
} as const;

const [stem, confusions] = ['Which?', [{ text: 'Kyoto', why: 'The reason' }]];
const redirects = [{ text: '2026', hint: 'The hint' }];
const typed = (key: string, ...accept: string[]) => ({ key, accept, confusions, redirects });
const options = [
	{ id: 'a', text: '*Nara*' },
	{ id: 'b', text: 'Seoul', why: 'The reason' }
];

const cases: { readonly [K in Kind]: readonly [own: Own<K>, answers: string] } = {
	choice: [{ stem, options, key: 'a' }, 'Nara Seoul'],
	multiple: [{ stem, options, keys: ['a', 'b'] }, 'Nara Seoul'],
	cloze: [
		{
			stem: 'In {c1} on {c2}',
			gaps: [
				{ id: 'c1', ...typed('Nara', 'Nara city') },
				{ id: 'c2', ...typed('Tuesday') }
			]
		},
		'Nara Nara city Tuesday'
	],
	flashcard: [
		{ front: 'dress', back: '[한복]{lang=ko},\n\nhanbok', reverse: false },
		'한복, hanbok'
	],
	match: [
		{
			stem,
			premises: [{ id: 'p', text: 'Lee' }],
			responses: [
				{ id: 'r', text: 'President' },
				{ id: 's', text: 'Minister', why: 'The reason' }
			],
			key: { p: 'r' }
		},
		'Lee President Minister'
	],
	number: [{ stem, key: 1965, tolerance: 0, range: [1900, 2026], unit: 'years' }, '1965 years'],
	order: [
		{
			stem,
			steps: [
				{ id: 'x', text: 'A war ends' },
				{ id: 'y', text: 'Ties are made' }
			]
		},
		'A war ends Ties are made'
	],
	text: [{ stem, ...typed('Nara', 'Nara city') }, 'Nara Nara city'],
	'true-false': [{ stem, key: true, why: 'The reason' }, '']
};

const itemOf = (kind: Kind): Item => ({ ...base, kind, ...cases[kind][0] }) as Item;
const kinds = Object.keys(traits) as Kind[];

describe('the words of an item', () => {
	it.each(kinds)('that it can be found by are its answers, and no reason: %s', (kind) => {
		expect(itemAnswers(itemOf(kind))).toBe(cases[kind][1]);
	});

	it('that are shown are what it asks', () => {
		expect(itemText(itemOf('flashcard'))).toBe('dress');
		expect(itemText(itemOf('text'))).toBe('Which?');
		expect(itemText(itemOf('cloze'))).toBe('In ____ on ____');
	});
});
