import { endsQuestion, isOption } from './aiken/aiken';
import { plainLines } from './plain-lines';

/** What a list numbers or letters its lines with, before a tab: such a line is no row. */
const LABEL = /^\(?[\p{L}\p{N}]{1,3}[.)．）]$/u;

function isRow(line: string): boolean {
	const [first = '', second = ''] = line.split('\t').map((cell) => cell.trim());
	return first !== '' && second !== '' && !LABEL.test(first);
}

const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';

/**
 * Where rows of a spreadsheet stand among questions: whole runs of them, between empty lines or
 * after an answer. A line with a tab in the midst of a question is none.
 */
function rowsIn(lines: readonly string[]): ReadonlySet<number> {
	const rows = new Set<number>();
	for (let from = 0; from < lines.length; from += 1) {
		const before = lines[from - 1];
		const isBegin = isBlank(before) || endsQuestion(before ?? '');
		if (!isBegin || !isRow(lines[from] ?? '')) continue;
		let to = from;
		while (isRow(lines[to] ?? '')) to += 1;
		if (isOption(lines[to] ?? '')) continue;
		for (let at = from; at < to; at += 1) rows.add(at);
	}
	return rows;
}

/** A text of questions without the rows of a spreadsheet in it, and these alone, each on its line. */
export function splitTables(text: string): { readonly questions: string; readonly rows: string } {
	const lines = plainLines(text).split('\n');
	const rows = rowsIn(lines);
	const keep = (isWanted: (at: number) => boolean) =>
		lines.map((line, at) => (isWanted(at) ? line : '')).join('\n');
	return {
		questions: keep((at) => !rows.has(at)),
		rows: rows.size === 0 ? '' : keep((at) => rows.has(at))
	};
}
