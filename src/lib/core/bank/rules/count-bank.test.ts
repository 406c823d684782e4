import { describe, expect, it } from 'vitest';
import { readAsked } from './asked';
import { readAskedBank } from './check-rules';
import { countBank } from './count-bank';

const title = { en: 'T', ko: '제', ja: '題' };
const source = (id: string, ...terms: readonly (readonly string[])[]) => ({
	...{ id, title: id, titleGiven: true, about: title, cautions: [title] },
	paragraphs: terms.map((each, at) => ({ n: at + 1, terms: each }))
});

const item = (id: string, fields: object) => ({
	...{ id, explanation: 'E', claim: 'fact', difficulty: 'easy' },
	evidence: [{ source: 'brief', paragraph: 1, terms: ['Nara'] }],
	...fields
});

const ITEMS = [
	item('city', {
		kind: 'choice',
		stem: 'Where?',
		options: [{ text: 'Kyoto' }, { text: 'Nara Town', key: true }],
		accepts: [{ rule: 14, because: 'It is so.' }]
	}),
	item('yes', { kind: 'true-false', stem: 'It is.', key: true, claim: 'opinion' }),
	item('no', {
		...{ kind: 'true-false', stem: 'It is not.', key: false },
		evidence: [
			{ source: 'brief', paragraph: 2, terms: ['trade'] },
			{ source: 'brief', paragraph: 2, terms: ['talks'] }
		]
	})
];

const files = (items: readonly unknown[]) => [
	{ name: 'bank.yaml', value: { id: 'b', lang: 'en', title, topics: [{ id: 'leaders', title }] } },
	{
		name: 'sources.yaml',
		value: { sources: [source('brief', ['Nara'], ['trade', 'talks'], []), source('essay', ['x'])] }
	},
	{ name: 'leaders.yaml', value: { items } }
];

describe('the counts of a bank', () => {
	it('tell what it consists of and which paragraphs are cited of those that can be', () => {
		const bank = readAskedBank(files(ITEMS));
		expect(bank && countBank(bank)).toEqual({
			items: 3,
			topics: { leaders: 3 },
			kinds: { choice: 1, 'true-false': 2 },
			claims: { fact: 2, opinion: 1 },
			difficulties: { easy: 3 },
			articles: {
				brief: { items: 3, cited: 2, citable: 2 },
				essay: { items: 0, cited: 0, citable: 1 }
			},
			paragraphs: { cited: 2, citable: 3 },
			keyPositions: [0, 1],
			longestKeys: { all: 1, longest: 1 },
			trueFalse: { all: 2, isTrue: 1 },
			accepted: { '14': 1 }
		});
	});

	it('are nothing for a bank without items', () => {
		const bank = readAskedBank(files([]));
		expect(bank && countBank(bank)).toMatchObject({ items: 0, kinds: {}, keyPositions: [] });
	});
});

describe('an item as the rules look at it', () => {
	const at = { topic: 'leaders', file: 'leaders.yaml', path: ['items', 0] };

	it('has its texts without markup, with the way to each, and with it', () => {
		const asked = readAsked(
			item('c', {
				kind: 'cloze',
				stem: 'They spoke of **much** {c1} and {c2}.',
				gaps: {
					c1: { key: 'trade', confusions: [{ text: 'war', why: 'No.' }] },
					c2: { key: 'rice', redirects: [{ text: 'food', hint: 'Which?' }] }
				}
			}),
			at
		);
		expect(asked?.texts.map(({ path, text }) => `${path.join('.')}: ${text}`)).toEqual([
			'stem: They spoke of much {c1} and {c2}.',
			'gaps.c1.confusions.0.why: No.',
			'gaps.c2.redirects.0.hint: Which?',
			'explanation: E'
		]);
		expect(asked?.marked[0]?.text).toContain('**much**');
		expect(asked?.keys).toEqual(['trade', 'rice']);
	});

	it('shows the back of a card only when it is asked both ways', () => {
		const card = { kind: 'flashcard', front: 'F', back: 'B' };
		const shown = (fields: object) =>
			readAsked(item('f', fields), at)?.shown.map(({ text }) => text);
		expect(shown(card)).toEqual(['F']);
		expect(shown({ ...card, reverse: true })).toEqual(['F', 'B']);
	});

	it('is none without evidence', () => {
		expect(readAsked({ id: 'x', kind: 'text' }, at)).toBeUndefined();
	});
});
