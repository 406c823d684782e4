/**
 * Items as a document of the log holds them: parsed once, long ago, perhaps by a later version or
 * by hand. Checked by hand as all that comes back from the log, at every start.
 */
import { hasShape, isFinite, isFlag, isListOf, isRecord, maybe, oneOf, type Guard } from '../guard';
import { MAX_TEXT_LENGTH } from '../text';
import { ID_PATTERN, type Item, type Kind } from './item';

/** Most entries of a list; what is parsed has no more either. */
const MOST = 64;

const isId: Guard = (value) => typeof value === 'string' && ID_PATTERN.test(value);
const isAnyText: Guard = (value) => typeof value === 'string' && value.length <= MAX_TEXT_LENGTH;
const isWords: Guard = (value) => isAnyText(value) && (value as string).trim() !== '';
const isList =
	(guard: Guard, least = 0): Guard =>
	(value) =>
		isListOf(guard)(value) &&
		(value as readonly unknown[]).length >= least &&
		(value as readonly unknown[]).length <= MOST;

const isEntry = hasShape({ id: isId, text: isWords, why: maybe(isAnyText) });

const typed = {
	key: isWords,
	accept: isList(isWords),
	confusions: isList(hasShape({ text: isWords, why: isAnyText })),
	redirects: isList(hasShape({ text: isWords, hint: isAnyText }))
};

const base = hasShape({
	id: isId,
	explanation: isAnyText,
	background: maybe(isAnyText),
	evidence: isList(hasShape({ source: isId, paragraph: isFinite, terms: isList(isAnyText) })),
	claim: oneOf('fact', 'quote', 'opinion', 'forecast'),
	difficulty: oneOf('easy', 'medium', 'hard'),
	fact: maybe(isId),
	excludes: isList(isId),
	derived: maybe(isAnyText)
});

type Entries = readonly { readonly id: string }[];
const idsOf = (value: unknown): ReadonlySet<unknown> =>
	new Set((value as Entries).map(({ id }) => id));
const areDistinct = (value: unknown) => idsOf(value).size === (value as Entries).length;

/** Members that pass, and agree with each other. */
const both =
	(members: Guard, agree: (item: Readonly<Record<string, unknown>>) => boolean): Guard =>
	(value) =>
		members(value) && isRecord(value) && agree(value);

const options = isList(isEntry, 2);

/** Total: a kind that is forgotten here does not compile. */
const shapes: { readonly [K in Kind]: Guard } = {
	choice: both(
		hasShape({ stem: isWords, options, key: isId }),
		(item) => areDistinct(item.options) && idsOf(item.options).has(item.key)
	),
	multiple: both(
		hasShape({ stem: isWords, options, keys: isList(isId, 1) }),
		(item) =>
			areDistinct(item.options) &&
			(item.keys as readonly string[]).every((key) => idsOf(item.options).has(key))
	),
	'true-false': hasShape({ stem: isWords, key: isFlag, why: isAnyText }),
	text: hasShape({ stem: isWords, ...typed }),
	number: hasShape({
		...{ stem: isWords, key: isFinite, unit: maybe(isAnyText), tolerance: isFinite },
		...{ near: maybe(isFinite), range: isListOf(isFinite) }
	}),
	cloze: both(
		hasShape({ stem: isWords, gaps: isList(hasShape({ id: oneOf(...marks()), ...typed }), 1) }),
		(item) => areDistinct(item.gaps)
	),
	match: both(
		hasShape({ stem: isWords, premises: isList(isEntry, 1), responses: isList(isEntry, 1) }),
		({ premises, responses, key }) =>
			isRecord(key) &&
			(premises as Entries).every(({ id }) => idsOf(responses).has(key[id])) &&
			areDistinct(premises) &&
			areDistinct(responses)
	),
	order: both(hasShape({ stem: isWords, steps: isList(isEntry, 2) }), (item) =>
		areDistinct(item.steps)
	),
	flashcard: hasShape({ front: isWords, back: isWords, reverse: isFlag })
};

function marks(): readonly string[] {
	return Array.from({ length: 9 }, (_, at) => `c${at + 1}`);
}

/** Whether a stored value is an item that can be asked and scored. */
export function isStoredItem(value: unknown): value is Item {
	if (!isRecord(value) || typeof value.kind !== 'string') return false;
	if (!Object.hasOwn(shapes, value.kind) || !base(value)) return false;
	return shapes[value.kind as Kind](value);
}
