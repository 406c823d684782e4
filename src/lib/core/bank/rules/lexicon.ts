import { foldedText } from './words';

/** A wording and what is to be done instead. */
export interface Wording {
	readonly pattern: RegExp;
	readonly instead: string;
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
	person: [
		...['Lee Jae-myung', 'Shigeru Ishiba', 'Sanae Takaichi', 'Fumio Kishida', 'Gen Nakatani'],
		...['Ahn Gyu-back', 'Donald Trump', 'Joe Biden', 'Yoon Suk Yeol', 'Shinzo Abe', 'Xi Jinping'],
		...['Kim Jong-un', 'Vladimir Putin', 'Moon Jae-in', 'Park Geun-hye']
	],
	city: [
		...['Tokyo', 'Nara', 'Kyoto', 'Osaka', 'Hiroshima', 'Nagasaki', 'Sapporo', 'Seoul', 'Busan'],
		...[
			'Fukuoka',
			'Kobe',
			'Nagoya',
			'Yokohama',
			'Daejeon',
			'Gwangju',
			'Jeju',
			'Gyeongju',
			'Daegu',
			'Incheon',
			'Beijing',
			'Washington',
			'Washington, D.C.',
			'Pyongyang',
			'Moscow',
			'Taipei'
		]
	],
	country: [
		...['Japan', 'South Korea', 'North Korea', 'China', 'United States', 'Russia', 'Ukraine'],
		...[
			'Taiwan',
			'Canada',
			'Australia',
			'India',
			'Indonesia',
			'Malaysia',
			'Mongolia',
			'Philippines'
		],
		...['Singapore', 'Thailand', 'Vietnam', 'Britain', 'United Kingdom', 'France', 'Germany']
	]
};

const classes = new Map(
	Object.entries(NAMES).flatMap(([kind, names]) =>
		names.map((name): readonly [string, string] => [foldedText(name), kind])
	)
);

/** Whose names are given in one order everywhere. */
export const ONE_ORDER: ReadonlySet<string> = new Set([
	'Donald Trump',
	'Joe Biden',
	'Vladimir Putin'
]);

const NUMBERED = /^\d+(?:st|nd|rd|th)?(?: \p{L}+)?$/u;
const YEAR = /^(?:19|20)\d\d$/;

/** What a text is the name of: a person, a city, a country, a year or a number; else undefined. */
export function classOf(text: string): string | undefined {
	const folded = foldedText(text);
	if (YEAR.test(folded)) return 'year';
	return classes.get(folded) ?? (NUMBERED.test(folded) ? 'number' : undefined);
}

/** Parts of names that are words of other use too. */
const AMBIGUOUS = new Set(['gen', 'back', 'moon', 'park', 'joe']);

const people = new Set(
	(NAMES.person ?? [])
		.flatMap((name) => foldedText(name).split(' '))
		.filter((part) => part.length > 2 && !AMBIGUOUS.has(part))
);

/** Whether a person of the lexicon is named, by any part of the name. */
export const namesPerson = (text: string): boolean =>
	foldedText(text)
		.split(' ')
		.some((word) => people.has(word.replace(/s$/, '')) || people.has(word));

/** What is in no article, so that nobody could find it there (P25). */
export const OUTSIDE: readonly RegExp[] = [
	/\b(?:1910|1945|2008|2025|2026)\b/,
	/\bFukuda\b|\bLee Myung-bak\b|\bYoon\b|\bXi Jinping\b/i,
	/\bDokdo\b|\bTakeshima\b|\bLiancourt\b/i,
	/\bshuttle diplomacy\b|\bcomfort women\b|\bCamp David\b|\bGSOMIA\b|\bTreaty on Basic Relations\b/i,
	/\bG7\b|\bCanada\b|\bKananaskis\b|\bUbe\b|\bYamaguchi\b/,
	/\bLDP\b|\bLiberal Democratic Party\b|\bKomeito\b|\bDemocratic Party of Korea\b/i,
	/\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/,
	/윤석열|尹錫悦|독도|竹島|셔틀외교|シャトル外交/
];

