import {
	card,
	choice,
	explained,
	FIELDS,
	FOUR,
	gapped,
	matched,
	multiple,
	ordered,
	testRules,
	trueFalse,
	typed,
	view,
	which,
	year
} from '../../../../../tests/support/made-up-items';
import { contentRules } from './content-rules';
import { stemRules } from './stem-rules';
import { wordingRules } from './wording-rules';

testRules(
	[...contentRules, ...stemRules, ...wordingRules],
	[
		[2, { ...choice(), fact: undefined }, 'the item names no fact', choice()],
		[
			3,
			multiple({ stem: 'Which two of these are named?', options: FIELDS }),
			'the key “Defence” stands in none of the cited terms',
			which('Which two of these are named?')
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
			47,
			choice({ background: 'It is 奈良 in Japanese, as you may know.' }),
			'“奈良” is not marked as a word of its language',
			choice({ background: 'It is [奈良]{lang=ja} (Nara) in Japanese.' })
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
					{
						source: 'fresh-start-defense',
						paragraph: 8,
						terms: ['first international destination']
					}
				]
			}
		],
		[
			3,
			matched({}),
			'the key “Lee Jae-myung” stands in none of the cited terms',
			matched({ derived: 'Made up.' })
		],
		[
			6,
			ordered({ steps: [...FOUR, { text: 'A war ends in 1945' }] }),
			'“1945” stands in no article, so it cannot be asked for',
			ordered({})
		]
	]
);
