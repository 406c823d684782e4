import { describe, expect, it } from 'vitest';
import { aiken } from './aiken';

const read = (...lines: string[]) => aiken.read(lines.join('\n'), { ask: 'cards' });

/** Lines and what came of them, in short. */
const inShort = (text: string) =>
	aiken.read(text, { ask: 'cards' }).map((block) => {
		const lines = `${block.fromLine}-${block.toLine}`;
		if ('header' in block) return `${lines} header`;
		if ('problem' in block) {
			const { what, of } = block.problem;
			return of === undefined ? `${lines} ${what}` : `${lines} ${what} ${of}`;
		}
		return `${lines} ${block.item.kind}`;
	});

const CITY = ['Where was it?', 'A. Kyoto', 'B) Nara', 'ANSWER: B'];

describe('a question in Aiken', () => {
	it('has its stem, its options and the key', () => {
		expect(read(...CITY)).toEqual([
			{
				...{ fromLine: 1, toLine: 4 },
				item: {
					...{ kind: 'choice', stem: 'Where was it?' },
					options: [{ text: 'Kyoto' }, { text: 'Nara', key: true }]
				}
			}
		]);
	});

	it.each([
		['a byte order mark and Windows line ends', `\ufeff${CITY.join('\r\n')}\r\n`],
		['the answer in lower case', CITY.join('\n').replace('ANSWER: B', 'answer: b')],
		['the answer with its sign', CITY.join('\n').replace('ANSWER: B', 'ANSWER: B)')],
		['the answer in its own words', CITY.join('\n').replace('ANSWER: B', 'Answer: nara')],
		['the answer in Korean', CITY.join('\n').replace('ANSWER', '정답')],
		['letters of another script', '어디?\n가. 교토\n나) 나라\n정답: 나'],
		['wide signs', 'どこ？\nＡ．京都\nＢ）奈良\n正解：Ｂ'],
		['empty lines within', CITY.join('\n\n')]
	])('is read with %s', (_, text) => {
		const blocks = aiken.read(text, { ask: 'cards' });
		expect(blocks).toHaveLength(1);
		expect(blocks[0]).toMatchObject({ item: { options: [{}, { key: true }] } });
	});

	it('may have several lines in its stem and in an option', () => {
		const [block] = read('Read this.', 'Where?', 'A. Kyoto', 'the old one', 'B. Nara', 'ANSWER: A');
		expect(block).toMatchObject({
			item: { stem: 'Read this.\nWhere?', options: [{ text: 'Kyoto\nthe old one' }, {}] }
		});
	});

	it('keeps its signs, which are no markup', () => {
		const [block] = read('What is *args* [x]{lang=ko}?', 'A. 2 * 3', 'B. **six**', 'ANSWER: A');
		expect(block).toMatchObject({
			item: {
				stem: 'What is \\*args\\* \\[x\\]{lang=ko}?',
				options: [{ text: '2 * 3' }, { text: '\\*\\*six\\*\\*' }]
			}
		});
	});
});

describe('a text in Aiken', () => {
	it('goes on after a question that cannot be read', () => {
		const text = [...CITY, '', 'No answer?', 'A. x', 'B. y', '', ...CITY].join('\n');
		expect(inShort(text)).toEqual(['1-4 choice', '6-8 no-answer', '10-13 choice']);
	});

	it.each([
		['no answer', 'Q?\nA. x\nB. y', '1-3 no-answer'],
		['an answer without a letter', 'Q?\nA. x\nB. y\nANSWER:', '1-4 no-answer'],
		['an answer that names no option', 'Q?\nA. x\nB. y\nANSWER: C', '1-4 answer-unknown C'],
		['one option', 'Q?\nA. x\nANSWER: A', '1-3 one-option'],
		['no option', 'Q?\nANSWER: A', '1-2 no-options'],
		['no stem', 'A. x\nB. y\nANSWER: A', '1-3 no-stem'],
		['one letter twice', 'Q?\nA. x\nA. y\nANSWER: A', '1-4 option-twice A'],
		['one option twice', 'Q?\nA. x\nB. X\nANSWER: A', '1-4 options-alike X'],
		['an empty option', 'Q?\nA. x\nB.\nANSWER: A', '1-4 option-empty B'],
		['a stem beyond measure', `${'x'.repeat(2_001)}\nA. x\nB. y\nANSWER: A`, '1-4 too-long']
	])('says where there is %s', (_, text, expected) => {
		expect(inShort(text)).toEqual([expected]);
	});

	it('is known by its answers, or by its options', () => {
		expect(aiken.fits(CITY.join('\n'))).toBe(true);
		expect(aiken.fits('Q?\nA. x\nB. y')).toBe(true);
		expect(aiken.fits('term,meaning\nU.S. president,head of state')).toBe(false);
		expect(aiken.fits('A. x\tone\nB. y\ttwo\nANSWER: z\tthree')).toBe(false);
	});
});
