import { describe, expect, it } from 'vitest';
import { isColumns, readText } from './read-text';

const QUESTION = ['Where was it?', 'A. Kyoto', 'B. Nara', 'ANSWER: B'];
const ROWS = ['Which is the largest ocean?\tPacific\tAtlantic\tIndian\tPacific', 'treaty\t조약'];

const inShort = async (...lines: string[]) =>
	(await readText(lines.join('\n'), { ask: 'cards' })).map((block) => {
		const at = `${block.fromLine}-${block.toLine}`;
		if ('header' in block) return `${at} header`;
		return `${at} ${'problem' in block ? block.problem.what : block.item.kind}`;
	});

describe('rows of a spreadsheet among questions', () => {
	it('are read as columns, after the questions and before them', async () => {
		const read = await inShort(...QUESTION, '', ...ROWS, '', ...QUESTION);
		expect(read).toEqual(['1-4 choice', '6-6 choice', '7-7 flashcard', '9-12 choice']);
		expect(await inShort(...ROWS, '', ...QUESTION)).toEqual([
			...['1-1 choice', '2-2 flashcard', '4-7 choice']
		]);
	});

	it('may follow an answer at once', async () => {
		expect(await inShort(...QUESTION, ...ROWS)).toEqual([
			...['1-4 choice', '5-5 choice', '6-6 flashcard']
		]);
	});

	it('can be asked in two ways', () => {
		expect(isColumns([...QUESTION, '', ...ROWS].join('\n'))).toBe(true);
		expect(isColumns(QUESTION.join('\n'))).toBe(false);
	});
});

describe('a tab within a question', () => {
	it('after a number or a letter makes no row of it', async () => {
		const listed = ['1.\tWhere was it?', 'A.\tKyoto', 'B.\tNara', 'ANSWER: B'];
		expect(await inShort(...listed, '', ...listed)).toEqual(['1-4 choice', '6-9 choice']);
		expect(await inShort('Where?', '', 'A.\tKyoto', 'B.\tNara', '', 'ANSWER: B')).toEqual([
			'1-6 choice'
		]);
	});

	it('in its words makes none either', async () => {
		const [, ...rest] = QUESTION;
		expect(await inShort('Where\twas it?', ...rest)).toEqual(['1-4 choice']);
	});
});
