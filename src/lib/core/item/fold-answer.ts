import { withoutLatinMarks } from '../text';

/** Longest response that is looked at, in UTF-16 code units. */
export const MAX_ANSWER_LENGTH = 200;

const ARTICLE = /^(?:the|an?) (?=.)/;
const APOSTROPHES = /['‘’ʼ`´]/g;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;

/** American and British forms become one. Both sides are folded, so it need not be good English. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
	[/is(?=(?:e|ed|es|er|ing|ation|ations)$)/, 'iz'],
	[/ys(?=(?:e|ed|es|er|ing)$)/, 'yz'],
	[/our(?=s?$|(?:ed|ing|able|ably|ite|ful|hood|er|ers)$)/, 'or'],
	[/ence(?=s?$)/, 'ense'],
	[/(?<=[^aeiou])re(?=s?$)/, 'er'],
	[/ogue(?=s?$)/, 'og'],
	[/amme(?=s?$)/, 'am'],
	[/ll(?=(?:ed|ing|er|ers)$)/, 'l'],
	[/^age(?=ing$)/, 'ag'],
	[/dge(?=ment)/, 'dg']
];

const spelled = (word: string) =>
	SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), word);

/**
 * The words of a typed answer in the form they are compared in: NFKC, lower case, no marks over
 * Latin letters, no punctuation, no leading article, one spelling of English.
 */
export function foldAnswer(text: string): readonly string[] {
	return withoutLatinMarks(text.normalize('NFKC').toLowerCase())
		.normalize('NFC')
		.replace(APOSTROPHES, '')
		.replace(BETWEEN_WORDS, ' ')
		.trim()
		.replace(ARTICLE, '')
		.split(' ')
		.filter((word) => word !== '')
		.map(spelled);
}
