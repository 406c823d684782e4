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
	const is = (other: string) => joined(foldAnswer(other)) === joined(given);
	const isNear = (other: string) => isSlipOf(given, foldAnswer(other));
	const right = [key.key, ...key.accept];
	if (right.some(is)) return { is: 'right' };
	const redirect = key.redirects.find((other) => is(other.text));
	if (redirect) return { is: 'redirected', hint: redirect.hint };
	const confusion = key.confusions.find((other) => is(other.text));
	if (confusion) return { is: 'wrong', confusion };
	const expected = right.find(isNear);
	const isAmbiguous = key.confusions.some((other) => isNear(other.text));
	return expected !== undefined && !isAmbiguous ? { is: 'almost', expected } : { is: 'wrong' };
}
