import type { ReadBlock } from '$lib/core/bank/pasted';
import { foldAnswer, MAX_ANSWER_LENGTH } from '$lib/core/item/fold-answer';
import { comparable } from '$lib/core/text';
import Papa from 'papaparse';
import { asWritten } from '../as-written';
import type { Format, Wish } from '../format';
import { fault, isLong, makeChoice, type Made } from '../make-choice';
import { plainLines } from '../plain-lines';
import { isHeaderRow } from './header-row';

/** Letters that name options, in the order of a few scripts. */
const LETTERS = [
	'abcdefghijklmnopqrstuvwxyz',
	'가나다라마바사아자차카타파하',
	'アイウエオカキクケコ'
];

interface Row {
	readonly fromLine: number;
	readonly toLine: number;
	/** Without the empty ones at its end. */
	readonly cells: readonly string[];
	readonly isOpen: boolean;
}

/** Spreadsheets hand over tabs; files have commas, or semicolons where a comma is in numbers. */
function delimiterOf(text: string): string {
	if (text.includes('\t')) return '\t';
	const { meta } = Papa.parse<string[]>(text, {
		...{ preview: 20, newline: '\n', skipEmptyLines: 'greedy', delimitersToGuess: [',', ';'] }
	});
	return meta.delimiter || ',';
}

const breaksIn = (text: string) => text.split('\n').length - 1;

/** Rows with the lines they stand on: a quoted cell may have several. */
function rowsOf(text: string): readonly Row[] {
	const rows: Row[] = [];
	let [from, line] = [0, 1];
	Papa.parse<string[]>(text, {
		...{ newline: '\n', delimiter: delimiterOf(text) },
		step: ({ data, errors, meta }) => {
			const taken = text.slice(from, meta.cursor);
			const next = line + breaksIn(taken);
			const cells = data.map((cell) => cell.trim());
			while (cells.at(-1) === '') cells.pop();
			const toLine = Math.max(line, taken.endsWith('\n') ? next - 1 : next);
			if (cells.length > 0) {
				const isOpen = errors.some(({ type }) => type === 'Quotes');
				rows.push({ fromLine: line, toLine, cells, isOpen });
			}
			[from, line] = [meta.cursor, next];
		}
	});
	return rows;
}

/** By its own words first: an option may itself be a number. */
function findKey(key: string, texts: readonly string[]): number {
	const same = texts.findIndex((text) => comparable(text) === comparable(key));
	if (same >= 0) return same;
	const sign = key
		.normalize('NFKC')
		.trim()
		.toLowerCase()
		.replace(/^\(|[.)]$/g, '');
	const at = /^\d{1,2}$/.test(sign)
		? Number(sign) - 1
		: sign.length === 1
			? Math.max(...LETTERS.map((letters) => letters.indexOf(sign)))
			: -1;
	return at < texts.length ? at : -1;
}

function makeCard(term: string, meaning: string, { ask }: Wish): Made {
	if (term === '' || meaning === '') return fault('empty-cell');
	if (isLong(term) || isLong(meaning)) return fault('too-long');
	if (ask === 'cards') {
		return { item: { kind: 'flashcard', front: asWritten(term), back: asWritten(meaning) } };
	}
	if (term.length > MAX_ANSWER_LENGTH) return fault('answer-long', String(MAX_ANSWER_LENGTH));
	if (foldAnswer(term).length === 0) return fault('answer-signs', term);
	return { item: { kind: 'text', stem: asWritten(meaning), key: term } };
}

function made({ cells, isOpen }: Row, wish: Wish): Made {
	const [first = '', second = '', ...others] = cells;
	if (isOpen) return fault('open-quote');
	if (cells.length < 2) return fault('one-column');
	if (others.length === 0) return makeCard(first, second, wish);
	const key = cells.at(-1) ?? '';
	const texts = cells.slice(1, -1).filter((cell) => cell !== '');
	return makeChoice(first, texts, key, (options) => findKey(key, options));
}

/** Columns as a spreadsheet has them: a term and its meaning, or a question, its options and the key. */
export const csv: Format = {
	fits: () => true,
	read(text, wish) {
		return rowsOf(plainLines(text)).map((row, at): ReadBlock => {
			const { fromLine, toLine, cells } = row;
			if (at === 0 && isHeaderRow(cells)) return { fromLine, toLine, header: true };
			return { fromLine, toLine, ...made(row, wish) };
		});
	}
};
