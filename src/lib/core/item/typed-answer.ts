import { foldAnswer, MAX_ANSWER_LENGTH } from './fold-answer';
import { isOneSlipApart } from './slip';

/** A wrong answer that the author knows, with what tempts to it and what is wrong with it. */
export interface Confusion {
	readonly text: string;
	readonly why: string;
}

/** An answer of the wrong sort, such as a date where a name is asked: it is asked again. */
export interface Redirect {
	readonly text: string;
	readonly hint: string;
}

/** What decides on a typed answer. */
export interface TypedKey {
	readonly key: string;
	/** Other right answers. */
	readonly accept: readonly string[];
	readonly confusions: readonly Confusion[];
	readonly redirects: readonly Redirect[];
}

export type TypedJudgement =
	| { readonly is: 'right' }
	/** Right but for a slip of the hand. */
	| { readonly is: 'almost'; readonly expected: string }
	| { readonly is: 'wrong'; readonly confusion?: Confusion }
	/** Nothing that could be judged: no answer, half a syllable, or another sort of answer. */
	| { readonly is: 'empty' | 'unfinished' | 'long' }
	| { readonly is: 'redirected'; readonly hint: string };

/** Words so short make another word with one letter. */
const LEAST_LETTERS = 6;

/** A letter of Hangul that no syllable holds: an input method was not finished. */
const LONE_JAMO = /[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb\uffa1-\uffdc]/;

const joined = (words: readonly string[]) => words.join('');

/** Whether one word of several differs, by one slip, and is long enough to be known by the rest. */
function isSlipOf(given: readonly string[], expected: readonly string[]): boolean {
	if (given.length !== expected.length) return false;
	const unlike = expected.flatMap((word, at) => (word === given[at] ? [] : [at]));
	const [at, second] = unlike;
	if (at === undefined || second !== undefined) return false;
	const [word, typed] = [[...(expected[at] ?? '')], [...(given[at] ?? '')]];
	return word.length >= LEAST_LETTERS && isOneSlipApart(typed, word);
}

function unjudged(text: string): TypedJudgement | undefined {
	// Of a file from elsewhere it may be anything.
	if (typeof text !== 'string') return { is: 'empty' };
	if (text.length > MAX_ANSWER_LENGTH) return { is: 'long' };
	if (LONE_JAMO.test(text.normalize('NFC'))) return { is: 'unfinished' };
	return foldAnswer(text).length === 0 ? { is: 'empty' } : undefined;
}

/**
 * Judges a typed answer. A slip is forgiven in a word of six letters or more, unless it makes a
 * known wrong answer or could be a slip in one. The steps grow with the length of the answer and
 * the number of variants, both of which are capped.
 */
export function judgeTyped(text: string, key: TypedKey): TypedJudgement {
	const not = unjudged(text);
	if (not) return not;
	const given = foldAnswer(text);
	const whole = joined(given);
	const read = <T extends { readonly text: string }>(list: readonly T[]) =>
		list.map((each) => ({ each, words: foldAnswer(each.text) }));
	const is = ({ words }: { readonly words: readonly string[] }) => joined(words) === whole;
	const isNear = ({ words }: { readonly words: readonly string[] }) => isSlipOf(given, words);

	const right = read([key.key, ...key.accept].map((other) => ({ text: other })));
	if (right.some(is)) return { is: 'right' };
	const redirect = read(key.redirects).find(is);
	if (redirect) return { is: 'redirected', hint: redirect.each.hint };
	const confusions = read(key.confusions);
	const confusion = confusions.find(is);
	if (confusion) return { is: 'wrong', confusion: confusion.each };
	const expected = right.find(isNear);
	if (!expected || confusions.some(isNear)) return { is: 'wrong' };
	return { is: 'almost', expected: expected.each.text };
}
