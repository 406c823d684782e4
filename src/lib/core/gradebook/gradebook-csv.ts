import type { Gradebook, Row } from './table';

/** What a cell of a table may hold. A number is one that we worked out ourselves. */
export type CsvCell = string | number | undefined;

/**
 * What a spreadsheet takes for a formula, in its usual and its full-width form, also after spaces,
 * quotation marks and what is not seen. See "CSV injection" by OWASP.
 */
const FORMULA =
	/^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\p{Z}"'`‘’“”＂＇]*[=+\-@＝＋－＠﹢﹣﹦﹫⁺⁻⁼₊₋₌−\t\r\n]/u;

const BOM = '\ufeff';

/** A text that no spreadsheet takes for a formula: an apostrophe stands before what may be one. */
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** What {@link defused} was made of. */
export const undefused = (text: string): string =>
	text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

function written(cell: CsvCell): string {
	if (cell === undefined) return '';
	// A number that we wrote stays one, below zero too.
	if (typeof cell === 'number') return String(cell);
	const text = defused(cell);
	return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as comma-separated values (RFC 4180), with the mark that tells spreadsheets UTF-8. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
	BOM + rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');

/** Headings and words of the table, in the language of the page. */
export interface CsvWords {
	readonly number: string;
	readonly name: string;
	readonly points: string;
	readonly outOf: string;
	readonly percent: string;
	readonly attempt: string;
	readonly notes: string;
	readonly excused: string;
	/** What a column is headed by. @param at from 0 */
	readonly item: (column: Gradebook['columns'][number], at: number) => string;
	/** What there is to say of a row. */
	readonly noted: (row: Row) => string;
}

/** Two decimals are enough for a mark, and sums of thirds have many more. */
const rounded = (value: number | undefined) =>
	value === undefined ? undefined : Math.round(value * 100) / 100;

/** The marks of all students: one row each, one column an item. Blank ones have no points. */
export function gradebookCsv({ columns, rows }: Gradebook, words: CsvWords): string {
	const { number, name, points, outOf, percent, attempt, notes } = words;
	const head = [number, name, ...columns.map(words.item), points, outOf, percent, attempt, notes];
	const body = rows.map((row): readonly CsvCell[] => [
		row.number,
		row.name,
		...row.cells.map((cell) => (cell?.excused ? words.excused : rounded(cell?.score))),
		...[rounded(row.total?.points), row.total?.outOf, rounded(row.total?.percent)],
		row.counted?.sheet.body.number,
		words.noted(row)
	]);
	return csvOf([head, ...body]);
}
