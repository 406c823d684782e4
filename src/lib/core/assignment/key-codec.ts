import type { Claim, Difficulty } from '../item/item';
import type { TypedKey } from '../item/typed-answer';
import { MAX_OPTIONS } from './caps';
import { check, field, flag, list, mapped, nullable, number, optional, record } from './codec';
import { text, tuple, uint, usual, word, type Codec } from './codec';
import type { AssignableItem, Question } from './public-document';

/** What every item's key has beside what is right. */
interface Reasons {
	readonly explanation: string;
	readonly background?: string;
	readonly claim: Claim;
	readonly difficulty: Difficulty;
	readonly derived?: string;
}

const reasons = {
	explanation: field(0, text()),
	background: optional(1, text()),
	claim: usual(2, word('fact', 'quote', 'opinion', 'forecast'), 'fact'),
	difficulty: usual(3, word('easy', 'medium', 'hard'), 'medium'),
	derived: optional(4, text())
};

const position = uint(MAX_OPTIONS - 1);
const positions = list(position, MAX_OPTIONS, 1);
const pairs = list(tuple(text(), text()), MAX_OPTIONS);

/** Why each entry is wrong, by position; null for those of which nothing is said. */
type Whys = readonly (string | null)[];
const whys = list(nullable(text()), MAX_OPTIONS);

interface Entry {
	readonly id: string;
	readonly text: string;
	readonly why?: string;
}

const whysOf = (entries: readonly Entry[]): Whys => entries.map(({ why }) => why ?? null);

const withWhys = <T extends Entry>(entries: readonly T[], all: Whys): readonly T[] => {
	check(all.length === entries.length);
	return entries.map((entry, at) => {
		const why = all[at] ?? null;
		return why === null ? entry : { ...entry, why };
	});
};

const byId = <T extends Entry>(entries: readonly T[]) =>
	[...entries].sort((a, b) => (a.id < b.id ? -1 : 1));

const at = (entries: readonly Entry[], id: string) => entries.findIndex((each) => each.id === id);

/** @throws Refusal for a position that is not there */
function idAt(entries: readonly Entry[], place: number): string {
	const id = entries[place]?.id;
	check(id !== undefined);
	return id as string;
}

const isOnce = (values: readonly number[]) => new Set(values).size === values.length;

const isAscending = (values: readonly number[]) =>
	values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));

const baseOf = (id: string, given: Reasons) => {
	const { explanation, background, claim, difficulty, derived } = given;
	return {
		...{ id, explanation, claim, difficulty, evidence: [], excludes: [] },
		...(background === undefined ? {} : { background }),
		...(derived === undefined ? {} : { derived })
	};
};

type Typed = {
	readonly key: string;
	readonly accept: readonly string[];
	readonly confusions: readonly (readonly [string, string])[];
	readonly redirects: readonly (readonly [string, string])[];
};

const typedFields = {
	key: field(5, text()),
	accept: field(6, list(text(), MAX_OPTIONS)),
	confusions: field(7, pairs),
	redirects: field(8, pairs)
};

const writtenTyped = ({ key, accept, confusions, redirects }: TypedKey): Typed => ({
	...{ key, accept },
	confusions: confusions.map((each) => [each.text, each.why]),
	redirects: redirects.map((each) => [each.text, each.hint])
});

const readTyped = ({ key, accept, confusions, redirects }: Typed): TypedKey => ({
	...{ key, accept },
	confusions: confusions.map(([given, why]) => ({ text: given, why })),
	redirects: redirects.map(([given, hint]) => ({ text: given, hint }))
});

type Of<T, K> = Extract<T, { readonly kind: K }>;

