import { fail, ok, type Result } from '../result';
import { BROWSE_STATES, isKind, KINDS } from './browse-filter';
import { FLAGS } from '../log/control';
import { didYouMean } from './did-you-mean';
import {
	FIELDS,
	MEASURES,
	plainSigns,
	printTerm,
	type Clause,
	type Comparison,
	type Field,
	type Measure,
	type Search,
	type Term
} from './search';
import { at, OR, writtenAt, type Written } from './written-term';

/** Longest search that is read, in UTF-16 code units. */
export const MAX_SEARCH_LENGTH = 500;

/** Why a part of a search cannot be read; each has words of its own on the page. */
export type SearchCode =
	| 'not-text'
	| 'too-long'
	| 'unknown-field'
	| 'missing-value'
	| 'unknown-topic'
	| 'unknown-kind'
	| 'unknown-state'
	| 'unknown-flag'
	| 'no-number'
	| 'no-comparison';

/** A part of a search that cannot be read. */
export interface SearchProblem {
	readonly code: SearchCode;
	/** Where the part begins and ends, in UTF-16 code units. */
	readonly start: number;
	readonly end: number;
	/** What may stand in its place, where that can be guessed. */
	readonly hint?: string;
}

/** A part of a search with its place; one that cannot be read has a problem and no clause. */
export interface Piece {
	readonly start: number;
	readonly end: number;
	/** Whether it is another possibility beside the piece before it. */
	readonly or: boolean;
	readonly clause?: Clause;
	readonly problem?: SearchProblem;
}

/** What the app knows of that a search may name. */
export interface Vocabulary {
	/** `bank/topic` each; a topic is told from others only where they are given. */
	readonly topics?: readonly string[];
}

type Meant = { readonly term: Term } | { readonly code: SearchCode; readonly hint?: string };

const wrong = (code: SearchCode, hint?: string): Meant =>
	hint === undefined ? { code } : { code, hint };

const COMPARISONS: Readonly<Record<string, Comparison>> = {
	...{ '<': '<', '<=': '<=', '≤': '<=', '>': '>', '>=': '>=', '≥': '>=', '=': '=', ':': '=' }
};

function measureTerm(measure: Measure, { sign, value }: Written): Meant {
	const test = COMPARISONS[sign];
	if (test === undefined) return wrong('no-comparison');
	if (!/^-?\d{1,6}(?:\.\d{1,3})?$/.test(value)) return wrong('no-number', `${measure}${test}10`);
	// A minus before nothing is nothing.
	return { term: { by: 'measure', measure, test, value: Number(value) || 0 } };
}

function topicTerm(topic: string, { topics }: Vocabulary): Meant {
	const term = { by: 'topic', topic } as const;
	if (!topics || topics.some((each) => isTopic(each, topic))) return { term };
	const names = topics.map((each) => each.slice(each.indexOf('/') + 1));
	const near = didYouMean(topic.toLowerCase(), [...names, ...topics]);
	return wrong('unknown-topic', near && `topic:${near}`);
}

/** Whether a topic of a bank (`bank/topic`) is the one that is named, with its bank or without. */
export const isTopic = (key: string, named: string): boolean =>
	key === named || key.slice(key.indexOf('/') + 1) === named;

/** The shortest name of a topic that no other one has. */
export function topicName(key: string, topics: readonly string[]): string {
	const name = key.slice(key.indexOf('/') + 1);
	return topics.filter((each) => isTopic(each, name)).length === 1 ? name : key;
}

function stateTerm(value: string): Meant {
	const state = BROWSE_STATES.find((each) => each === value);
	if (state) return { term: { by: 'is', state } };
	const near = didYouMean(value, BROWSE_STATES);
	return wrong('unknown-state', near && `is:${near}`);
}

function kindTerm(value: string): Meant {
	if (isKind(value)) return { term: { by: 'kind', kind: value } };
	const near = didYouMean(value, KINDS);
	return wrong('unknown-kind', near && `kind:${near}`);
}

function flagTerm(value: string): Meant {
	const flag = FLAGS.find((each) => String(each) === value);
	return flag === undefined ? wrong('unknown-flag', 'flag:1') : { term: { by: 'flag', flag } };
}

