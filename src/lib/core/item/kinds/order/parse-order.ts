import * as v from 'valibot';
import { diagnosticsOf } from '../../../diagnose';
import { fail, ok, problem, type Diagnostic, type Result } from '../../../result';
import { comparable } from '../../../text';
import { baseFields, id, listOf, text } from '../../item-schema';
import type { KindParser } from '../../parse-item';
import type { OrderItem } from './order';

const LEAST_STEPS = 4;
const MOST_STEPS = 6;

const schema = v.strictObject({
	kind: v.literal('order'),
	...baseFields,
	stem: text,
	steps: v.pipe(
		listOf(v.strictObject({ id, text })),
		v.minLength(LEAST_STEPS, `an order needs at least ${LEAST_STEPS} steps`),
		v.maxLength(MOST_STEPS, `an order has at most ${MOST_STEPS} steps`)
	)
});

function repeated({ steps }: OrderItem, field: 'id' | 'text'): readonly Diagnostic[] {
	const values = steps.map((step) => comparable(step[field]));
	return steps.flatMap((step, at) =>
		values.indexOf(values[at] ?? '') < at
			? [
					problem(
						'repeated-option',
						['steps', at, field],
						`two steps have the ${field} “${step[field]}”`
					)
				]
			: []
	);
}

function check(item: OrderItem): Result<OrderItem> {
	const problems = [...repeated(item, 'id'), ...repeated(item, 'text')];
	return problems.length > 0 ? fail(problems) : ok(item);
}

export const orderParser: KindParser<OrderItem> = {
	parse(value) {
		const parsed = v.safeParse(schema, value);
		return parsed.success ? check(parsed.output) : fail(diagnosticsOf(parsed.issues));
	},
	scored: ({ kind, stem, steps }) => ({
		kind,
		stem,
		steps: steps.map((step) => ({ id: step.id, text: step.text }))
	}),
	texts: ({ stem, steps }) => [stem, ...steps.map((step) => step.text)],
	// An order is held to its evidence as a whole, by a person.
	evident: () => []
};
