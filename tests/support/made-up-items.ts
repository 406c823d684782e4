import { describe, expect, it } from 'vitest';
import type { Accepted } from '../../src/lib/core/bank/accepts';
import { readAsked, type Asked } from '../../src/lib/core/bank/rules/asked';
import { checkAsked } from '../../src/lib/core/bank/rules/check-rules';
import type { AskedBank, Rule } from '../../src/lib/core/bank/rules/rule';
import { ruleNumber } from '../../src/lib/core/bank/rules/rules';

const SOURCES: AskedBank['sources'] = [
	{
		...{ id: 'brief', title: 'Brief', titleGiven: true },
		about: { en: 'About', ko: '소개', ja: '紹介' },
		cautions: [{ en: 'Careful', ko: '주의', ja: '注意' }],
		paragraphs: [
			{ n: 1, terms: ['Nara, Japan', 'supply chains', 'Sanae Takaichi', '60th anniversary'] },
			{ n: 2, terms: ['1965', 'democratic values', 'Liberation Day', 'Shigeru Ishiba'] }
		]
	}
];

export type Fields = Readonly<Record<string, unknown>>;

const base = {
	explanation: 'The report places this summit in the old capital and not in the new one.',
	evidence: [{ source: 'brief', paragraph: 1, terms: ['Nara, Japan'] }],
	claim: 'fact',
	difficulty: 'easy',
	fact: 'place'
};

/** Options whose text is its own reason; a star marks a key. */
export const options = (...texts: readonly string[]) =>
	texts.map((text) =>
		text.endsWith('*') ? { text: text.slice(0, -1), key: true } : { text, why: 'No.' }
	);

export const choice = (fields: Fields = {}): Fields => ({
	...{ id: 'city', kind: 'choice', stem: 'In which city was the first summit held?' },
	options: options('Kyoto', 'Nara*', 'Tokyo'),
	...base,
	...fields
});

const of = (kind: string) => (fields: Fields) => ({ ...base, id: kind, kind, ...fields });
const text = of('text');
export const [cloze, number] = [of('cloze'), of('number')];
export const [card, multiple] = [of('flashcard'), of('multiple')];
export const [match, order, trueFalse] = [of('match'), of('order'), of('true-false')];

export const FIELDS = options('Defence*', 'Farming', 'Nuclear power', 'Shipping*', 'Space flight');
export const which = (stem: string, some: readonly object[] = FIELDS) =>
	multiple({ stem, options: some, derived: 'Made up.' });

export const PAIRS = [
	{ premise: 'Lee Jae-myung', response: 'President of South Korea' },
	{ premise: 'Sanae Takaichi', response: 'Japanese leader in Nara' },
	{ premise: 'Ahn Gyu-back', response: 'South Korean defence minister' }
];
export const SPARE = [{ text: 'Japanese defence minister', why: 'It belongs to another.' }];
export const matched = (fields: Fields) =>
	match({ stem: 'Match each politician with a role.', pairs: PAIRS, spares: SPARE, ...fields });

const steps = (...texts: readonly string[]) => texts.map((each) => ({ text: each }));
export const FOUR = steps('A war ends', 'Ties are made', 'A leader visits', 'A text is signed');
export const ordered = (fields: Fields) =>
	order({ stem: 'Put these events in order, earliest first.', steps: FOUR, ...fields });

export const gapped = (stem: string, key: string) => cloze({ stem, key, derived: 'Made up.' });
export const typed = (
	key: string,
	accept: readonly string[],
	stem = 'Who led Japan at that first summit?'
) => text({ stem, key, accept, derived: 'Made up.' });
export const said = (fields: Fields) =>
	text({ stem: 'Name the thing that both of them named.', ...fields });
export const longOptions = (key: string) =>
	choice({ options: options('Rather short', 'Short and so', key) });
export const view = (claim: string, stem: string) => choice({ claim, stem });
export const year = (fields: Fields) =>
	number({ stem: 'In which year was that treaty made?', ...fields });
export const explained = (explanation: string) => choice({ explanation });

export function bankOf(values: readonly Fields[], accepts: readonly Accepted[] = []): AskedBank {
	const items = values.map((value, at): Asked => {
		const file = `${String(value.topic ?? 'leaders')}.yaml`;
		const asked = readAsked(value, { topic: 'leaders', file, path: ['items', at] });
		if (!asked) throw new Error(`no such item: ${JSON.stringify(value)}`);
		return asked;
	});
	return { items, sources: SOURCES, accepts };
}

/** What one rule has to say of some items. */
export const found = (rule: number, ...values: readonly Fields[]) =>
	checkAsked(bankOf(values))
		.filter(({ code }) => ruleNumber(code) === rule)
		.map(({ message }) => message);

export type Case = readonly [rule: number, broken: Fields, message: string, kept: Fields];

/** Each rule of a table finds what breaks it, and nothing where it is kept. */
export function testRules(rules: readonly Rule[], cases: readonly Case[]): void {
	describe('a rule of items', () => {
		it.each(cases)(
			'%i finds its violation, and nothing where it is kept: %#',
			(rule, broken, message, kept) => {
				expect(found(rule, broken)).toContain(message.replaceAll('’s', "'s"));
				expect(found(rule, kept)).toEqual([]);
			}
		);

		it('has a made-up violation', () => {
			const tested = new Set(cases.map(([rule]) => rule));
			const checked = rules.filter(({ item }) => item).map((rule) => rule.number);
			expect(checked.filter((rule) => !tested.has(rule))).toEqual([]);
		});
	});
}