function fieldTerm(field: Field, value: string, known: Vocabulary): Meant {
	if (value.trim() === '') return wrong('missing-value');
	const word = plainSigns(value).toLowerCase();
	switch (field) {
		case 'topic':
			return topicTerm(value, known);
		case 'kind':
			return kindTerm(word);
		case 'is':
			return stateTerm(word);
		case 'source':
			return { term: { by: 'source', source: value } };
		case 'flag':
			return flagTerm(word);
	}
}

function unknownField({ field = '', sign, value }: Written): Meant {
	const near = didYouMean(field, sign === ':' ? FIELDS : MEASURES);
	if (near !== undefined) return wrong('unknown-field', near + sign + value);
	return wrong('unknown-field', printTerm({ by: 'text', text: field + sign + value }));
}

function meant(written: Written, known: Vocabulary): Meant | undefined {
	const { field, value } = written;
	if (field === undefined) {
		return value.trim() === '' ? undefined : { term: { by: 'text', text: value } };
	}
	const measure = MEASURES.find((each) => each === field);
	if (measure) return measureTerm(measure, written);
	const named = FIELDS.find((each) => each === field);
	if (named && written.sign !== ':') return wrong('no-comparison', `${named}:${value}`);
	return named ? fieldTerm(named, value, known) : unknownField(written);
}

function pieceOf(written: Written, or: boolean, known: Vocabulary): Piece | undefined {
	const { start, end, not } = written;
	const found = meant(written, known);
	if (!found) return undefined;
	if ('term' in found) return { start, end, or, clause: { not, term: found.term } };
	const hint = found.hint === undefined ? {} : { hint: (not ? '-' : '') + found.hint };
	return { start, end, or, problem: { code: found.code, start, end, ...hint } };
}

/** The parts of a search in their order, each with its place. Reads every text. */
export function searchPieces(text: string, known: Vocabulary = {}): readonly Piece[] {
	const typed = text.slice(0, MAX_SEARCH_LENGTH);
	const plain = plainSigns(typed);
	const pieces: Piece[] = [];
	let or = false;
	for (let start = 0; start < plain.length;) {
		if (plain.charAt(start) === ' ') {
			start += 1;
		} else if (
			!or &&
			pieces.length > 0 &&
			at(OR, plain, start) &&
			/[^ ]/.test(plain.slice(start + 2))
		) {
			or = true;
			start += 2;
		} else {
			const written = writtenAt(plain, typed, start);
			const piece = pieceOf(written, or, known);
			if (piece) pieces.push(piece);
			or = false;
			start = written.end;
		}
	}
	return pieces;
}

/** What can be read of a text, and what cannot. */
export interface ReadSearch {
	readonly search: Search;
	readonly problems: readonly SearchProblem[];
}

function groupsOf(pieces: readonly Piece[]): Search {
	const groups: Clause[][] = [];
	for (const { clause, or } of pieces) {
		// One that cannot be read has its group all the same: what is beside it stays beside it.
		if (!or || groups.length === 0) groups.push([]);
		if (clause) groups.at(-1)?.push(clause);
	}
	return groups.filter((group) => group.length > 0);
}

/** Reads all of a search that can be read: one slip does not take the rest away. */
export function readSearch(text: string, known: Vocabulary = {}): ReadSearch {
	const pieces = searchPieces(text, known);
	const end = text.length;
	const long: SearchProblem[] =
		end > MAX_SEARCH_LENGTH ? [{ code: 'too-long', start: MAX_SEARCH_LENGTH, end }] : [];
	return {
		search: groupsOf(pieces),
		problems: [...pieces.flatMap(({ problem }) => problem ?? []), ...long]
	};
}

/**
 * Parses a search: words (all must be found), `"words together"`, `topic:`, `kind:`, `is:`,
 * `source:`, `flag:`, `stability<10` (and `difficulty`, `lapses`, `due`), a minus before what must
 * not be, `or` between two of which one is enough.
 *
 * Law: parsing what `printSearch` gives is the search; every text parses or has a place within it
 * that does not. Never throws.
 */
export function parseSearch(
	text: unknown,
	known: Vocabulary = {}
): Result<Search, readonly SearchProblem[]> {
	if (typeof text !== 'string') return fail([{ code: 'not-text', start: 0, end: 0 }]);
	const { search, problems } = readSearch(text, known);
	return problems.length > 0 ? fail(problems) : ok(search);
}
