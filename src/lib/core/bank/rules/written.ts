import * as v from 'valibot';
import { evidenceList } from '../../item/item-schema';
import { acceptsField } from '../accepts';

const texts = v.optional(v.array(v.string()), []);
const many = <T extends v.GenericSchema>(schema: T) => v.optional(v.array(schema), []);

const typed = {
	accept: texts,
	confusions: many(v.object({ text: v.string(), why: v.string() })),
	redirects: many(v.object({ text: v.string(), hint: v.string() }))
};

const option = v.object({
	text: v.string(),
	key: v.optional(v.boolean(), false),
	why: v.optional(v.string())
});

/**
 * The fields of all kinds as an author writes them. Whether an item has those of its kind is for
 * the parser of the kind to say, and has been said before a rule looks at it.
 */
export const writtenItem = v.object({
	id: v.string(),
	kind: v.string(),
	stem: v.optional(v.string(), ''),
	front: v.optional(v.string(), ''),
	back: v.optional(v.string(), ''),
	reverse: v.optional(v.boolean(), false),
	options: many(option),
	key: v.optional(v.union([v.string(), v.number(), v.boolean()])),
	why: v.optional(v.string()),
	...typed,
	gaps: v.optional(v.record(v.string(), v.object({ key: v.string(), ...typed })), {}),
	unit: v.optional(v.string()),
	tolerance: v.optional(v.number(), 0),
	near: v.optional(v.number()),
	pairs: many(v.object({ premise: v.string(), response: v.string() })),
	spares: many(option),
	steps: many(v.object({ text: v.string() })),
	explanation: v.optional(v.string(), ''),
	background: v.optional(v.string()),
	evidence: evidenceList,
	claim: v.string(),
	difficulty: v.optional(v.string(), ''),
	fact: v.optional(v.string()),
	derived: v.optional(v.string()),
	excludes: texts,
	accepts: acceptsField
});

export type WrittenItem = v.InferOutput<typeof writtenItem>;

/** The lists that go with a typed key. */
export type WrittenTyped = Pick<WrittenItem, 'accept' | 'confusions' | 'redirects'>;
