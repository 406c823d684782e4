import { describe, expect, it } from 'vitest';
import { ITEMS } from '../../../../tests/support/assignments';
import * as made from '../../../../tests/support/gradebooks';
import type { Response } from '../item/response';
import { keyChanges, rightOf, withRight, type Right } from './changed-key';
import { itemPlace, sheetPlace } from './decisions';
import { gradebook } from './gradebook';
import { gradebookCsv } from './gradebook-csv';
import { analyseItem } from './item-analysis';
import type { MarkCache } from './marking';
import { hex } from '../assignment/bytes';

const { assignment, CITY, decided, idOf, inputOf, sheet, SO, student } = made;

describe('another key', () => {
	it('is another option, as many others, or the other truth, and has no reason for being wrong', () => {
		expect(withRight(CITY, ['Busan'])).toMatchObject({
			key: 'b',
			options: [
				{ id: 'a', text: 'Seoul' },
				{ id: 'b', text: 'Busan' },
				{ id: 'c', text: 'Jeju', why: 'No.' }
			]
		});
		expect(JSON.stringify(withRight(CITY, ['Busan']))).not.toContain('Busan","why');
		expect(withRight(ITEMS.multiple, ['Text d', 'Text b'])).toMatchObject({ keys: ['b', 'd'] });
		expect(withRight(SO, false)).toMatchObject({ key: false, why: '' });
	});

	it('is none where the item has no such options, asks for more or fewer, or takes no other key', () => {
		const { multiple, text, number, cloze, match, order } = ITEMS;
		const same = (item: Parameters<typeof withRight>[0], right: Right | undefined) =>
			expect(withRight(item, right)).toBe(item);
		same(CITY, ['Ulsan']);
		same(CITY, ['Busan', 'Jeju']);
		same(CITY, ['Busan', 'Busan']);
		same(CITY, true);
		same(CITY, undefined);
		same(multiple, ['Text b']);
		same(multiple, ['Text b', 'Text c', 'Text d']);
		same(SO, ['Busan']);
		for (const item of [text, number, cloze, match, order]) {
			same(item, ['Text b']);
			expect(rightOf(item)).toBeUndefined();
		}
	});

	it('is none where it is the key already', () => {
		for (const item of [CITY, SO, ITEMS.multiple]) {
			expect(withRight(item, rightOf(item))).toBe(item);
		}
	});
});

const city = (option: string): readonly Response[] => [{ kind: 'choice', option }];
const OTHER = { ...CITY, key: 'z' };
const [seoul, busan, jeju] = CITY.kind === 'choice' ? CITY.options : [];
/** The same question as another document has it: its options have other ids. */
const AGAIN = {
	...OTHER,
	options: [
		{ ...jeju, id: 'x' },
		{ ...busan, id: 'y' },
		{ ...seoul, id: 'z' }
	]
} as typeof CITY;

const SHEETS = [
	student(1, 'Ada', { responses: city('a') }),
	student(2, 'Minseo', { responses: city('b') }),
	student(3, 'Haru', { of: 'b', responses: city('y') }),
	student(4, 'Yuna', { of: 'b', responses: [null] })
];
const ASSIGNMENTS = [assignment('a', {}, [CITY]), assignment('b', { at: made.START }, [AGAIN])];
const BUSAN = new Map([['own/choice#', { right: ['Busan'], at: 1 }]]);

const bookOf = (fields: Parameters<typeof decided>[0], cache?: MarkCache) =>
	gradebook(inputOf(SHEETS, { assignments: ASSIGNMENTS, decisions: decided(fields) }), cache);
const pointsOf = (fields: Parameters<typeof decided>[0], cache?: MarkCache) =>
	bookOf(fields, cache).rows.map(({ total }) => total?.points);

describe('a changed key', () => {
	it('marks everybody anew, in every document, with what was remembered of the marking too', () => {
		const cache: MarkCache = new Map();
		expect(pointsOf({}, cache)).toEqual([1, 0, 0, 0]);
		expect(pointsOf({ changedKeys: BUSAN }, cache)).toEqual([0, 1, 1, 0]);
		expect(pointsOf({}, cache)).toEqual([1, 0, 0, 0]);
	});

	it('says what is right in the table, the counts and the facility, and what it was sent with', () => {
		const many = Array.from({ length: 20 }, (_, at) =>
			student(at + 1, `Student ${at}`, { responses: city(at < 15 ? 'b' : 'a') })
		);
		const input = { assignments: [assignment('a', {}, [CITY])] };
		const analysed = (changedKeys: typeof BUSAN) => {
			const book = gradebook(inputOf(many, { ...input, decisions: decided({ changedKeys }) }));
			const [column] = book.columns;
			if (!column) throw new Error('no column');
			return { column, analysis: analyseItem(book, column), book };
		};
		const before = analysed(new Map());
		expect(before.column).not.toHaveProperty('sent');
		expect(before.analysis.facility).toBe(0.25);
		const { column, analysis, book } = analysed(BUSAN);
		expect(analysis.facility).toBe(0.75);
		expect(analysis.options).toMatchObject([
			{ answer: 'Seoul', value: 'Seoul', isKey: false, count: 5 },
			{ answer: 'Busan', value: 'Busan', isKey: true, count: 15 },
			{ answer: 'Jeju', value: 'Jeju', isKey: false, count: 0 }
		]);
		expect(column.sent).toBe(CITY);
		expect(book.assignments[0]?.items[0]?.item).toMatchObject({ key: 'b' });
		const words = { number: '', name: '', points: '', outOf: '', percent: '', attempt: '' };
		const csv = gradebookCsv(book, {
			...{ ...words, notes: '', excused: '' },
			...{ item: () => '', noted: () => '' }
		});
		expect(csv.split('\r\n')[1]).toBe('1,Student 0,1,1,1,100,1,');
	});

	it('leaves alone what was excused or given by hand', () => {
		const [, minseo] = SHEETS;
		const place = sheetPlace(hex(minseo?.sheet.hash ?? new Uint8Array()), 0);
		const override = { score: 0.5, note: '', at: 1 };
		const overrides = new Map([[place, override]]);
		expect(pointsOf({ changedKeys: BUSAN, overrides })).toEqual([0, 0.5, 1, 0]);
		const excused = new Set([itemPlace(idOf('a'), 0)]);
		expect(bookOf({ changedKeys: BUSAN, excused }).rows[0]?.total).toMatchObject({ outOf: 0 });
	});

	it('would change as many marks as are told beforehand', () => {
		const changes = (fields: Parameters<typeof decided>[0], right: Right) => {
			const book = bookOf(fields);
			const [column] = book.columns;
			return column && keyChanges(book, column, right);
		};
		expect(changes({}, ['Busan'])).toBe(3);
		expect(changes({}, ['Jeju'])).toBe(1);
		expect(changes({}, ['Seoul'])).toBe(0);
		expect(changes({ changedKeys: BUSAN }, ['Seoul'])).toBe(3);
		const excused = new Set([itemPlace(idOf('a'), 0)]);
		expect(changes({ excused }, ['Busan'])).toBe(1);
	});

	it('that no document can have leaves everybody marked as before', () => {
		const changedKeys = new Map([['own/choice#', { right: ['Ulsan'], at: 1 }]]);
		expect(pointsOf({ changedKeys })).toEqual(pointsOf({}));
		const [row] = gradebook(inputOf([sheet()], { decisions: decided({ changedKeys }) })).rows;
		expect(row?.total?.points).toBe(4);
	});
});
