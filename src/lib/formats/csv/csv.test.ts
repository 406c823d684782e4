import { describe, expect, it } from 'vitest';
import { csv } from './csv';

const cards = (text: string) => csv.read(text, { ask: 'cards' });
const flashcard = (front: string, back: string) => ({ kind: 'flashcard', front, back });

const inShort = (text: string, ask: 'cards' | 'typed' = 'cards') =>
	csv.read(text, { ask }).map((block) => {
		const lines = `${block.fromLine}-${block.toLine}`;
		if ('header' in block) return `${lines} header`;
		if ('problem' in block) {
			const { what, of } = block.problem;
			return of === undefined ? `${lines} ${what}` : `${lines} ${what} ${of}`;
		}
		return `${lines} ${block.item.kind}`;
	});

describe('two columns', () => {
	it.each(['\t', ',', ';'])('are cards, parted by %j', (sign) => {
		expect(cards(`treaty${sign}조약\npeace${sign}평화\n`)).toEqual([
			{ fromLine: 1, toLine: 1, item: flashcard('treaty', '조약') },
			{ fromLine: 2, toLine: 2, item: flashcard('peace', '평화') }
		]);
	});

	it('are read from a file of another system, with quotation marks', () => {
		const text = '\ufeff"a ""good"" one","two\r\nlines"\r\n\r\npeace,평화\r\n';
		expect(cards(text)).toEqual([
			{ fromLine: 1, toLine: 2, item: flashcard('a "good" one', 'two\nlines') },
			{ fromLine: 4, toLine: 4, item: flashcard('peace', '평화') }
		]);
	});

	it.each(['Term\tMeaning', '단어,뜻', '用語;意味', 'Question\tAnswer'])(
		'may have names above them: %s',
		(names) => {
			const sign = /[\t,;]/.exec(names)?.[0] ?? '';
			expect(inShort(`${names}\ntreaty${sign}조약`)).toEqual(['1-1 header', '2-2 flashcard']);
		}
	);

	it('are asked by typing the term, if that is wanted', () => {
		const [block] = csv.read('treaty\ta *formal* agreement', { ask: 'typed' });
		expect(block).toMatchObject({
			item: { kind: 'text', stem: 'a \\*formal\\* agreement', key: 'treaty' }
		});
	});

	it.each([
		['an empty cell', '\tmeaning', '1-1 empty-cell'],
		['one column', 'only words', '1-1 one-column'],
		['a term that is nothing to type', '…\tdots', '1-1 answer-signs …'],
		['a term too long to type', `${'x'.repeat(201)}\tlong`, '1-1 answer-long 200'],
		['a cell beyond measure', `x\t${'y'.repeat(2_001)}`, '1-1 too-long']
	])('say where there is %s', (_, text, expected) => {
		expect(inShort(text, 'typed')).toEqual([expected]);
	});

	it('say where a quotation mark is never closed, and what was read before', () => {
		expect(inShort('a,b\n"c,d\ne,f')).toEqual(['1-1 flashcard', '2-3 open-quote']);
	});
});

describe('more columns', () => {
	it.each([
		['a letter', 'B'],
		['a letter of another script', '나'],
		['a number', '2'],
		['its words', 'nara'],
		['a sign', '②']
	])('are a question whose key is %s', (_, key) => {
		expect(cards(`Where?\tKyoto\tNara\tTokyo\t${key}`)).toEqual([
			{
				...{ fromLine: 1, toLine: 1 },
				item: {
					...{ kind: 'choice', stem: 'Where?' },
					options: [{ text: 'Kyoto' }, { text: 'Nara', key: true }, { text: 'Tokyo' }]
				}
			}
		]);
	});

	it('take an option that is a number by its own words', () => {
		expect(cards('How many?\t2\t1\t3\t1')[0]).toMatchObject({
			item: { options: [{ text: '2' }, { text: '1', key: true }, { text: '3' }] }
		});
	});

	it('may leave options empty', () => {
		expect(cards('True?\tyes\tno\t\t\tA')[0]).toMatchObject({ item: { options: [{}, {}] } });
	});

	it('may have names above them', () => {
		const names = 'Question\tOption A\tOption B\tAnswer';
		expect(inShort(`${names}\nQ?\tx\ty\tA`)).toEqual(['1-1 header', '2-2 choice']);
		expect(inShort('문제,보기1,보기2,정답\nQ?,x,y,1')).toEqual(['1-1 header', '2-2 choice']);
		expect(inShort('問題,選択肢1,選択肢2,正解\nQ?,x,y,1')).toEqual(['1-1 header', '2-2 choice']);
	});

	it.each([
		['an answer that names no option', 'Q?\tx\ty\tz', '1-1 answer-unknown z'],
		['a number beyond the options', 'Q?\tx\ty\t3', '1-1 answer-unknown 3'],
		['one option', 'Q?\tx\tx', '1-1 one-option'],
		['one option twice', 'Q?\tx\tx\tA', '1-1 options-alike x'],
		['no stem', '\tx\ty\tA', '1-1 no-stem'],
		[
			'too many options',
			`Q?\t${Array.from({ length: 65 }, (_, n) => `o${n}`).join('\t')}\t1`,
			'1-1 too-many-options'
		]
	])('say where there is %s', (_, text, expected) => {
		expect(inShort(text)).toEqual([expected]);
	});
});
