import * as v from 'valibot';
import { id, listOf, text, flag } from '../item/item-schema';
import { acceptsField } from './accepts';

/** Most paragraphs of an article, articles and topics of a bank. */
const MAX_ENTRIES = 500;

const localized = v.strictObject({ en: text, ko: text, ja: text });

const many = <T extends v.GenericSchema>(schema: T) =>
	v.pipe(
		v.array(schema, 'expected a list'),
		v.minLength(1, 'this list is empty'),
		v.maxLength(MAX_ENTRIES, `more than ${MAX_ENTRIES} entries`)
	);

export const bankSchema = v.strictObject({
	id,
	lang: v.pipe(v.string('a language tag is text'), v.regex(/^[a-z]{2,3}$/, 'such as “en”')),
	title: localized,
	topics: many(v.strictObject({ id, title: localized })),
	accepts: acceptsField
});

const source = v.strictObject({
	id,
	title: text,
	titleGiven: flag,
	about: localized,
	cautions: many(localized),
	paragraphs: many(
		v.strictObject({
			n: v.pipe(v.number('expected a number'), v.integer('expected a whole number')),
			terms: listOf(text)
		})
	)
});

export const sourcesSchema = v.strictObject({ sources: many(source) });

export const itemsSchema = v.strictObject({
	items: v.pipe(v.array(v.unknown(), 'expected a list of items'))
});
