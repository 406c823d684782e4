import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Accepted } from '../accepts';
import { checkAsked } from './check-rules';
import { readAsked, type Asked } from './asked';
import type { AskedBank } from './rule';
import { ruleNumber, rules } from './rules';

const SOURCES: AskedBank['sources'] = [
	{
		...{ id: 'brief', title: 'Brief', titleGiven: true, about: 'About', caution: 'Careful' },
		paragraphs: [
			{ n: 1, terms: ['Nara, Japan', 'supply chains', 'Sanae Takaichi', '60th anniversary'] },
			{ n: 2, terms: ['1965', 'democratic values', 'Liberation Day', 'Shigeru Ishiba'] }
		]
	}
];

type Fields = Readonly<Record<string, unknown>>;

const base = {
	explanation: 'The report places this summit in the old capital and not in the new one.',
	evidence: [{ source: 'brief', paragraph: 1, terms: ['Nara, Japan'] }],
	claim: 'fact',
	difficulty: 'easy',
	fact: 'place'
};

/** Options whose text is its own reason; a star marks a key. */
const options = (...texts: readonly string[]) =>
	texts.map((text) =>
		text.endsWith('*') ? { text: text.slice(0, -1), key: true } : { text, why: 'No.' }
	);

const choice = (fields: Fields = {}): Fields => ({
	...{ id: 'city', kind: 'choice', stem: 'In which city was the first summit held?' },
	options: options('Kyoto', 'Nara*', 'Tokyo'),
	...base,
	...fields
});

const of = (kind: string) => (fields: Fields) => ({ ...base, id: kind, kind, ...fields });
const [text, cloze, number] = [of('text'), of('cloze'), of('number')];
const [card, multiple] = [of('flashcard'), of('multiple')];
const [match, order, trueFalse] = [of('match'), of('order'), of('true-false')];

const FIELDS = options('Defence*', 'Farming', 'Nuclear power', 'Shipping*', 'Space flight');
const which = (stem: string, some: readonly object[] = FIELDS) =>
	multiple({ stem, options: some, derived: 'Made up.' });

const PAIRS = [
	{ premise: 'Lee Jae-myung', response: 'President of South Korea' },
	{ premise: 'Sanae Takaichi', response: 'Japanese leader in Nara' },
	{ premise: 'Ahn Gyu-back', response: 'South Korean defence minister' }
];
const SPARE = [{ text: 'Japanese defence minister', why: 'It belongs to another.' }];
const matched = (fields: Fields) =>
	match({ stem: 'Match each politician with a role.', pairs: PAIRS, spares: SPARE, ...fields });

const steps = (...texts: readonly string[]) => texts.map((each) => ({ text: each }));
const FOUR = steps('A war ends', 'Ties are made', 'A leader visits', 'A text is signed');
const ordered = (fields: Fields) =>
	order({ stem: 'Put these events in order, earliest first.', steps: FOUR, ...fields });

const gapped = (stem: string, key: string) => cloze({ stem, key, derived: 'Made up.' });
const typed = (
	key: string,
	accept: readonly string[],
	stem = 'Who led Japan at that first summit?'
) => text({ stem, key, accept, derived: 'Made up.' });
const said = (fields: Fields) =>
	text({ stem: 'Name the thing that both of them named.', ...fields });
const longOptions = (key: string) =>
	choice({ options: options('Rather short', 'Short and so', key) });
const view = (claim: string, stem: string) => choice({ claim, stem });
const year = (fields: Fields) => number({ stem: 'In which year was that treaty made?', ...fields });
const explained = (explanation: string) => choice({ explanation });

function bankOf(values: readonly Fields[], accepts: readonly Accepted[] = []): AskedBank {
	const items = values.map((value, at): Asked => {
		const file = `${String(value.topic ?? 'leaders')}.yaml`;
		const asked = readAsked(value, { topic: 'leaders', file, path: ['items', at] });
		if (!asked) throw new Error(`no such item: ${JSON.stringify(value)}`);
		return asked;
	});
	return { items, sources: SOURCES, accepts };
}

