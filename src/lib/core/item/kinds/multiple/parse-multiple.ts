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
	withoutKeys
} from '../../option-schema';
import type { MultipleItem } from './multiple';

const LEAST_OPTIONS = 5;
const MOST_OPTIONS = 7;
const COUNT_WORDS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four' };
const HOW_MANY = 'a multiple has two to four keys';

const schema = v.strictObject({
	kind: v.literal('multiple'),
	...baseFields,
	stem: text,
	options: v.pipe(
		listOf(option),
		v.minLength(LEAST_OPTIONS, `a multiple has at least ${LEAST_OPTIONS} options`),
		v.maxLength(MOST_OPTIONS, `a multiple has at most ${MOST_OPTIONS} options`)
	)
});

type Authored = v.InferOutput<typeof schema>;

/** A stem that counts otherwise misleads; one in another language is left to its readers. */
function countProblems({ stem, options }: Authored): readonly Diagnostic[] {
	const count = options.filter(({ key }) => key === true).length;
	const word = COUNT_WORDS[count];
	if (word === undefined) {
		const hint = 'mark them “key: true”; for one alone write “kind: choice”';
		return [problem('count-of-keys', ['options'], `${HOW_MANY}, this has ${count}`, hint)];
	}
	const named = Object.values(COUNT_WORDS).filter((each) =>
		stem
			.toLowerCase()
			.split(/[^a-z]+/)
			.includes(each)
	);
	if (named.length === 0 || named.includes(word)) return [];
	const message = `the stem says “${named.join('” and “')}”, and ${word} options are keys`;
	return [problem('count-in-stem', ['stem'], message, `say “${word}”, or mark other keys`)];
}

function build(authored: Authored): Result<MultipleItem> {
	const { options, ...rest } = authored;
	const problems = [...countProblems(authored), ...repeatedOptions(options)];
	if (problems.length > 0) return fail(problems);
	const keys = options.flatMap(({ id, key }) => (key === true ? [id] : []));
	return ok({ ...rest, options: withoutKeys(options), keys });
}

const keyTexts = ({ options, keys }: MultipleItem) =>
	options.flatMap(({ id, text }) => (keys.includes(id) ? [text] : []));

export const multipleParser: KindParser<MultipleItem> = {
	parse(value) {
		const parsed = v.safeParse(schema, value);
		return parsed.success ? build(parsed.output) : fail(diagnosticsOf(parsed.issues));
	},
	scored: ({ kind, stem, options, keys }) => ({
		kind,
		stem,
		options: scoredOptions(options),
		keys: [...keys].sort()
	}),
	texts: ({ stem, options }) => [stem, ...optionTexts(options)],
	evident: (item) => keyTexts(item).map((key) => [key])
};
