import * as v from 'valibot';
import { listOf, text } from '../item/item-schema';

/** A warning that its author has looked at and lets stand. */
export interface Accepted {
	/** Number of the rule, as `npm run bank` prints it. */
	readonly rule: number;
	readonly because: string;
}

/** The field `accepts` of an item and of a bank's head. Nothing a learner loads has it. */
export const acceptsField = v.optional(
	listOf(
		v.strictObject({
			rule: v.pipe(v.number('expected the number of a rule'), v.integer('expected a whole number')),
			because: text
		})
	),
	[]
);
