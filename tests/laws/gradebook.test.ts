import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { hex } from '../../src/lib/core/assignment/bytes';
import type { Right } from '../../src/lib/core/gradebook/changed-key';
import { sheetPlace, type Decisions } from '../../src/lib/core/gradebook/decisions';
import { gradebook } from '../../src/lib/core/gradebook/gradebook';
import {
	csvOf,
	defused,
	gradebookCsv,
	undefused
} from '../../src/lib/core/gradebook/gradebook-csv';
import type { MarkCache } from '../../src/lib/core/gradebook/marking';
import type { ReceivedSheet } from '../../src/lib/core/gradebook/table';
import type { Response } from '../../src/lib/core/item/response';
import { assignment, decided, inputOf, sheet, START } from '../support/gradebooks';
import { law } from './law';

const texts = fc.constantFrom('Nara', 'nara', 'Osaka', 'Kyoto', '12', 'ㄱ', '');
const responses = fc.tuple(
	fc.option(texts.map((text): Response => ({ kind: 'text', text }))),
	fc.option(texts.map((text): Response => ({ kind: 'number', text }))),
	fc.option(fc.constantFrom('a', 'b', 'c').map((option): Response => ({ kind: 'choice', option }))),
	fc.option(fc.boolean().map((answer): Response => ({ kind: 'true-false', answer })))
);

/** Few names, so that they meet. */
const sheets: fc.Arbitrary<readonly ReceivedSheet[]> = fc.array(
	fc
		.record({
			of: fc.constantFrom('a', 'b'),
			device: fc.constantFrom('one', 'two'),
			received: fc.nat(5).map((at) => START + at),
			responses,
			body: fc.record({
				attempt: fc.constantFrom('x', 'y', 'z'),
				number: fc.integer({ min: 1, max: 3 }),
				classNumber: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
				name: fc.constantFrom('Minseo', 'MINSEO', 'Haru')
			})
		})
		.map((fields) => sheet(fields)),
	{ maxLength: 8 }
);

const counts = fc.constantFrom('first', 'best', 'last');
const books = fc.record({ sheets, counts }).map(({ sheets: given, counts: how }) => ({
	given,
	fields: {
		assignments: [
			assignment('a', { policy: { attempts: 2, counts: how } }),
			assignment('b', { at: START, policy: { attempts: 0, counts: how, passMark: 50 } })
		]
	}
}));

/** Keys that are changed: to what the item has, to what it has not, and to what it cannot have. */
const rights = fc.constantFrom<Right>(
	['Seoul'],
	['Busan'],
	['Jeju', 'Busan'],
	['Ulsan'],
	true,
	false
);
const changes: fc.Arbitrary<Decisions['changedKeys']> = fc
	.array(fc.tuple(fc.constantFrom('own/choice#', 'own/true-false#', 'own/text#'), rights))
	.map((list) => new Map(list.map(([own, right]) => [own, { right, at: 1 }])));

describe('a gradebook', () => {
	law(
		'is the same in whatever order its sheets came',
		fc.property(
			books.chain(({ given, fields }) =>
				fc.record({
					given: fc.constant(given),
					fields: fc.constant(fields),
					mixed: fc.shuffledSubarray([...given], { minLength: given.length })
				})
			),
			({ given, fields, mixed }) => {
				expect(gradebook(inputOf(mixed, fields))).toEqual(gradebook(inputOf(given, fields)));
			}
		)
	);

	law(
		'is the same when its sheets come again, later',
		fc.property(books, ({ given, fields }) => {
			const again = given.map((each) => ({ ...each, received: each.received + 10 }));
			expect(gradebook(inputOf([...given, ...again], fields))).toEqual(
				gradebook(inputOf(given, fields))
			);
		})
	);

	law(
		'is as before when what was accepted, excused, given by hand, said of students or of keys is taken back',
		fc.property(books, texts, changes, ({ given, fields }, text, changedKeys) => {
			const cache: MarkCache = new Map();
			const before = gradebook(inputOf(given, fields), cache);
			const places = given.map((each) => sheetPlace(hex(each.sheet.hash), 0));
			const decisions: Decisions = decided({
				accepted: new Map([['own/text#', [{ text, at: 1 }]]]),
				changedKeys,
				excused: new Set(places),
				overrides: new Map(places.map((place) => [place, { score: 1, note: '', at: 1 }])),
				students: new Map(given.map(({ sheet: { hash } }) => [hex(hash), { name: 'Yuna' }]))
			});
			gradebook(inputOf(given, { ...fields, decisions }), cache);
			expect(gradebook(inputOf(given, fields), cache)).toEqual(before);
		})
	);

	law(
		'marks with what it remembers as it marks anew',
		fc.property(
			books,
			fc.array(texts, { maxLength: 3 }),
			changes,
			({ given, fields }, accepted, changedKeys) => {
				const cache: MarkCache = new Map();
				gradebook(inputOf(given, fields), cache);
				const list = accepted.map((text, at) => ({ text, at }));
				const decisions = decided({ accepted: new Map([['own/text#', list]]), changedKeys });
				const input = inputOf(given, { ...fields, decisions });
				expect(gradebook(input, cache)).toEqual(gradebook(input));
			}
		)
	);

	law(
		'never takes points away for an answer that is accepted',
		fc.property(books, texts, ({ given, fields }, text) => {
			const decisions = decided({ accepted: new Map([['own/text#', [{ text, at: 1 }]]]) });
			const pointsOf = (book: ReturnType<typeof gradebook>) =>
				book.rows.flatMap(({ attempts }) => attempts.map(({ total }) => total.points));
			const before = pointsOf(gradebook(inputOf(given, fields)));
			const after = pointsOf(gradebook(inputOf(given, { ...fields, decisions })));
			expect(after.every((points, at) => points >= (before[at] ?? 0))).toBe(true);
		})
	);

	law(
		'holds every sheet once, whatever counts',
		fc.property(books, ({ given, fields }) => {
			const { rows, sheets: count } = gradebook(inputOf(given, fields));
			const hashes = rows.flatMap(({ attempts }) => attempts.map(({ hash }) => hash));
			expect(new Set(hashes).size).toBe(hashes.length);
			expect(new Set(hashes)).toEqual(new Set(given.map((each) => hex(each.sheet.hash))));
			expect(count).toBe(hashes.length);
		})
	);
});

