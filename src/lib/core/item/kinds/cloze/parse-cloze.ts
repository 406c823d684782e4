import * as v from 'valibot';
import { diagnosticsOf } from '../../../diagnose';
import { fail } from '../../../result';
import { baseFields, text } from '../../item-schema';
import type { KindParser } from '../../parse-item';
import { checkTyped, scoredTyped, typedFields, typedTexts } from '../../typed-schema';
import { GAP_MARK, type ClozeItem } from './cloze';

const stem = v.pipe(
	text,
	v.check(
		(value) => value.split(GAP_MARK).length === 2,
		`a cloze has one gap: write ${GAP_MARK} for it, once`
	),
	v.check(
		(value) => !value.startsWith(GAP_MARK),
		'a gap at the beginning leaves nothing to go by: let some words stand before it'
	)
);

const schema = v.strictObject({
	kind: v.literal('cloze'),
	...baseFields,
	stem,
	...typedFields
});

export const clozeParser: KindParser<ClozeItem> = {
	parse(value) {
		const parsed = v.safeParse(schema, value);
		return parsed.success ? checkTyped(parsed.output) : fail(diagnosticsOf(parsed.issues));
	},
	scored: (item) => ({ kind: item.kind, stem: item.stem, ...scoredTyped(item) }),
	texts: (item) => [item.stem, ...typedTexts(item)],
	evident: ({ key, accept }) => [key, ...accept]
};
