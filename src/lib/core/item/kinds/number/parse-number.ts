import * as v from 'valibot';
import { diagnosticsOf } from '../../../diagnose';
import { fail, ok, problem, type Diagnostic } from '../../../result';
import { baseFields, text } from '../../item-schema';
import type { KindParser } from '../../parse-item';
import type { NumberItem } from './number';

const number = v.pipe(
	v.number('expected a number; leave the quotation marks out'),
	v.finite('expected a number that can be counted')
);
const distance = v.pipe(number, v.minValue(0, 'a distance is not negative'));

const schema = v.strictObject({
	kind: v.literal('number'),
	...baseFields,
	stem: text,
	key: number,
	unit: v.exactOptional(text),
	tolerance: v.optional(distance, 0),
	near: v.exactOptional(distance),
	range: v.tuple([number, number], 'expected the least and the greatest answer: [1900, 2100]')
});

type Authored = v.InferOutput<typeof schema>;

function problemsOf({ key, range: [least, greatest], tolerance, near }: Authored): Diagnostic[] {
	const isKeyInside = key - tolerance >= least && key + tolerance <= greatest;
	return [
		...(isKeyInside
			? []
			: [problem('key-outside-range', ['range'], `the key ${key} does not lie in this range`)]),
		...(near === undefined || near > tolerance
			? []
			: [problem('near-is-right', ['near'], 'what is near lies beyond the tolerance')])
	];
}

export const numberParser: KindParser<NumberItem> = {
	parse(value) {
		const parsed = v.safeParse(schema, value);
		if (!parsed.success) return fail(diagnosticsOf(parsed.issues));
		const problems = problemsOf(parsed.output);
		return problems.length > 0 ? fail(problems) : ok(parsed.output);
	},
	scored: ({ kind, stem, key, unit, tolerance, near, range: [least, greatest] }) => ({
		kind,
		stem,
		key,
		unit: unit ?? null,
		tolerance,
		near: near ?? null,
		range: [least, greatest]
	}),
	texts: ({ stem }) => [stem],
	evident: ({ key }) => [[String(key)]]
};
