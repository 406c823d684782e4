import * as v from 'valibot';
import { diagnosticsOf } from '../../../diagnose';
import { fail, ok } from '../../../result';
import { baseFields, flag, text } from '../../item-schema';
import type { KindParser } from '../../parse-item';
import type { TrueFalseItem } from './true-false';

const schema = v.strictObject({
	kind: v.literal('true-false'),
	...baseFields,
	stem: text,
	key: flag,
	why: text
});

export const trueFalseParser: KindParser<TrueFalseItem> = {
	parse(value) {
		const parsed = v.safeParse(schema, value);
		return parsed.success ? ok(parsed.output) : fail(diagnosticsOf(parsed.issues));
	},
	scored: ({ kind, stem, key }) => ({ kind, stem, key }),
	texts: ({ stem, why }) => [stem, why],
	// A statement is held to its evidence as a whole, by a person.
	evident: () => []
};
