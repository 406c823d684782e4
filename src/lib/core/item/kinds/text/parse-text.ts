import * as v from 'valibot';
import { diagnosticsOf } from '../../../diagnose';
import { fail } from '../../../result';
import { baseFields, text } from '../../item-schema';
import type { KindParser } from '../../parse-item';
import { checkTyped, scoredTyped, typedFields, typedTexts } from '../../typed-schema';
import type { TextItem } from './text';

const schema = v.strictObject({
	kind: v.literal('text'),
	...baseFields,
	stem: text,
	...typedFields
});

export const textParser: KindParser<TextItem> = {
	parse(value) {
		const parsed = v.safeParse(schema, value);
		return parsed.success ? checkTyped(parsed.output) : fail(diagnosticsOf(parsed.issues));
	},
	scored: (item) => ({ kind: item.kind, stem: item.stem, ...scoredTyped(item) }),
	texts: (item) => [item.stem, ...typedTexts(item)],
	evident: ({ key, accept }) => [[key, ...accept]]
};