/** What one rule has to say of some items. */
const found = (rule: number, ...values: readonly Fields[]) =>
	checkAsked(bankOf(values))
		.filter(({ code }) => ruleNumber(code) === rule)
		.map(({ message }) => message);

type Case = readonly [rule: number, broken: Fields, message: string, kept: Fields];

const cases: readonly Case[] = [
	[2, { ...choice(), fact: undefined }, 'the item names no fact', choice()],
	[
		3,
		multiple({ stem: 'Which two of these are named?', options: FIELDS }),
		'the key “Defence” stands in none of the cited terms',
		which('Which two of these are named?')
	],
	[
		4,
		choice({ evidence: [{ source: 'brief', paragraph: 1, terms: ['Nara', 'Tokyo and Nara'] }] }),
		'the wrong answer “Tokyo” stands in the evidence that is cited',
		choice()
	],
	[
		4,
		said({ key: 'Chosei', confusions: [{ text: 'Nara', why: 'It is the city.' }] }),
		'the wrong answer “Nara” stands in the evidence that is cited',
		said({ key: 'Chosei', confusions: [{ text: 'Sado', why: 'It is elsewhere.' }] })
	],
	[
		5,
		view('opinion', 'Which city is the friendliest place for leaders?'),
		'this is an opinion, and the stem does not say whose',
		view('opinion', 'Which city is friendliest according to the report?')
	],
	[
		5,
		view('forecast', 'Where will the report have the leaders meet again?'),
		'this is a forecast, and the stem has no may, might, could or expect',
		view('forecast', 'Where may the leaders meet again, in the view of the report?')
	],
	[
		6,
		year({ key: 1910, range: [1800, 2000] }),
		'“1910” stands in no article, so it cannot be asked for',
		year({ key: 1965, range: [1800, 2000] })
	],
	[
		6,
		year({ key: 1972 }),
		'“1972” of the key stands in no term of the articles',
		year({ key: 1965 })
	],
	[
		6,
		typed('Yoon Suk Yeol', []),
		'“Yoon” stands in no article, so it cannot be asked for',
		typed('Sanae Takaichi', [])
	],
	[
		6,
		typed('Mount Fuji', []),
		'“Mount” of the key stands in no term of the articles',
		typed('Liberation Day', [])
	],
	[
		8,
		choice({ options: options('They agreed on talks', 'They discussed talks*', 'They met') }),
		'“They discussed talks” differs from “They agreed on talks” in a hedge alone',
		choice({ options: options('They agreed on trade', 'They discussed talks*', 'They met') })
	],
	[
		9,
		choice({ stem: 'Who is the Prime Minister of Japan, do you think?' }),
		'“is the Prime Minister” will not stay true',
		choice()
	],
	[
		9,
		card({ front: 'The **current** host', back: 'B' }),
		'“current” will not stay true',
		card({ front: 'The host in Nara', back: 'B' })
	],
	[11, choice({ stem: 'Where was it?' }), 'the stem has 3 words, fewer than 6', choice()],
	[
		11,
		choice({ stem: 'The city of the first of these summits' }),
		'the stem neither asks, nor tells what to do, nor has a gap',
		choice({ stem: 'Name the city of the first of these summits.' })
	],
	[
		11,
		trueFalse({ stem: 'Was the summit of the two in Nara?', key: true }),
		'the stem neither asks, nor tells what to do, nor has a gap',
		trueFalse({ stem: 'The summit of the two was in Nara.', key: true })
	],
	[
		12,
		choice({ stem: `Where ${'so '.repeat(30)}?` }),
		'the stem has 31 words, more than 30',
		choice()
	],
	[
		12,
		choice({ stem: 'In which city did he meet the man who led the state that won?' }),
		'the stem has 2 subordinate clauses',
		choice({ stem: 'In which city did he meet the man who led the state?' })
	],
	[
		13,
		choice({ stem: 'In which city was the summit not held?' }),
		'“not” makes the stem negative',
		choice({ stem: 'In which city did he say “not now” in the end?' })
	],
	[
		13,
		choice({ stem: 'In which city wasn’t the first summit held?' }),
		'“wasn’t” makes the stem negative',
		choice({ stem: 'In which city were at least two summits held?' })
	],
	[
		14,
		choice({ stem: 'In which city are summits always held by them?' }),
		'“always” is absolute or vague',
		choice()
	],
	[
		15,
		choice({
			options: options('In the city of Kyoto', 'In the city of Nara*', 'In the city of Tokyo')
		}),
		'every option begins with “in the city of”',
		choice({ options: options('In Kyoto', 'In Nara*', 'In Tokyo') })
	],
	[
		16,
		choice({ stem: 'In which city did the president meet his guest?' }),
		'“the president” may be several people',
		choice({ stem: 'In which city did the president, Lee, meet his guest?' })
	],
	[
		16,
		choice({ stem: 'In which of their rooms was it signed at last?' }),
		'“their” may be several people',
		choice({ stem: 'In which of their cities did both countries meet?' })
	],
	[17, choice({ options: options('Kyoto', 'Nara*') }), 'there are 2 options, not 3 to 4', choice()],
	[
		17,
		which('Which two of these?', FIELDS.slice(1)),
		'there are 4 options, not 5 to 7',
		which('Which two of these?')
	],
	[
		17,
		which('Which two?', options('A*', 'B', 'C', 'D', 'E')),
		'1 options are right, not 2 to 4',
		which('Which two?')
	],
	[
		18,
		choice({ options: options('Kyoto', 'Nara*', 'None of these') }),
		'“None of these” speaks of other options',
		choice()
	],
	[
		18,
		choice({ options: options('All of the above', 'Kyoto', 'Nara*') }),
		'“All of the above” speaks of other options',
		choice()
	],
	[
		19,
		choice({ options: options('Japan', 'Nara*', 'Tokyo') }),
		'these are not of one kind: country, city',
		choice()
	],
	[
		19,
		choice({ options: options('1965*', '2023', 'Tokyo') }),
		'these are not of one kind: year, city',
		choice({ options: options('1965*', '1998', '2023') })
	],
	[
		19,
		matched({ pairs: [...PAIRS, { premise: 'Nara', response: 'A city' }] }),
		'these are not of one kind: person, city',
		matched({})
	],
	[
		20,
		longOptions('Rather a long one*'),
		'the key is more than 15 % longer than the longest wrong option',
		longOptions('Short again*')
	],
	[
		20,
		choice({ options: options('A very long name of a city', 'Nara*', 'Tokyo') }),
		'the longest option is more than twice as long as the shortest',
		choice()
	],
	[
		20,
		choice({ options: options('Rather long', 'Short*', 'Very long so') }),
		'the key is more than 15 % shorter than the shortest wrong option',
		choice()
	],
	[
		20,
		which(
			'Which two?',
			options('Defence of the seas*', 'Law', 'Space', 'Trade of some goods*', 'War')
		),
		'on average the keys are 5.18 times as long as the wrong options',
		which('Which two?')
	],
	[
		21,
		choice({ stem: 'The first of the summits was held in a' }),
		'“a” before the answer tells how it begins',
		choice()
	],
	[
		21,
		gapped('The first of the leaders called it an {c1}.', 'idea'),
		'“an” before the answer tells how it begins',
		gapped('The first of them called it a good {c1}.', 'idea')
	],
	[
		21,
		choice({ options: options('A city', 'Nara*', 'Tokyo') }),
		'some options have an article at the beginning, others do not',
		choice()
	],
	[
		21,
		choice({ options: options('Kyoto.', 'Nara*', 'Tokyo.') }),
		'some options have a full stop, others do not',
		choice()
	],
	[
		21,
		choice({ options: options('Kyoto', 'nara*', 'Tokyo') }),
		'some options have a capital letter at the beginning, others do not',
		choice()
	],
	[
		22,
		choice({
			stem: 'Which field of technology was named by them?',
			options: options('Rice', 'Ships', 'Space technology*')
		}),
		'of the stem’s words “technology” comes back in this option alone',
		choice({
			stem: 'Which field of research was named by them?',
			options: options('Rice', 'Ships', 'Space technology*')
		})
	],
	[
		23,
		choice({ options: options('Trade in metals', 'Trade in weapons*', 'Visits and weapons') }),
		'the key shares more words with the other options than any of them does',
		choice({ options: options('Metals and trade', 'Trade in weapons*', 'Visits and metals') })
	],
	[
		24,
		choice({ options: options('Security', 'Security at sea*', 'Trade') }),
		'“Security” is the same as, or a part of, “Security at sea”',
		choice()
	],
	[
		24,
		choice({ options: options('1–10 years*', '5–20 years', '30–40 years') }),
		'“5–20 years” is the same as, or a part of, “1–10 years”',
		choice({ options: options('1–4 years*', '5–20 years', '30–40 years') })
	],
	[
		25,
		choice({ options: options('Tokyo', 'Nara*', 'Kyoto') }),
		'“Nara” stands after “Tokyo”',
		choice()
	],
	[
		25,
		choice({ options: options('10 years*', '9 years', '17 years') }),
		'“9 years” stands after “10 years”',
		choice({ options: options('9 years', '10 years*', '17 years') })
	],
	[
		28,
		choice({ options: [{ text: 'Kyoto' }, ...options('Nara*', 'Tokyo')] }),
		'“Kyoto” has no “why”',
		choice()
	],
	[28, matched({ spares: [{ text: 'A spare' }] }), '“A spare” has no “why”', matched({})],
	[
		30,
		typed('one two three four five', []),
		'the key has 5 words, more than 4',
		typed('one two three four', [])
	],
	[
		31,
		typed('Sanae Takaichi', ['Takaichi', '高市早苗']),
		'“Sanae Takaichi” is not accepted in Korean script, in the other order',
		typed('Sanae Takaichi', ['Takaichi', 'Takaichi Sanae', '高市早苗', '다카이치'])
	],
	[
		31,
		typed('Liberation Day', ['광복절']),
		'“Liberation Day” is not accepted in Japanese script',
		typed('Liberation Day', ['광복절', '光復節'])
	],
	[
		33,
		number({ stem: 'How many years had it been by then?', key: 17 }),
		'the stem asks how many, and no unit stands beside the box',
		number({ stem: 'How many years had it been by then?', key: 17, unit: 'years' })
	],
	[
		34,
		year({ key: 1965, near: 1 }),
		'a year is right or wrong: it has no tolerance and nothing is near',
		year({ key: 1965 })
	],
	[
		34,
		number({ stem: 'Which anniversary was it, as a number?', key: 60, tolerance: 1 }),
		'an ordinal is right or wrong: it has no tolerance and nothing is near',
		number({ stem: 'How many years was it?', key: 60, tolerance: 1, unit: 'years' })
	],
	[
		35,
		gapped('{c1} was the city of the first summit.', 'Nara'),
		'the stem begins with a gap',
		gapped('The city of the first summit was {c1}.', 'Nara')
	],
	[
		35,
		gapped('The summit in Nara was held in {c1}.', 'Nara'),
		'“Nara” stands elsewhere in the stem',
		gapped('The summit of both was held in {c1}.', 'Nara')
	],
	[
		35,
		gapped('The summit was held {c1} Nara that time.', 'in'),
		'“in” carries no meaning',
		gapped('The summit was {c1} in Nara that time.', 'held')
	],
	[
		35,
		cloze({
			stem: 'They spoke of {c1} and trade, and of {c2}.',
			gaps: { c1: { key: 'ships' }, c2: { key: 'trade' } },
			derived: 'D.'
		}),
		'“trade” stands elsewhere in the stem',
		cloze({
			stem: 'They spoke of {c1} and of {c2}.',
			gaps: { c1: { key: 'ships' }, c2: { key: 'trade' } },
			derived: 'D.'
		})
	],
	[36, matched({ spares: [] }), 'without a spare response the last pair is a gift', matched({})],
	[36, matched({ pairs: PAIRS.slice(1) }), 'there are 2 pairs, not 3 to 7', matched({})],
	[
		36,
		matched({ spares: [{ ...SPARE[0], text: 'President of South Korea' }] }),
		'two responses are the same',
		matched({})
	],
	[
		36,
		matched({ pairs: [...PAIRS, { premise: 'Lee Jae Myung', response: 'Somebody' }] }),
		'two premises are the same',
		matched({})
	],
	[37, ordered({ steps: FOUR.slice(1) }), 'there are 3 steps, not 4 to 6', ordered({})],
	[
		37,
		ordered({ stem: 'Put these events in the order of time.' }),
		'the stem does not say which end comes first',
		ordered({})
	],
	[37, ordered({ steps: [...FOUR, FOUR[0]] }), 'two steps are the same', ordered({})],
	[
		38,
		which('In which three fields did the two agree?'),
		'2 options are right, and the stem says three',
		which('In which two fields did the three agree?')
	],
	[
		38,
		which('In which fields did they agree?'),
		'2 options are right, and the stem says no such number',
		which('Choose two of these fields.')
	],
	[39, explained('Too short.'), 'the explanation has 10 characters, not 40 to 300', choice()],
	[
		39,
		explained('x'.repeat(301)),
		'the explanation has 301 characters, not 40 to 300',
		explained('x'.repeat(300))
	],
	[
		40,
		explained('It goes back to 1998, as everybody should know.'),
		'“1998” does not stand in the cited article',
		explained('It goes back to 1965, as everybody should know.')
	],
	[
		40,
		explained('It was Yoon who had gone there, as is well known.'),
		'“Yoon” does not stand in the cited article',
		explained('It was Lee who had gone there, as is well known.')
	],
	[
		41,
		explained('The remains are those of slaves from Korea, it says.'),
		'“slaves” is not the house’s wording',
		choice()
	],
	[
		41,
		choice({ background: 'The islets are called Dokdo by everybody.' }),
		'“Dokdo” is not the house’s wording',
		choice({ background: 'Dokdo/Takeshima (Liancourt Rocks) is one group of islets.' })
	],
	[
		41,
		explained('It is a matter between Korea and Japan, it says here.'),
		'“Korea and Japan” is not the house’s wording',
		explained('It is a matter between South Korea and Japan, it says.')
	],
	[
		42,
		explained('The guest of the talks in Seoul was General Nakatani.'),
		'“General Nakatani” is not the house’s wording',
		explained('The guest of the talks in Seoul was Gen Nakatani then.')
	],
	[
		42,
		explained('It was the first trip as president for Lee Jae-myung.'),
		'“first trip as president” is not the house’s wording',
		explained('It was the first trip abroad for bilateral talks of his.')
	],
	[
		43,
		explained('Their defense ministers normalise what can be normal.'),
		'“defense” is not the house’s wording',
		choice()
	],
	[
		43,
		explained('Relations were normalized in that year, says the text.'),
		'“normalized” is not the house’s wording',
		explained('The size of the prize was normalised in that very year.')
	],
	[
		44,
		choice({ options: options('Artificial intelligence', 'Nara*', 'Tokyo') }),
		'“Artificial intelligence” is no wrong answer here: it was a matter of this event too',
		choice()
	],
	[
		44,
		choice({
			stem: 'Which field did the Tokyo summit name then?',
			options: options('Economic security', 'Trade*', 'Visits')
		}),
		'“Economic security” is no wrong answer here: it was a matter of this event too',
		choice({
			stem: 'Which field did the Seoul talks name then?',
			options: options('Economic security', 'Trade*', 'Visits')
		})
	],
	[
		47,
		choice({ background: 'It is 奈良 in Japanese, as you may know.' }),
		'“奈良” is not marked as a word of its language',
		choice({ background: 'It is [奈良]{lang=ja} (Nara) in Japanese.' })
	],
	[
		49,
		choice({ options: options('A mercurial man', 'A neighbour*', 'A visitor') }),
		'“mercurial” is a harsh word for somebody',
		choice()
	],
	[
		50,
		{
			...gapped('There is {c1} policy cooperation.', 'consistent'),
			evidence: [
				{ source: 'fresh-start-defense', paragraph: 8, terms: ['consistent policy cooperation'] }
			]
		},
		'the article has a slip of the pen at “a consistent policy cooperation”',
		{
			...gapped('There is {c1} policy cooperation.', 'consistent'),
			evidence: [
				{ source: 'fresh-start-defense', paragraph: 8, terms: ['first international destination'] }
			]
		}
	]
];

