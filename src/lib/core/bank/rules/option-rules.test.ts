import {
	choice,
	FIELDS,
	gapped,
	longOptions,
	matched,
	options,
	PAIRS,
	said,
	testRules,
	which
} from '../../../../../tests/support/made-up-items';
import { cueRules } from './cue-rules';
import { optionRules } from './option-rules';

testRules(
	[...optionRules, ...cueRules],
	[
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
			8,
			choice({ options: options('They agreed on talks', 'They discussed talks*', 'They met') }),
			'“They discussed talks” differs from “They agreed on talks” in a hedge alone',
			choice({ options: options('They agreed on trade', 'They discussed talks*', 'They met') })
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
			17,
			choice({ options: options('Kyoto', 'Nara*') }),
			'there are 2 options, not 3 to 4',
			choice()
		],
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
			49,
			choice({ options: options('A mercurial man', 'A neighbour*', 'A visitor') }),
			'“mercurial” is a harsh word for somebody',
			choice()
		]
	]
);