/** For each kind: the key of an item on the wire, read beside its question. */
const codecs: {
	readonly [K in Question['kind']]: (question: Of<Question, K>) => Codec<Of<AssignableItem, K>>;
} = {
	choice: ({ kind, id, stem, options }) =>
		mapped(
			record<Reasons & { right: number; whys: Whys }>({
				...reasons,
				right: field(5, position),
				whys: field(6, whys)
			}),
			(item) => ({ ...item, right: at(options, item.key), whys: whysOf(byId(item.options)) }),
			(read) => ({
				...{ ...baseOf(id, read), kind, stem },
				...{ options: withWhys(options, read.whys), key: idAt(options, read.right) }
			})
		),
	multiple: ({ kind, id, stem, options, count }) =>
		mapped(
			record<Reasons & { right: readonly number[]; whys: Whys }>({
				...reasons,
				right: field(5, positions),
				whys: field(6, whys)
			}),
			(item) => ({
				...item,
				right: item.keys.map((key) => at(options, key)).sort((a, b) => a - b),
				whys: whysOf(byId(item.options))
			}),
			(read) => {
				check(read.right.length === count && isAscending(read.right));
				const keys = read.right.map((place) => idAt(options, place));
				return { ...baseOf(id, read), kind, stem, options: withWhys(options, read.whys), keys };
			}
		),
	'true-false': ({ kind, id, stem }) =>
		mapped(
			record<Reasons & { key: boolean; why: string }>({
				...reasons,
				key: field(5, flag),
				why: field(6, text())
			}),
			(item) => item,
			(read) => ({ ...baseOf(id, read), kind, stem, key: read.key, why: read.why })
		),
	text: ({ kind, id, stem }) =>
		mapped(
			record<Reasons & Typed>({ ...reasons, ...typedFields }),
			(item) => ({ ...item, ...writtenTyped(item) }),
			(read) => ({ ...baseOf(id, read), kind, stem, ...readTyped(read) })
		),
	number: ({ kind, id, stem, unit }) =>
		mapped(
			record<
				Reasons & {
					key: number;
					tolerance: number;
					near?: number;
					range: readonly [number, number];
				}
			>({
				...reasons,
				key: field(5, number),
				tolerance: usual(6, number, 0),
				near: optional(7, number),
				range: field(8, tuple(number, number))
			}),
			(item) => item,
			({ key, tolerance, near, range, ...rest }) => ({
				...{ ...baseOf(id, rest), kind, stem, key, tolerance, range },
				...(unit === undefined ? {} : { unit }),
				...(near === undefined ? {} : { near })
			})
		),
	cloze: ({ kind, id, stem, gap }) =>
		mapped(
			record<Reasons & Typed>({ ...reasons, ...typedFields }),
			(item) => ({ ...item, ...writtenTyped(item.gaps[0]) }),
			(read) => ({
				...baseOf(id, read),
				...{ kind, stem, gaps: [{ id: gap, ...readTyped(read) }] }
			})
		),
	match: ({ kind, id, stem, premises, responses }) => {
		const options = byId(responses);
		return mapped(
			record<Reasons & { right: readonly number[]; whys: Whys }>({
				...reasons,
				right: field(5, positions),
				whys: field(6, whys)
			}),
			(item) => ({
				...item,
				right: premises.map((premise) => at(options, item.key[premise.id] ?? '')),
				whys: whysOf(byId(item.responses))
			}),
			(read) => {
				check(read.right.length === premises.length && isOnce(read.right));
				const key = premises.map((premise, index): [string, string] => [
					premise.id,
					idAt(options, read.right[index] ?? MAX_OPTIONS)
				]);
				return {
					...{ ...baseOf(id, read), kind, stem, premises },
					...{ responses: withWhys(options, read.whys), key: Object.fromEntries(key) }
				};
			}
		);
	},
	order: ({ kind, id, stem, steps }) =>
		mapped(
			record<Reasons & { right: readonly number[] }>({ ...reasons, right: field(5, positions) }),
			(item) => ({ ...item, right: item.steps.map((step) => at(steps, step.id)) }),
			(read) => {
				check(read.right.length === steps.length && isOnce(read.right));
				const ordered = read.right.map((place) => steps[place]);
				check(ordered.every((step) => step !== undefined));
				return { ...baseOf(id, read), kind, stem, steps: ordered.flatMap((step) => step ?? []) };
			}
		)
};

/** The key of an item with its reasons, read into the whole item beside its question. */
export const keyCodec = (question: Question): Codec<AssignableItem> =>
	(codecs[question.kind] as unknown as (given: Question) => Codec<AssignableItem>)(question);

/** The keys of some questions, in their order. */
export const keysCodec = (questions: readonly Question[]): Codec<readonly AssignableItem[]> =>
	tuple<readonly AssignableItem[]>(...questions.map(keyCodec));

/** An item as a document can carry it: evidence, facts and what it excludes stay behind. */
export function portableItem(item: AssignableItem): AssignableItem {
	const { fact: _, ...rest } = item;
	return { ...rest, evidence: [], excludes: [] };
}