describe('a rule of items', () => {
	it.each(cases)(
		'%i finds its violation, and nothing where it is kept: %#',
		(rule, broken, message, kept) => {
			expect(found(rule, broken)).toContain(message.replaceAll('’s', "'s"));
			expect(found(rule, kept)).toEqual([]);
		}
	);
});

/** Choices with their key at some positions of four. */
const keyedAt = (...positions: readonly number[]) =>
	positions.map((position, at) =>
		choice({
			id: `c${at}`,
			options: options(
				...['aa', 'bb', 'cc', 'dd'].map((each, n) => (n === position ? `${each}*` : each))
			)
		})
	);

const truthsOf = (...keys: readonly boolean[]) =>
	keys.map((key, at) =>
		trueFalse({ id: `t${at}`, stem: 'The summit of the two was in Nara.', key })
	);

/** Choices of which some have the key for their longest option. */
const longest = (some: number, all: number) =>
	Array.from({ length: all }, (_, at) =>
		choice({
			id: `c${at}`,
			options: options('aaaa', at < some ? 'bbbbb*' : 'bbbb*', 'cccc', 'dddd')
		})
	);

describe('a rule of banks', () => {
	it.each([
		[
			26,
			keyedAt(0, 0, 0, 0, 1, 2),
			keyedAt(0, 0, 0, 1, 1, 2),
			/more than 3 choices in a row .* position 1, up to “c3”/
		],
		[
			26,
			keyedAt(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1),
			keyedAt(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 0),
			/position 1 holds 8 keys where 3.0/
		],
		[
			26,
			keyedAt(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1),
			keyedAt(0, 1, 2, 3, 0, 1, 2, 3),
			/not spread by chance over the positions: 8, 4, 0, 0/
		],
		[
			27,
			truthsOf(true, true, true, false),
			truthsOf(true, false, true, false),
			/3 of 4 .* are true, not 45 to 55 %/
		],
		[27, truthsOf(true), truthsOf(true, false, true), undefined],
		[29, longest(4, 8), longest(2, 8), /in 4 of 8 choices the key is the longest option/]
	])('%i finds its violation, and nothing where it is kept: %#', (rule, broken, kept, message) => {
		if (message) expect(found(rule, ...broken).join('\n')).toMatch(message);
		expect(found(rule, ...kept)).toEqual([]);
	});
});