/** Reads RFC 4180, and nothing else. */
function readCsv(csv: string): readonly (readonly string[])[] {
	const rows: string[][] = [[]];
	const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
	for (let found = field.exec(csv.slice(1)); found; found = field.exec(csv.slice(1))) {
		rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
		if (found[3] === '\r\n') rows.push([]);
		if (field.lastIndex === csv.length - 1) break;
	}
	return rows.slice(0, -1);
}

const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '−'];
const BEFORE = [
	'',
	' ',
	'  ',
	'"',
	"'",
	'\u200b',
	'\ufeff',
	'\u00a0',
	'\u3000',
	'\u2066',
	'\0',
	'”'
];
const hostile = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc
		.tuple(
			fc.array(fc.constantFrom(...BEFORE), { maxLength: 3 }),
			fc.constantFrom(...DANGEROUS),
			fc.string({ unit: 'binary', maxLength: 8 })
		)
		.map(([before, sign, rest]) => `${before.join('')}${sign}${rest}`),
	fc.constantFrom('=cmd|"/C calc"!A0', '@SUM(1+1)*cmd', 'a;=1+1', 'a\r\n=1', 'Minseo', '"quoted"')
);

/** What a spreadsheet might look past before it looks for a formula. */
const lookedPast = (text: string) =>
	[...text].filter((letter) => !BEFORE.includes(letter) || letter === "'").join('');

describe('a table as comma-separated values', () => {
	law(
		'has no cell that begins like a formula',
		fc.property(hostile, (text) => {
			const start = lookedPast(defused(text)).charAt(0);
			expect(DANGEROUS).not.toContain(start);
			expect(DANGEROUS).not.toContain(defused(text).trimStart().charAt(0));
		})
	);

	law(
		'gives back every text',
		fc.property(fc.array(fc.array(hostile, { minLength: 1 }), { minLength: 1 }), (rows) => {
			const read = readCsv(csvOf(rows)).map((row) => row.map(undefused));
			expect(read).toEqual(rows);
		})
	);

	law(
		'keeps numbers that we wrote, below zero too',
		fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
			expect(Number(readCsv(csvOf([[value]]))[0]?.[0])).toBe(Object.is(value, -0) ? 0 : value);
		})
	);

	law(
		'has a row for each student and a column for each item, whatever they call themselves',
		fc.property(hostile, (name) => {
			const book = gradebook(inputOf([sheet({ body: { name } })]));
			const csv = gradebookCsv(book, {
				...{ number: 'No.', name: 'Name', points: 'Points', outOf: 'Out of', percent: '%' },
				...{ attempt: 'Attempt', notes: 'Notes', excused: 'excused' },
				item: (_, at) => String(at + 1),
				noted: () => ''
			});
			expect(csv.startsWith('\ufeff')).toBe(true);
			const [head, row, more] = readCsv(csv);
			expect(more).toBeUndefined();
			expect(head).toHaveLength(11);
			expect(row?.map(undefused)).toEqual([
				...['14', name, '1', '1', '1', '1', '4', '4', '100', '1', '']
			]);
		})
	);
});
