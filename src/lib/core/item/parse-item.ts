import type { Json } from '../canonical';
import { fail, problem, type Result } from '../result';
import type { Item, Kind } from './item';
import { choiceParser } from './kinds/choice/parse-choice';
import { clozeParser } from './kinds/cloze/parse-cloze';
import { flashcardParser } from './kinds/flashcard/parse-flashcard';
import { matchParser } from './kinds/match/parse-match';
import { multipleParser } from './kinds/multiple/parse-multiple';
import { numberParser } from './kinds/number/parse-number';
import { orderParser } from './kinds/order/parse-order';
import { textParser } from './kinds/text/parse-text';
import { trueFalseParser } from './kinds/true-false/parse-true-false';

/** How a kind is read from what an author wrote. Apart from `kinds`: Study never parses. */
export interface KindParser<T extends Item> {
	parse(value: unknown): Result<T>;
	/** What decides a score, and nothing else: the revision is a hash of it. */
	scored(item: T): Json;
	/** The author's own sentences beside the explanation. */
	texts(item: T): readonly string[];
	/** Forms of each key, one of which must stand in the evidence; none when no words can be asked. */
	evident(item: T): readonly (readonly string[])[];
}

/** Total: a kind that is forgotten here does not compile. */
export const parsers: { readonly [K in Kind]: KindParser<Extract<Item, { kind: K }>> } = {
	choice: choiceParser,
	cloze: clozeParser,
	flashcard: flashcardParser,
	match: matchParser,
	multiple: multipleParser,
	number: numberParser,
	order: orderParser,
	text: textParser,
	'true-false': trueFalseParser
};

/** The parser of an item's own kind, seen as one that takes any item. */
export const parserOf = (kind: Kind) => parsers[kind] as KindParser<Item>;

function isKind(value: unknown): value is Kind {
	return typeof value === 'string' && Object.hasOwn(parsers, value);
}

/** Reads one item as authored; every problem at once, with its path in the item. */
export function parseItem(value: unknown): Result<Item> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return fail([problem('shape', [], 'an item is a mapping of fields', 'begin with “- id:”')]);
	}
	const kind = 'kind' in value ? value.kind : undefined;
	if (isKind(kind)) return parserOf(kind).parse(value);
	const hint = `one of ${Object.keys(parsers).join(', ')}`;
	if (kind === undefined) {
		return fail([problem('missing-field', ['kind'], '“kind” is missing', hint)]);
	}
	const message = typeof kind === 'string' ? `unknown kind “${kind}”` : 'a kind is a word';
	return fail([problem('unknown-kind', ['kind'], message, hint)]);
}