const other = (id: string, fact: string, fields: Fields) => choice({ id, fact, ...fields });

describe('a rule of pairs', () => {
	const asks = (fields: Fields = {}) =>
		number({
			id: 'gap',
			fact: 'gap',
			stem: 'How many years was it after the talks in Seoul?',
			key: 10,
			unit: 'years',
			derived: 'D.',
			...fields
		});
	const tells = (fields: Fields = {}) =>
		other('telling', 'x', { stem: 'Who came to Seoul after ten years of waiting?', ...fields });

	it('10 finds an item that shows the answer to another, unless both know of it', () => {
		expect(found(10, asks(), tells())).toEqual(['“telling” says “ten”, which answers “gap”']);
		expect(found(10, asks({ excludes: ['telling'] }), tells())).toHaveLength(1);
		expect(found(10, asks({ excludes: ['telling'] }), tells({ excludes: ['gap'] }))).toEqual([]);
		expect(found(10, asks(), tells({ fact: 'gap' }))).toEqual([]);
		expect(found(10, asks(), tells({ stem: 'Who came to Seoul after years of waiting?' }))).toEqual(
			[]
		);
	});

	it('10 takes a part of a compound for no answer, nor what the item says itself', () => {
		const asked = gapped('They will share {c1} with each other soon.', 'intelligence');
		const names = (stem: string) => other('other', 'x', { stem });
		expect(found(10, asked, names('Who spoke of intelligence in Nara that day?'))).toHaveLength(1);
		expect(found(10, asked, names('Who spoke of artificial intelligence in Nara?'))).toEqual([]);
	});

	it('45 finds one key from one passage in two fact groups', () => {
		const [one, two] = [choice(), other('again', 'other', {})];
		expect(found(45, one, two)).toEqual([
			'“again” and “city” have one key and one passage, but not one fact'
		]);
		expect(found(45, one, { ...two, fact: 'place' })).toEqual([]);
		const elsewhere = [{ source: 'brief', paragraph: 2, terms: ['Liberation Day'] }];
		expect(found(45, one, { ...two, evidence: elsewhere })).toEqual([]);
	});

	it('46 finds an item that does not exclude another in return', () => {
		const [one, two] = [choice({ excludes: ['again'] }), other('again', 'place', {})];
		expect(found(46, one, two)).toEqual(['“again” does not exclude “city” in return']);
		expect(found(46, one, { ...two, excludes: ['city'] })).toEqual([]);
	});
});

