import type { Kind } from '../item/item';
import type { BrowseState } from './browse-filter';

/** A number that is known of a card that was answered. */
export type Measure = 'stability' | 'difficulty' | 'lapses' | 'due';

export const MEASURES: readonly Measure[] = ['stability', 'difficulty', 'lapses', 'due'];

/** How a measure is compared with a number. */
export type Comparison = '<' | '<=' | '>' | '>=' | '=';

/** One thing that is asked of an item. */
export type Term =
	/** A word, or words that stand together. */
	| { readonly by: 'text'; readonly text: string }
	/** `topic`, or `bank/topic` */
	| { readonly by: 'topic'; readonly topic: string }
	| { readonly by: 'kind'; readonly kind: Kind }
	| { readonly by: 'is'; readonly state: BrowseState }
	/** Id of an article, or a part of its title. */
	| { readonly by: 'source'; readonly source: string }
	/** 1..7 */
	| { readonly by: 'flag'; readonly flag: number }
	/** Stability and due in days (negative when overdue), difficulty 1..10. */
	| {
			readonly by: 'measure';
			readonly measure: Measure;
			readonly test: Comparison;
			readonly value: number;
	  };

/** A term, or what it does not let through. */
export interface Clause {
	readonly not: boolean;
	readonly term: Term;
}

/** What is searched for: of each group one clause at least must hold. Nothing lets all through. */
export type Search = readonly (readonly Clause[])[];

/** What the app tells a term from, in the order it is looked for. */
export const FIELDS = ['topic', 'kind', 'is', 'source', 'flag'] as const;

export type Field = (typeof FIELDS)[number];

/** A text that would be read as something else without its quotation marks. */
const NEEDS_QUOTES = /^[-"<>=≤≥]|[\s"\\:<>=≤≥]|^or$|^(?:stability|difficulty|lapses|due)$/i;
const QUOTED = /["\\]/g;

/**
 * Signs of the search in other widths and shapes, such as a phone or an input method puts them, as
 * those of ASCII. Every character stays one, so that places stay what they are.
 */
export const plainSigns = (text: string): string =>
	text
		.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
		.replace(/[“”„]/g, '"')
		.replace(/\s/g, ' ');

function printText(text: string): string {
	const plain = plainSigns(text);
	if (text !== '' && !NEEDS_QUOTES.test(plain)) return text;
	// Where it is only the shape that differs, the mark is set before the letter that was typed.
	const escaped = [...plain.matchAll(QUOTED)].map(({ index }) => index);
	return `"${Array.from({ length: text.length }, (_, at) => (escaped.includes(at) ? '\\' : '') + text.charAt(at)).join('')}"`;
}

/** A term as it is typed. */
export function printTerm(term: Term): string {
	switch (term.by) {
		case 'text':
			return printText(term.text);
		case 'topic':
			return `topic:${printText(term.topic)}`;
		case 'kind':
			return `kind:${term.kind}`;
		case 'is':
			return `is:${term.state}`;
		case 'source':
			return `source:${printText(term.source)}`;
		case 'flag':
			return `flag:${term.flag}`;
		case 'measure':
			return `${term.measure}${term.test}${term.value}`;
	}
}

const printClause = ({ not, term }: Clause) => `${not ? '-' : ''}${printTerm(term)}`;

/**
 * A search as it is typed.
 *
 * Law: what `parseSearch` makes of it is the search.
 */
export const printSearch = (search: Search): string =>
	search.map((group) => group.map(printClause).join(' or ')).join(' ');
