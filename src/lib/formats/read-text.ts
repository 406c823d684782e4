import type { ReadBlock } from '$lib/core/bank/pasted';
import { aiken } from './aiken/aiken';
import type { Wish } from './format';
import { splitTables } from './split-tables';

async function readColumns(text: string, wish: Wish): Promise<readonly ReadBlock[]> {
	const { csv } = await import('./csv/csv');
	return csv.read(text, wish);
}

/**
 * Reads a text by the first format that it looks like; columns, and what reads them, come last. Rows
 * of a spreadsheet among questions are read as columns.
 */
export async function readText(text: string, wish: Wish): Promise<readonly ReadBlock[]> {
	if (!aiken.fits(text)) return readColumns(text, wish);
	const { questions, rows } = splitTables(text);
	const read = aiken.read(questions, wish);
	if (rows === '') return read;
	return [...read, ...(await readColumns(rows, wish))].sort((a, b) => a.fromLine - b.fromLine);
}

/** Whether any of a text is read as columns, of which two can be asked in two ways. */
export const isColumns = (text: string): boolean =>
	!aiken.fits(text) || splitTables(text).rows !== '';
