import type { Gap } from '../item/card-key';
import { publicMatch } from '../item/kinds/match/score-match';
import { MAX_OPTIONS } from './caps';
import type { Cbor } from './cbor';
import { check, flag, optional, record, uint, usual, word } from './codec';
import {
	documentEntryId,
	documentItemId,
	type DocumentPlace,
	type Question
} from './public-document';

/** Numbers of kinds on the wire are their places here; they are for ever. */
const KINDS = [
	'choice',
	'multiple',
	'true-false',
	'text',
	'number',
	'cloze',
	'match',
	'order'
] as const satisfies readonly Question['kind'][];

type Kind = (typeof KINDS)[number];

/** A question without its texts and ids: how many of the texts are its own, and what they are. */
interface Shape {
	readonly kind: Kind;
	/** How many options, premises or steps it has; their texts follow the stem, by id. */
	readonly entries?: number;
	/** Of a match; their texts follow those of the premises, by id. */
	readonly responses?: number;
	/** Of a multiple: how many are to be chosen. */
	readonly count?: number;
	/** Of a number: whether its unit is the last of the texts. */
	readonly unit?: boolean;
	/** Of a cloze: 1 to 9. */
	readonly gap?: number;
}

const shape = record<Shape>({
	kind: usual(0, word(...KINDS), 'choice'),
	entries: optional(1, uint(MAX_OPTIONS)),
	responses: optional(2, uint(MAX_OPTIONS)),
	count: optional(3, uint(MAX_OPTIONS)),
	unit: optional(4, flag),
	gap: optional(5, uint(9))
});

/** What a kind has beside its stem; with a question mark, what it may have. */
const MEMBERS: { readonly [K in Kind]: string } = {
	choice: 'entries',
	multiple: 'entries count',
	'true-false': '',
	text: '',
	number: 'unit?',
	cloze: 'gap',
	match: 'entries responses',
	order: 'entries'
};

const ALL_MEMBERS = ['entries', 'responses', 'count', 'unit', 'gap'] as const;

function checkMembers(question: Shape): void {
	const members = MEMBERS[question.kind].split(' ');
	for (const name of ALL_MEMBERS) {
		const isThere = question[name] !== undefined;
		check(isThere ? members.some((each) => each.startsWith(name)) : !members.includes(name));
	}
}

const textsOf = (entries: readonly { readonly id: string; readonly text: string }[]) =>
	[...entries].sort((a, b) => (a.id < b.id ? -1 : 1)).map((entry) => entry.text);

/** What is written of a question. */
interface Written {
	readonly shape: Cbor;
	readonly texts: readonly string[];
}

export function writeQuestion(question: Question): Written {
	const { kind, stem } = question;
	const written = (more: Omit<Shape, 'kind'>, ...texts: readonly string[]): Written => ({
		shape: shape.write({ kind, ...more }),
		texts: [stem, ...texts]
	});
	switch (question.kind) {
		case 'choice':
		case 'multiple': {
			const texts = textsOf(question.options);
			const more = question.kind === 'multiple' ? { count: question.count } : {};
			return written({ entries: texts.length, ...more }, ...texts);
		}
		case 'match': {
			const [premises, responses] = [textsOf(question.premises), textsOf(question.responses)];
			const lengths = { entries: premises.length, responses: responses.length };
			return written(lengths, ...premises, ...responses);
		}
		case 'order':
			return written({ entries: question.steps.length }, ...textsOf(question.steps));
		case 'number':
			return question.unit === undefined ? written({}) : written({ unit: true }, question.unit);
		case 'cloze':
			return written({ gap: Number(question.gap.slice(1)) });
		default:
			return written({});
	}
}

/**
 * A question at its place in a document.
 *
 * @param take gives the next of the texts
 * @throws Refusal for what could not be answered or scored
 */
export function readQuestion(value: unknown, take: () => string, place: DocumentPlace): Question {
	const read = shape.read(value);
	checkMembers(read);
	const { kind, entries = 0, responses = 0, count = 0 } = read;
	const [id, stem] = [documentItemId(place), take()];
	const named = (length: number) =>
		Array.from({ length }, (_, at) => ({ id: documentEntryId(place, at), text: take() }));
	switch (kind) {
		case 'choice':
			check(entries > 1);
			return { kind, id, stem, options: named(entries) };
		case 'multiple':
			check(count > 0 && count <= entries);
			return { kind, id, stem, options: named(entries), count };
		case 'match':
			check(entries > 0 && responses >= entries);
			return publicMatch({ id, stem, premises: named(entries), responses: named(responses) });
		case 'order':
			check(entries > 1);
			return { kind, id, stem, steps: named(entries) };
		case 'number':
			check(read.unit !== false);
			return read.unit ? { kind, id, stem, unit: take() } : { kind, id, stem };
		case 'cloze': {
			const gap = `c${read.gap ?? 0}` as Gap;
			check(read.gap !== 0 && stem.includes(`{${gap}}`));
			return { kind, id, stem, gap };
		}
		default:
			return { kind, id, stem };
	}
}
