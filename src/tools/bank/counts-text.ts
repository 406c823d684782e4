import type { BankCounts, Tally } from '../../lib/core/bank/rules/count-bank';

const listed = (tally: Tally) =>
	Object.entries(tally)
		.map(([name, count]) => `${name} ${count}`)
		.join(', ');

const percent = (part: number, whole: number) =>
	whole === 0 ? '' : ` (${Math.round((100 * part) / whole)} %)`;

const share = (part: number, whole: number) => `${part} of ${whole}${percent(part, whole)}`;

/** The counts of a bank as a person reads them, one sort a line. */
export function countsText(id: string, counts: BankCounts & { readonly cards: number }): string {
	const { paragraphs, articles, keyPositions, longestKeys, trueFalse, accepted } = counts;
	const rows: readonly (readonly [string, string])[] = [
		['topics', listed(counts.topics)],
		['kinds', listed(counts.kinds)],
		['claims', listed(counts.claims)],
		['difficulty', listed(counts.difficulties)],
		['key positions', keyPositions.join(', ')],
		['key is longest', share(longestKeys.longest, longestKeys.all)],
		['true', share(trueFalse.isTrue, trueFalse.all)],
		['accepted by rule', listed(accepted)],
		['paragraphs cited', share(paragraphs.cited, paragraphs.citable)],
		...Object.entries(articles).map(([name, { items, cited, citable }]): [string, string] => [
			`  ${name}`,
			`${items} items, ${share(cited, citable)} paragraphs`
		])
	];
	const width = Math.max(...rows.map(([name]) => name.length));
	return [
		`${id}: ${counts.items} items, ${counts.cards} cards`,
		...rows.flatMap(([name, value]) => (value === '' ? [] : [`  ${name.padEnd(width)}  ${value}`]))
	].join('\n');
}
