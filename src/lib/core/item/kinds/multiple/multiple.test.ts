import { describe, expect, it } from 'vitest';
import { remarkOn, keyText, partsOf, publicItem, scoreResponse } from '../../registry';
import type { MultipleItem } from './multiple';
import { multipleParser } from './parse-multiple';

const options = [
	{ id: 'defence', text: 'Defence', key: true },
	{ id: 'economy', text: 'Economic security', key: true },
	{ id: 'space', text: 'Space technology', why: 'That was in Seoul.' },
	{ id: 'search', text: 'Search for remains', key: true },
	{ id: 'troops', text: 'Hosting of troops', why: 'That is a matter with Washington.' },
	{ id: 'tax', text: 'Taxes' }
];

const authored = {
	id: 'fields',
	kind: 'multiple',
	stem: 'In which three fields did the two leaders agree?',
	options,
	explanation: 'Because it is so.',
	evidence: [{ source: 's', paragraph: 1, terms: ['defense'] }],
	claim: 'fact',
	difficulty: 'easy'
};

function itemOf(fields: object = {}): MultipleItem {
	const parsed = multipleParser.parse({ ...authored, ...fields });
	if (!parsed.ok) throw new Error(parsed.error[0]?.message);
	return parsed.value;
}

const problemsOf = (fields: object) => {
	const parsed = multipleParser.parse({ ...authored, ...fields });
	return parsed.ok ? [] : parsed.error.map(({ code, path }) => `${code} ${path.join('.')}`);
};

const given = (...chosen: readonly string[]) => ({ kind: 'multiple', options: chosen }) as const;
const score = (...chosen: readonly string[]) => scoreResponse(given(...chosen), itemOf());

describe('a multiple', () => {
	it('has its keys beside its options, which keep the author’s order', () => {
		const item = itemOf();
		expect(item.keys).toEqual(['defence', 'economy', 'search']);
		expect(item.options.map(({ id }) => id)).toEqual(options.map(({ id }) => id));
		expect(item.options[2]).toEqual({
			id: 'space',
			text: 'Space technology',
			why: options[2]?.why
		});
		expect(keyText(item, '')).toBe('Defence, Economic security, Search for remains');
		expect(partsOf(item)).toEqual(['']);
	});

	it('shows how many are to be chosen, not which, and in no order of the author’s', () => {
		const shown = publicItem(itemOf(), '');
		expect(shown).toStrictEqual({
			kind: 'multiple',
			id: 'fields',
			stem: authored.stem,
			count: 3,
			options: ['defence', 'economy', 'search', 'space', 'tax', 'troops'].map((id) => ({
				id,
				text: options.find((option) => option.id === id)?.text
			}))
		});
		const others = options.map(({ why: _, key: __, ...option }, at) =>
			at > 0 && at < 4 ? { ...option, key: true } : option
		);
		expect(publicItem(itemOf({ options: others }), '')).toStrictEqual(shown);
	});

	it.each([
		['one key', { options: options.map((each, at) => ({ ...each, key: at === 0 })) }, 'options'],
		['five keys', { options: options.map((each, at) => ({ ...each, key: at < 5 })) }, 'options']
	])('is refused with %s', (_, fields, path) => {
		expect(problemsOf(fields)).toEqual([`count-of-keys ${path}`]);
	});

	it('has five to seven options, each other than the rest', () => {
		const more = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
		expect(problemsOf({ options: options.slice(0, 4) })).toEqual(['shape options']);
		expect(problemsOf({ options: [...options, ...more] })).toEqual(['shape options']);
		expect(problemsOf({ options: [...options, { id: 'tax', text: 'TAXES' }] })).toEqual([
			'repeated-option options.6.id',
			'repeated-option options.6.text'
		]);
	});

	it('is refused when its stem counts otherwise; of another language it is taken as it is', () => {
		expect(problemsOf({ stem: 'In which two fields did they agree?' })).toEqual([
			'count-in-stem stem'
		]);
		expect(problemsOf({ stem: 'Which Three fields did the two leaders name?' })).toEqual([]);
		expect(problemsOf({ stem: '두 정상이 합의한 세 분야는?' })).toEqual([]);
	});

	it('needs each of its keys in the evidence, and its reasons decide nothing', () => {
		expect(multipleParser.evident(itemOf())).toEqual([
			['Defence'],
			['Economic security'],
			['Search for remains']
		]);
		expect(multipleParser.texts(itemOf())).toEqual([
			authored.stem,
			'That was in Seoul.',
			'That is a matter with Washington.'
		]);
		expect(multipleParser.scored(itemOf())).toEqual({
			kind: 'multiple',
			stem: authored.stem,
			options: Object.fromEntries(options.map(({ id, text }) => [id, text])),
			keys: ['defence', 'economy', 'search']
		});
	});
});

describe('the score of a multiple', () => {
	it.each([
		[['defence', 'economy', 'search'], 1],
		[['search', 'defence', 'economy'], 1],
		[['defence', 'economy'], 2 / 3],
		[['defence', 'economy', 'space'], 1 / 3],
		[['defence', 'economy', 'search', 'space'], 2 / 3],
		[['defence', 'space'], 0],
		[['space', 'troops', 'tax'], 0],
		[options.map(({ id }) => id), 0]
	])('of %j is what is right less what is wrong, by three', (chosen, points) => {
		expect(score(...chosen)).toBeCloseTo(points, 12);
	});

	it.each([
		['nothing', []],
		['an option twice', ['defence', 'defence']],
		['an option it does not have', ['defence', 'tokyo']],
		['far too many', Array.from({ length: 10_000 }, (_, at) => `x${at}`)],
		['no list', 'defence'],
		['no text in it', [7, null, {}]],
		['nothing at all', undefined]
	])('of %s is invalid, and nothing is said against it', (_, chosen) => {
		const response = { kind: 'multiple', options: chosen } as never;
		expect(scoreResponse(response, itemOf())).toBe('invalid');
		expect(remarkOn(response, itemOf())?.is).not.toBe('why-not');
	});
});

describe('what is said of several answers', () => {
	it('is that one has to be chosen, when none was', () => {
		expect(remarkOn(given(), itemOf())).toEqual({
			is: 'ask-again',
			again: { why: 'none-chosen' }
		});
	});

	it('is what tempts to each wrong one, in the author’s order, where the author says it', () => {
		expect(remarkOn(given('tax', 'troops', 'defence', 'space'), itemOf())).toEqual({
			is: 'why-not',
			answer: 'Space technology',
			why: 'That was in Seoul.',
			also: [{ answer: 'Hosting of troops', why: 'That is a matter with Washington.' }]
		});
	});

	it('is nothing of right ones, nor of a wrong one the author is silent on', () => {
		expect(remarkOn(given('defence', 'search'), itemOf())).toBeUndefined();
		expect(remarkOn(given('tax'), itemOf())).toBeUndefined();
	});
});