describe('what is accepted', () => {
	const only = 'In which city was the only summit held?';
	const accept = (rule: number) => [{ rule, because: 'It is so.' }];
	const left = (fields: Fields, accepts: readonly Accepted[] = []) =>
		checkAsked(bankOf([choice(fields)], accepts)).map(({ code, path, message }) => {
			return `${code} ${path.join('.')}: ${message}`;
		});

	it('takes a warning away, and no other', () => {
		expect(left({ stem: only })).toEqual([
			'absolute-word items.0.stem: “only” is absolute or vague'
		]);
		expect(left({ stem: only, accepts: accept(14) })).toEqual([]);
	});

	it('is a warning itself where nothing is broken, or there is no such rule', () => {
		expect(left({ accepts: accept(14) })).toEqual([
			'idle-accept items.0.accepts.0.rule: rule 14 is not broken here'
		]);
		expect(left({ accepts: accept(99) })).toEqual([
			'idle-accept items.0.accepts.0.rule: there is no rule 99'
		]);
	});

	it('takes no error away', () => {
		expect(left({ stem: 'Where was it?', accepts: accept(11) })).toEqual([
			'stem-form items.0.stem: the stem has 3 words, fewer than 6',
			'idle-accept items.0.accepts.0.rule: rule 11 is an error, which cannot be accepted'
		]);
	});

	it('stands in bank.yaml for the bank as a whole', () => {
		const odd = bankOf(truthsOf(true, true, true, false));
		const codes = (bank: AskedBank) => checkAsked(bank).map(({ code }) => code);
		expect(codes(odd)).toContain('truth-balance');
		expect(codes({ ...odd, accepts: accept(27) })).not.toContain('truth-balance');
		expect(left({}, accept(27))).toEqual([
			'idle-accept accepts.0.rule: rule 27 is not broken here'
		]);
	});
});

