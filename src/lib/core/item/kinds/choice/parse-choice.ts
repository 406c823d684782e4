import * as v from 'valibot';
import { diagnosticsOf } from '../../../diagnose';
import { fail, ok, problem, type Diagnostic, type Result } from '../../../result';
import { baseFields, listOf, text } from '../../item-schema';
import type { KindParser } from '../../parse-item';
import {
	option,
	optionTexts,
	repeatedOptions,
	scoredOptions,
	withoutKeys,
	type AuthoredOption
} from '../../option-schema';
import type { ChoiceItem } from './choice';

const schema = v.strictObject({
	kind: v.literal('choice'),
	...baseFields,
	stem: text,
	options: v.pipe(listOf(option), v.minLength(2, 'a choice needs at least two options'))
});

type Authored = v.InferOutput<typeof schema>;

function keyProblems(options: readonly AuthoredOption[]): Diagnostic[] {
	const keys = options.flatMap((entry, at) => (entry.key === true ? [at] : []));
	if (keys.length === 0) {
		return [problem('missing-key', ['options'], 'no option is the key', 'mark one “key: true”')];
	}
	return keys
		.slice(1)
		.map((at) =>
			problem(
				'second-key',
				['options', at, 'key'],
				'a choice has one key, this is another',
				'leave “key: true” on one option, or write “kind: multiple”'
			)
		);
}

function build({ options, ...rest }: Authored): Result<ChoiceItem> {
	const problems = [...keyProblems(options), ...repeatedOptions(options)];
	const key = options.find((entry) => entry.key === true)?.id;
	if (problems.length > 0 || key === undefined) return fail(problems);
	return ok({ ...rest, options: withoutKeys(options), key });
}

export const choiceParser: KindParser<ChoiceItem> = {
	parse(value) {
		const parsed = v.safeParse(schema, value);
		return parsed.success ? build(parsed.output) : fail(diagnosticsOf(parsed.issues));
	},
	scored: ({ kind, stem, options, key }) => ({ kind, stem, options: scoredOptions(options), key }),
	texts: ({ stem, options }) => [stem, ...optionTexts(options)],
	evident: ({ options, key }) => options.flatMap(({ id, text }) => (id === key ? [[text]] : []))
};
