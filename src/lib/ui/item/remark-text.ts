import type { AskAgain } from '$lib/core/item/remark';
import { m } from '$lib/paraglide/messages';

/** Why an answer was not taken, and what to do. */
export function againText(again: AskAgain): string {
	switch (again.why) {
		case 'empty':
			return m.again_empty();
		case 'none-chosen':
			return m.again_none_chosen();
		case 'unfinished':
			return m.again_unfinished();
		case 'long':
			return m.again_long();
		case 'incomplete':
			return m.again_incomplete({ count: again.open });
		case 'no-number':
			return again.unit === undefined ? m.again_number() : m.again_unit({ unit: again.unit });
		case 'out-of-range': {
			const [least, greatest] = again.range;
			return m.again_range({ least, greatest });
		}
		case 'redirected':
			return m.again_hint({ hint: again.hint });
	}
}

/** An answer in words; true and false have theirs in each language. */
export function answerText(answer: string | boolean): string {
	if (typeof answer === 'string') return answer;
	return answer ? m.answer_true() : m.answer_false();
}
