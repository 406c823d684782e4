import * as v from 'valibot';
import { problem, type Diagnostic } from '../result';
import { comparable } from '../text';
import { flag, id, text } from './item-schema';
import type { Option } from './options';

/** An option as an author writes it. */
export const option = v.strictObject({
	id,
	text,
	key: v.exactOptional(flag),
	why: v.exactOptional(text)
});

export type AuthoredOption = v.InferOutput<typeof option>;

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

/** No two options have one id, or one text. */
export const repeatedOptions = (options: readonly AuthoredOption[]): readonly Diagnostic[] => [
	...repeated(options, 'id'),
	...repeated(options, 'text')
];

/** Options as an item holds them: which is the key stands beside them. */
export const withoutKeys = (options: readonly AuthoredOption[]): readonly Option[] =>
	options.map(({ id, text, why }) => (why === undefined ? { id, text } : { id, text, why }));

/** By id: the author's order decides nothing. */
export const scoredOptions = (options: readonly Option[]): Readonly<Record<string, string>> =>
	Object.fromEntries(options.map(({ id, text }) => [id, text]));

/** The author's own sentences on wrong options. */
export const optionTexts = (options: readonly Option[]): readonly string[] =>
	options.flatMap(({ why }) => (why === undefined ? [] : [why]));