describe('the table of rules', () => {
	it('numbers each rule once, and every code belongs to one', () => {
		const numbers = rules.map((rule) => rule.number);
		expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
		const codes = rules.map(({ code }) => code);
		expect(new Set(codes).size).toBe(codes.length);
		for (const rule of rules) expect(ruleNumber(rule.code)).toBe(rule.number);
	});

	it('is tested rule by rule', () => {
		const elsewhere = rules.filter(({ item, bank }) => !item && !bank).map((rule) => rule.number);
		expect(elsewhere).toEqual([1, 7, 32, 48]);
		const tested = new Set([...cases.map(([rule]) => rule), ...elsewhere, 10, 26, 27, 29, 45, 46]);
		expect(rules.map((rule) => rule.number).filter((rule) => !tested.has(rule))).toEqual([]);
	});

	it('stands in the same words in questions/README.md', () => {
		const readme = readFileSync(
			new URL('../../../../../questions/README.md', import.meta.url),
			'utf8'
		);
		const rows = [...readme.matchAll(/^\| (\d+) \| (error|warning) \| (.+?) \|$/gm)];
		expect(rows.map(([, nr, level, title]) => ({ number: Number(nr), level, title }))).toEqual(
			rules.map((rule) => ({ number: rule.number, level: rule.level, title: rule.title }))
		);
	});
});
