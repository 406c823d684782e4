import {
	cloze,
	FOUR,
	gapped,
	matched,
	number,
	ordered,
	PAIRS,
	SPARE,
	testRules,
	typed,
	which,
	year
} from '../../../../../tests/support/made-up-items';
import { kindRules } from './kind-rules';

testRules(kindRules, [
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
	]
]);
