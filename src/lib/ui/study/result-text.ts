import type { Outcome } from '$lib/core/scheduling/outcomes';
import { AGAIN, type Rating } from '$lib/core/scheduling/rating';
import { m } from '$lib/paraglide/messages';
import { comebackText } from '../interval-text';

interface Result {
	readonly score: number;
	readonly slip: boolean;
	/** Undefined when there was none. */
	readonly response: unknown;
	readonly rating: Rating;
	readonly outcome: Outcome;
	/** The right answer in words. */
	readonly key: string;
}

function verdictText({ score, slip, response, key }: Result): string {
	if (response === undefined) return m.study_gave_up_key_is({ key });
	if (slip) return m.study_slip_noted();
	if (score === 1) return m.study_right();
	return score > 0 ? m.answer_partly_key_is({ key }) : m.study_wrong_key_is({ key });
}

/** What is said aloud of an answer: right or not, the key, and when a right one comes back. */
export function resultText(result: Result, lang: string): string {
	const verdict = verdictText(result);
	if (result.rating === AGAIN) return verdict;
	return `${verdict} · ${m.study_returns({ time: comebackText(result.outcome, lang) })}`;
}
