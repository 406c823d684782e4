import { m } from '$lib/paraglide/messages';

interface Result {
	/** 0..1 */
	readonly score: number;
	/** Undefined when the learner gave up and looked. */
	readonly response: unknown;
}

/** How an answer was, in a word or two. */
export function drillVerdict({ score, response }: Result): string {
	if (response === undefined) return m.study_gave_up();
	if (score === 1) return m.study_right();
	return score > 0 ? m.answer_partly() : m.study_wrong();
}

function spokenVerdict({ score, response }: Result, key: string): string {
	if (response === undefined) return m.study_gave_up_key_is({ key });
	if (score === 1) return m.study_right();
	return score > 0 ? m.answer_partly_key_is({ key }) : m.study_wrong_key_is({ key });
}

/** What becomes of a card that was answered. */
export const drillFate = (right: boolean): string =>
	right ? m.drill_is_done() : m.drill_comes_again();

/** What is said aloud of an answer. @param key the right answer in words */
export const drillResultText = (result: Result, key: string): string =>
	`${spokenVerdict(result, key)} · ${drillFate(result.score === 1)}`;
