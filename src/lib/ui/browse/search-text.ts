import type { SearchCode } from '$lib/core/browse/parse-search';
import { m } from '$lib/paraglide/messages';

/** Why a part of a search cannot be read. Total: a reason that is forgotten does not compile. */
const reasons: Readonly<Record<SearchCode, () => string>> = {
	'not-text': m.search_problem_field,
	'too-long': m.search_problem_long,
	'unknown-field': m.search_problem_field,
	'missing-value': m.search_problem_value,
	'unknown-topic': m.search_problem_topic,
	'unknown-kind': m.search_problem_kind,
	'unknown-state': m.search_problem_state,
	'unknown-flag': m.search_problem_flag,
	'no-number': m.search_problem_number,
	'no-comparison': m.search_problem_comparison
};

export const reasonText = (code: SearchCode): string => reasons[code]();

/** What may be meant, as a question; words in quotation marks are offered as words. */
export const hintText = (hint: string): string =>
	/^-?"/.test(hint) ? m.search_as_words({ hint }) : m.search_meant({ hint });
