import { readSearch, searchPieces } from './parse-search';
import { printSearch, printTerm, type Term } from './search';

/** What a search is narrowed to by a menu: one of each at most. */
export type Slot = 'topic' | 'kind' | 'state' | 'source';

const slots: Readonly<Record<Term['by'], Slot | undefined>> = {
	topic: 'topic',
	kind: 'kind',
	is: 'state',
	flag: 'state',
	source: 'source',
	text: undefined,
	measure: undefined
};

/** A piece that a menu may change: neither the opposite of a term nor one of several. */
function slotOf(text: string) {
	const pieces = searchPieces(text);
	return pieces.map((piece, at) => {
		const isOne = !piece.or && pieces[at + 1]?.or !== true;
		const { clause } = piece;
		const term = isOne && clause && !clause.not ? clause.term : undefined;
		return { ...piece, term, slot: term && slots[term.by] };
	});
}

/** The term of a search that a menu shows as picked; undefined where there is none, or several. */
export function termIn(text: string, slot: Slot): Term | undefined {
	const [first, ...others] = slotOf(text).filter((piece) => piece.slot === slot);
	return others.length === 0 ? first?.term : undefined;
}

/**
 * The text of a search with another term in a slot, or with none. What else was typed stays as it
 * was typed.
 *
 * Law: `termIn` of what comes out is the term.
 */
export function withTerm(text: string, slot: Slot, term: Term | undefined): string {
	const gone = slotOf(text).filter((piece) => piece.slot === slot);
	let rest = text;
	for (const { start, end } of gone.reverse()) {
		rest = `${rest.slice(0, start).trimEnd()} ${rest.slice(end).trimStart()}`;
	}
	rest = rest.trim();
	if (!term) return rest;
	const added = printTerm(term);
	if (rest === '') return added;
	// After an open quotation, or half a comparison, it would be read as a part of that.
	const ways = [`${rest} ${added}`, `${added} ${rest}`];
	const isRead = (way: string) => {
		const read = termIn(way, slot);
		return read !== undefined && printTerm(read) === added;
	};
	return ways.find(isRead) ?? `${printSearch(readSearch(rest).search)} ${added}`.trim();
}
