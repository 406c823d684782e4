import type { Confusion, TypedJudgement } from './typed-answer';

/** Why a response was not taken; the same question stays. */
export type AskAgain =
	| { readonly why: 'empty' | 'unfinished' | 'long' | 'none-chosen' }
	/** So many premises have no response yet. */
	| { readonly why: 'incomplete'; readonly open: number }
	| { readonly why: 'no-number'; readonly unit?: string }
	| { readonly why: 'out-of-range'; readonly range: readonly [number, number] }
	/** In the author's words. */
	| { readonly why: 'redirected'; readonly hint: string };

/** A wrong answer, and what tempts to it. */
interface WhyNot {
	readonly answer: string | boolean;
	readonly why: string;
}

/** What there is to say of a response beside its score. */
export type Remark =
	| { readonly is: 'ask-again'; readonly again: AskAgain }
	/** Right, but for a slip. */
	| { readonly is: 'almost'; readonly given: string; readonly expected: string }
	/** Wrong, and the author says what tempts to it; true or false is for the page to name. */
	| (WhyNot & {
			readonly is: 'why-not';
			/** The others, where several answers were given together and more than one was wrong. */
			readonly also?: readonly WhyNot[];
	  });

const whyNot = (confusion: Confusion | undefined): Remark | undefined =>
	confusion && { is: 'why-not', answer: confusion.text, why: confusion.why };

/** What there is to say of a typed answer. */
export function typedRemark(given: string, judgement: TypedJudgement): Remark | undefined {
	switch (judgement.is) {
		case 'right':
			return undefined;
		case 'almost':
			return { is: 'almost', given: given.trim(), expected: judgement.expected };
		case 'wrong':
			return whyNot(judgement.confusion);
		case 'redirected':
			return { is: 'ask-again', again: { why: 'redirected', hint: judgement.hint } };
		default:
			return { is: 'ask-again', again: { why: judgement.is } };
	}
}

/** Points of a typed answer. */
export function typedScore({ is }: TypedJudgement): number | 'invalid' {
	if (is === 'right' || is === 'almost') return 1;
	return is === 'wrong' ? 0 : 'invalid';
}
