import { keyPositions, longestKeys, truths } from './bank-wide-rules';
import type { AskedBank } from './rule';

/** How many of each. */
export type Tally = Readonly<Record<string, number>>;

/** What a bank consists of, in numbers. */
export interface BankCounts {
	readonly items: number;
	readonly topics: Tally;
	readonly kinds: Tally;
	readonly claims: Tally;
	readonly difficulties: Tally;
	/** Of each article: the items that cite it, and its paragraphs that are cited and citable. */
	readonly articles: Readonly<
		Record<string, { readonly items: number; readonly cited: number; readonly citable: number }>
	>;
	/** Paragraphs for which terms are listed, so that they can be cited; and those that are. */
	readonly paragraphs: { readonly cited: number; readonly citable: number };
	/** Of the choices: how often the key stands first, second … */
	readonly keyPositions: readonly number[];
	readonly longestKeys: { readonly all: number; readonly longest: number };
	readonly trueFalse: { readonly all: number; readonly isTrue: number };
	/** Warnings that were accepted with a reason, by the number of the rule. */
	readonly accepted: Tally;
}

function tally(values: readonly string[]): Tally {
	const counts: Record<string, number> = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}

function countArticles({ items, sources }: AskedBank): BankCounts['articles'] {
	return Object.fromEntries(
		sources.map(({ id, paragraphs }) => {
			const citing = items.filter(({ evidence }) => evidence.some(({ source }) => source === id));
			const pointers = citing.flatMap(({ evidence }) => evidence);
			const cited = new Set(
				pointers.filter(({ source }) => source === id).map(({ paragraph }) => paragraph)
			);
			const citable = paragraphs.filter(({ terms }) => terms.length > 0).length;
			return [id, { items: citing.length, cited: cited.size, citable }];
		})
	);
}

/** Counts a bank that compiles. */
export function countBank(bank: AskedBank): BankCounts {
	const { items } = bank;
	const articles = countArticles(bank);
	const sum = (field: 'cited' | 'citable') =>
		Object.values(articles).reduce((all, article) => all + article[field], 0);
	const { all, longest } = longestKeys(bank);
	const accepts = [...bank.accepts, ...items.flatMap((item) => item.accepts)];
	return {
		items: items.length,
		topics: tally(items.map(({ topic }) => topic)),
		kinds: tally(items.map(({ kind }) => kind)),
		claims: tally(items.map(({ claim }) => claim)),
		difficulties: tally(items.map(({ difficulty }) => difficulty)),
		articles,
		paragraphs: { cited: sum('cited'), citable: sum('citable') },
		keyPositions: keyPositions(bank).map(({ found }) => found),
		longestKeys: { all, longest },
		trueFalse: truths(bank),
		accepted: tally(accepts.map(({ rule }) => String(rule)))
	};
}
