import { bankWideRules } from './bank-wide-rules';
import { contentRules } from './content-rules';
import { cueRules } from './cue-rules';
import { kindRules } from './kind-rules';
import { optionRules } from './option-rules';
import { pairRules } from './pair-rules';
import type { Rule } from './rule';
import { stemRules } from './stem-rules';
import { wordingRules } from './wording-rules';

/** Not checked by itself: it is about what was accepted of the others. */
const accepting: Rule = {
	number: 48,
	code: 'idle-accept',
	title: 'What is accepted is a warning that is really there.',
	level: 'warning',
	hint: 'take it out of “accepts:”'
};

/** All rules of item writing, by number. */
export const rules: readonly Rule[] = [
	...contentRules,
	...stemRules,
	...optionRules,
	...cueRules,
	...kindRules,
	...wordingRules,
	...pairRules,
	...bankWideRules,
	accepting
].sort((a, b) => a.number - b.number);

const byCode = new Map(
	rules.flatMap((rule) => [rule.code, ...(rule.elsewhere ?? [])].map((code) => [code, rule.number]))
);

/** The number of the rule that a diagnostic's code belongs to; notation and shapes have none. */
export const ruleNumber = (code: string): number | undefined => byCode.get(code);
