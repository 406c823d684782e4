import type { PasteFault, PasteProblem } from '$lib/core/bank/pasted';
import { m } from '$lib/paraglide/messages';

/** What is wrong, with the words it is about, and what would mend it. */
type FaultText = readonly [what: (words: { of: string }) => string, hint: () => string];

/** Total: a fault without a sentence does not compile. */
const faults: { readonly [F in PasteFault]: FaultText } = {
	'no-stem': [m.paste_fault_no_stem, m.paste_fault_no_stem_hint],
	'no-options': [m.paste_fault_no_options, m.paste_fault_no_options_hint],
	'one-option': [m.paste_fault_one_option, m.paste_fault_one_option_hint],
	'no-answer': [m.paste_fault_no_answer, m.paste_fault_no_answer_hint],
	'answer-unknown': [m.paste_fault_answer_unknown, m.paste_fault_answer_unknown_hint],
	'option-twice': [m.paste_fault_option_twice, m.paste_fault_option_twice_hint],
	'options-alike': [m.paste_fault_options_alike, m.paste_fault_options_alike_hint],
	'option-empty': [m.paste_fault_option_empty, m.paste_fault_option_empty_hint],
	'too-many-options': [m.paste_fault_too_many_options, m.paste_fault_too_many_options_hint],
	'too-long': [m.paste_fault_too_long, m.paste_fault_too_long_hint],
	'one-column': [m.paste_fault_one_column, m.paste_fault_one_column_hint],
	'empty-cell': [m.paste_fault_empty_cell, m.paste_fault_empty_cell_hint],
	'open-quote': [m.paste_fault_open_quote, m.paste_fault_open_quote_hint],
	'answer-long': [m.paste_fault_answer_long, m.paste_fault_answer_long_hint],
	'answer-signs': [m.paste_fault_answer_signs, m.paste_fault_answer_signs_hint],
	other: [m.paste_fault_other, m.paste_fault_other_hint]
};

/** Longest words that are quoted of what is wrong. */
const MOST = 60;

/** The first words of a text. */
export const shortened = (text: string) => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);

/** A problem in two sentences. */
export function faultText({ what, of = '' }: PasteProblem): readonly [what: string, hint: string] {
	const [said, hint] = faults[what];
	return [said({ of: shortened(of) }), hint()];
}

const rules: Readonly<Record<number, (() => string) | undefined>> = {
	9: m.paste_rule_9,
	11: m.paste_rule_11,
	12: m.paste_rule_12,
	13: m.paste_rule_13,
	14: m.paste_rule_14,
	15: m.paste_rule_15,
	17: m.paste_rule_17,
	18: m.paste_rule_18,
	20: m.paste_rule_20,
	22: m.paste_rule_22,
	30: m.paste_rule_30
};

/** A rule of item writing as advice; undefined for one that is not spoken of here. */
export const ruleText = (number: number): string | undefined => rules[number]?.();

export const linesText = ({ fromLine, toLine }: { fromLine: number; toLine: number }): string =>
	fromLine === toLine
		? m.paste_line({ from: fromLine })
		: m.paste_lines({ from: fromLine, to: toLine });
