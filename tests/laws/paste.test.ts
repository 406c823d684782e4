import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { checkPasted } from '../../src/lib/core/bank/check-pasted';
import { readOwnBank, writeOwnBank, type OwnBank } from '../../src/lib/core/bank/own-bank';
import { MAX_PASTED_ITEMS, type AskAs } from '../../src/lib/core/bank/pasted';
import { plainText } from '../../src/lib/core/text';
import { aiken } from '../../src/lib/formats/aiken/aiken';
import { asWritten } from '../../src/lib/formats/as-written';
import { csv } from '../../src/lib/formats/csv/csv';
import { law } from './law';

/** What questions are made of, and what breaks them. */
const signs = fc.constantFrom(
	...['Which city?', 'A. Nara', 'B) Kyoto', 'ANSWER: B', 'answer: z', '정답: 가', '가) 서울', 'A.'],
	...['\n', '\n', '\n\n', '\r\n', '\t', '\t', ',', ';', '"', '""', '\ufeff', ' ', '*', '\\', '['],
	...['term', 'meaning', 'Question\tA\tB\tAnswer', '한국', '東京', '\u2028', '1', '🙂', '{lang=ko}']
);
const texts = fc.oneof(
	fc.array(signs, { maxLength: 24 }).map((parts) => parts.join('')),
	fc.string({ unit: 'binary', maxLength: 80 }),
	fc.string({ maxLength: 80 })
);
const asks = fc.constantFrom<AskAs>('cards', 'typed');
const formats = fc.constantFrom(aiken, csv);

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function newPorts() {
	let count = 0;
	return { digest, ids: { id: () => `i${(count += 1)}` } };
}

const itemsOf = (text: string, format: typeof aiken, ask: AskAs) =>
	checkPasted(format.read(text, { ask }), new Set(), newPorts()).blocks.filter(
		(block) => block.is === 'item'
	);

describe('a text that is pasted', () => {
	law(
		'is read into blocks with lines that it has, one after another',
		fc.property(texts, formats, asks, (text, format, ask) => {
			const count = text.split(/\r\n?|[\n\u0085\u2028\u2029]/).length;
			let last = 0;
			for (const { fromLine, toLine } of format.read(text, { ask })) {
				expect(fromLine).toBeGreaterThan(last);
				expect(toLine).toBeGreaterThanOrEqual(fromLine);
				expect(toLine).toBeLessThanOrEqual(count);
				last = toLine;
			}
		})
	);

	law(
		'has no question that the parser of every bank refuses',
		fc.property(texts, formats, asks, (text, format, ask) => {
			const { blocks } = checkPasted(format.read(text, { ask }), new Set(), newPorts());
			const refused = blocks.filter(
				(block) => block.is === 'problem' && block.problem.what === 'other'
			);
			expect(refused).toEqual([]);
			expect(blocks.length).toBeLessThanOrEqual(2 * MAX_PASTED_ITEMS);
		})
	);

	law(
		'is read back from its bank as it was kept',
		fc.property(texts, formats, asks, (text, format, ask) => {
			const items = itemsOf(text, format, ask).map(({ item, revision }) => {
				return { topic: 'all', revision, item };
			});
			const bank: OwnBank = {
				...{ id: 'own-a', lang: 'en', title: text, topics: [{ id: 'all', title: text }] },
				items
			};
			expect(readOwnBank(writeOwnBank(bank))).toEqual(bank);
		})
	);

	law(
		'shows the signs that it has, whatever the notation takes them for',
		fc.property(texts, (text) => {
			const words = (some: string) => some.replace(/\s+/g, ' ').trim();
			expect(words(plainText(asWritten(text)))).toBe(words(text));
		})
	);
});

describe('a document', () => {
	law(
		'is a bank or none, whatever it says',
		fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
			const bank = readOwnBank(text);
			if (bank) expect(readOwnBank(writeOwnBank(bank))).toEqual(bank);
		})
	);
});