/** Words on painful or disputed matters that are not the project's own voice (P20). */
export const SENSITIVE: readonly Wording[] = [
	{ pattern: /\bslaves?\b|\bslavery\b/i, instead: 'say “forced labour” and whose word it is' },
	{ pattern: /\bso-called forced labou?r/i, instead: 'say “forced labour” and whose word it is' },
	{
		pattern: /\brecruited workers?\b/i,
		instead: 'say “workers whom the article calls forced labourers”'
	},
	{
		pattern:
			/\b(?:annexation|unification|administration) (?:of Korea|with Korea|by Japan)|\bJapan(?:ese|'s) administration\b/i,
		instead: "say “Japan's colonial rule over Korea”"
	},
	{
		pattern: /\billegal occupation\b/i,
		instead: "give it as somebody's view, or say “colonial rule”"
	},
	{
		pattern: /\b(?:Korea|Japan)(?:n|ese|'s) (?:islands|islets)\b/i,
		instead: 'say “territorial disputes”'
	},
	{
		pattern: /\bDokdo\b(?!\/Takeshima)|(?<!Dokdo\/)\bTakeshima\b/i,
		instead: 'say “territorial disputes”, or give both names: Dokdo/Takeshima'
	},
	{
		pattern: /\bJapan (?:has )?never apologi[sz]ed\b|\bKorea was paid\b/i,
		instead: 'say “issues which the article calls unresolved”'
	},
	{ pattern: /\bSea of Japan\b|\bEast Sea\b/i, instead: 'leave the sea unnamed' },
	{
		pattern:
			/\bJapan and Korea\b|(?<!North |South )\bKorea(?: and Japan|'s (?:president|government|defence minister|leader))\b/i,
		instead: 'say “South Korea” where the state is meant'
	}
];

/** Words for living leaders that may not tempt in an option (P20). */
export const NOT_IN_OPTIONS = /\bpuppet\b|\bflatter\w*|\bmercurial\b|\bauthoritarian\b/i;

/** Wordings that the articles themselves lead astray to (P01, P05–P08, P22). */
export const MISLEADING: readonly Wording[] = [
	{
		pattern: /\bGeneral Nakatani\b|\bGen\. Nakatani\b|\bJapanese general\b/,
		instead: 'Gen is his given name, and his office a civilian one (P06)'
	},
	{
		pattern:
			/\bfirst (?:overseas |foreign )?(?:trip|visit|journey)(?: abroad| overseas)?(?: as president|(?= (?:was|is|led|took)\b))/i,
		instead: 'say “first trip abroad for bilateral talks” (P01)'
	},
	{
		pattern: /\bfirst (?:ever )?summit (?:in|for) (?:17|seventeen) years\b/i,
		instead: 'it was the first joint statement, not the first summit (P08)'
	},
	{
		pattern: /\bsigned (?:a|the|an) (?:treaty|alliance)\b/i,
		instead: 'the articles name no such document (P08, P22)'
	},
	{ pattern: /\bexactly two months\b/i, instead: 'the number is rounded in the article (P05)' },
	{
		pattern: /\b(?:on|at) the (?:day of the )?60th anniversary\b/i,
		instead: "it was the anniversary's year, not its day (P07)"
	}
];

/** Passages with slips of the pen, as they are printed (P18). */
export const MISPRINTS: readonly { readonly source: string; readonly words: string }[] = [
	{ source: 'fresh-start-defense', words: 'series of recent meeting' },
	{ source: 'fresh-start-defense', words: 'in and increasingly unstable' },
	{ source: 'fresh-start-defense', words: 'Beyond military issued' },
	{ source: 'fresh-start-defense', words: 'no secrete' },
	{ source: 'fresh-start-defense', words: 'Both plans to expand' },
	{ source: 'fresh-start-defense', words: 'a consistent policy cooperation' },
	{ source: 'fresh-start-defense', words: 'developments presented by announced cooperation' }
];

/** What is right of some event, or may be by its full text, so that it can be no wrong option (P19). */
export const NEVER_WRONG: readonly { readonly option: RegExp; readonly where: RegExp }[] = [
	{ option: /\bartificial intelligence\b|^AI$/i, where: /^/ },
	{ option: /\bdenucleari[sz]ation\b/i, where: /\b(?:Tokyo|Nara|Seoul)\b/ },
	{
		option: /\beconomic security\b|\bhydrogen\b|\bworking holiday/i,
		where: /\bTokyo (?:summit|statement)\b/
	},
	{ option: /\bbirth rates?\b|\bag(?:e)?ing\b|\bfewer births\b/i, where: /\bNara\b/ }
];

/** Spellings that are not the house's; the house's own comes after them. */
export const SPELLINGS: readonly Wording[] = [
	{ pattern: /\bLee Jae Myung\b/, instead: 'Lee Jae-myung' },
	{ pattern: /\bdefenses?\b/i, instead: 'defence' },
	{
		pattern: /\b(?:labor(?!ator|ious)|neighbor|honor(?!ar|if)|color(?!ad)|favor)\w*/i,
		instead: 'labour, neighbour, honour …'
	},
	{ pattern: /\baluminum\b/i, instead: 'aluminium' },
	{ pattern: /\baging\b/i, instead: 'ageing' },
	{ pattern: /\bprograms?\b/i, instead: 'programme' },
	{
		pattern:
			/\b(?!(?:size|prize|seize|capsize)(?:d|s)?\b)\w+(?:iz(?:e|ed|es|ing|ation|ations)|yz(?:e|ed|es|ing))\b/i,
		instead: 'the form with s: normalise, analyse'
	}
];
