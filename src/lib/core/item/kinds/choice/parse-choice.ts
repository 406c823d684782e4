import * as v from 'valibot';
import { diagnosticsOf } from '../../../diagnose';
import { fail, ok, problem, type Diagnostic, type Result } from '../../../result';
import { comparable } from '../../../text';
import { baseFields, flag, id, listOf, text } from '../../item-schema';
import type { KindParser } from '../../parse-item';
import type { ChoiceItem, ChoiceOption } from './choice';

const option = v.strictObject({
	id,
	text,
	key: v.exactOptional(flag),
	why: v.exactOptional(text)
});

const schema = v.strictObject({
	kind: v.literal('choice'),
	...baseFields,
	stem: text,
	options: v.pipe(listOf(option), v.minLength(2, 'a choice needs at least two options'))
});

type Authored = v.InferOutput<typeof schema>;
type AuthoredOption = v.InferOutput<typeof option>;

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
				'leave “key: true” on one option'
			)
		);
}

function repeated(options: readonly AuthoredOption[], field: 'id' | 'text'): Diagnostic[] {
	const values = options.map((entry) => comparable(entry[field]));
	return options.flatMap((entry, at) =>
		values.indexOf(values[at] ?? '') < at
			? [
					problem(
						'repeated-option',
						['options', at, field],
						`two options have the ${field} “${entry[field]}”`
					)
				]
			: []
	);
}

const withoutKey = ({ id, text, why }: AuthoredOption): ChoiceOption =>
	why === undefined ? { id, text } : { id, text, why };

function build({ options, ...rest }: Authored): Result<ChoiceItem> {
	const problems = [
		...keyProblems(options),
		...repeated(options, 'id'),
		...repeated(options, 'text')
	];
	const key = options.find((entry) => entry.key === true)?.id;
	if (problems.length > 0 || key === undefined) return fail(problems);
	return ok({ ...rest, options: options.map(withoutKey), key });
}

export const choiceParser: KindParser<ChoiceItem> = {
	parse(value) {
		const parsed = v.safeParse(schema, value);
		return parsed.success ? build(parsed.output) : fail(diagnosticsOf(parsed.issues));
	},
	scored: ({ kind, stem, options, key }) => ({
		kind,
		stem,
		// By id: the author's order decides nothing.
		options: Object.fromEntries(options.map((entry) => [entry.id, entry.text])),
		key
	}),
	texts: ({ stem, options }) => [
		stem,
		...options.flatMap((entry) => (entry.why === undefined ? [] : [entry.why]))
	],
	evident: ({ options, key }) => options.flatMap(({ id, text }) => (id === key ? [text] : []))
};
