import type { Gap } from '../item/card-key';
import { publicMatch } from '../item/kinds/match/score-match';
import { MAX_OPTIONS } from './caps';
import { check, field, list, mapped, optional, record, text, uint, word, type Codec } from './codec';
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

/** A question without ids, which come from its place. */
interface Bare {
	readonly kind: Kind;
	readonly stem: string;
	/** Options, premises or steps by id. */
	readonly entries?: readonly string[];
	/** Of a match, by id. */
	readonly responses?: readonly string[];
	/** Of a multiple: how many are to be chosen. */
	readonly count?: number;
	readonly unit?: string;
	/** Of a cloze: 1 to 9. */
	readonly gap?: number;
}

const bare = record<Bare>({
	kind: field(0, word(...KINDS)),
	stem: field(1, text()),
	entries: optional(2, list(text(), MAX_OPTIONS, 1)),
	responses: optional(3, list(text(), MAX_OPTIONS, 1)),
	count: optional(4, uint(MAX_OPTIONS)),
	unit: optional(5, text()),
	gap: optional(6, uint(9))
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

function checkMembers(question: Bare): void {
	const members = MEMBERS[question.kind].split(' ');
	for (const name of ALL_MEMBERS) {
		const isThere = question[name] !== undefined;
		check(isThere ? members.some((each) => each.startsWith(name)) : !members.includes(name));
	}
}

const textsOf = (entries: readonly { readonly id: string; readonly text: string }[]) =>
	[...entries].sort((a, b) => (a.id < b.id ? -1 : 1)).map((entry) => entry.text);

function bareOf(question: Question): Bare {
	const { kind, stem } = question;
	switch (question.kind) {
		case 'choice':
			return { kind, stem, entries: textsOf(question.options) };
		case 'multiple':
			return { kind, stem, entries: textsOf(question.options), count: question.count };
		case 'match':
			return {
				...{ kind, stem, entries: textsOf(question.premises) },
				responses: textsOf(question.responses)
			};
		case 'order':
			return { kind, stem, entries: textsOf(question.steps) };
		case 'number':
			return question.unit === undefined ? { kind, stem } : { kind, stem, unit: question.unit };
		case 'cloze':
			return { kind, stem, gap: Number(question.gap.slice(1)) };
		default:
			return { kind, stem };
	}
}

/** @throws Refusal for what could not be answered or scored */
function withIds(question: Bare, place: DocumentPlace): Question {
	checkMembers(question);
	const { kind, stem, entries = [], responses = [], count = 0, unit } = question;
	const id = documentItemId(place);
	const named = (texts: readonly string[]) =>
		texts.map((each, at) => ({ id: documentEntryId(place, at), text: each }));
	switch (kind) {
		case 'choice':
			check(entries.length > 1);
			return { kind, id, stem, options: named(entries) };
		case 'multiple':
			check(count > 0 && count <= entries.length);
			return { kind, id, stem, options: named(entries), count };
		case 'match':
			check(responses.length >= entries.length);
			return publicMatch({ id, stem, premises: named(entries), responses: named(responses) });
		case 'order':
			check(entries.length > 1);
			return { kind, id, stem, steps: named(entries) };
		case 'number':
			return unit === undefined ? { kind, id, stem } : { kind, id, stem, unit };
		case 'cloze': {
			const gap = `c${question.gap ?? 0}` as Gap;
			check(question.gap !== 0 && stem.includes(`{${gap}}`));
			return { kind, id, stem, gap };
		}
		default:
			return { kind, id, stem };
	}
}

/** A question at its place in a document. */
export const questionCodec = (place: DocumentPlace): Codec<Question> =>
	mapped(bare, bareOf, (value) => withIds(value, place));
