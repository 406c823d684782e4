import * as v from 'valibot';
import { MAX_TEXT_LENGTH } from '../text';
import { ID_PATTERN } from './item';

/** Most options, evidence pointers, terms and excluded items of one item. */
const MAX_LIST = 64;

export const id = v.pipe(
	v.string('an id is text'),
	v.regex(ID_PATTERN, 'an id is 1 to 64 of a-z, 0-9 and “-”')
);

export const text = v.pipe(
	v.string('expected text; put it in quotation marks if YAML reads it as something else'),
	v.trim(),
	v.nonEmpty('this text is empty'),
	v.maxLength(MAX_TEXT_LENGTH, `this text is longer than ${MAX_TEXT_LENGTH} characters`)
);

export const flag = v.boolean('expected true or false');

export const listOf = <T extends v.GenericSchema>(schema: T) =>
	v.pipe(
		v.array(schema, 'expected a list'),
		v.maxLength(MAX_LIST, `more than ${MAX_LIST} entries`)
	);

const evidence = v.strictObject({
	source: id,
	paragraph: v.pipe(
		v.number('expected the number of a paragraph'),
		v.integer('expected a whole number'),
		v.minValue(1, 'paragraphs count from 1')
	),
	terms: v.pipe(listOf(text), v.minLength(1, 'name at least one term of the paragraph'))
});

/** Read by itself too: a broken item's pointers are checked all the same. */
export const evidenceList = v.pipe(
	listOf(evidence),
	v.minLength(1, 'every item rests on a passage')
);

const CLAIMS = ['fact', 'quote', 'opinion', 'forecast'] as const;
const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;

/** The fields every kind has, as an author writes them. */
export const baseFields = {
	id,
	explanation: text,
	background: v.exactOptional(text),
	evidence: evidenceList,
	claim: v.picklist(CLAIMS, `expected one of ${CLAIMS.join(', ')}`),
	difficulty: v.picklist(DIFFICULTIES, `expected one of ${DIFFICULTIES.join(', ')}`),
	fact: v.exactOptional(id),
	excludes: v.optional(listOf(id), []),
	derived: v.exactOptional(text)
};
