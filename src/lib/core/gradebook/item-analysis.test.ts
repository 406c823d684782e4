import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/gradebooks';
import type { AssignableItem } from '../assignment/public-document';
import type { Response } from '../item/response';
import { itemPlace } from './decisions';
import { gradebook } from './gradebook';
import { analyseItem, LEAST_ATTEMPTS } from './item-analysis';
import type { GradebookInput } from './table';

const { assignment, CITY, decided, idOf, inputOf, sheet, SO, student } = made;

/** One student a response, all to one item. */
function analysed(
	item: AssignableItem,
	responses: readonly (Response | null)[],
	fields: Partial<GradebookInput> = {}
) {
	const sheets = responses.map((response, at) =>
		student(at + 1, `Student ${at}`, { responses: [response] })
	);
	const assignments = [assignment('a', {}, [item])];
	const book = gradebook(inputOf(sheets, { assignments, ...fields }));
	const [column] = book.columns;
	if (!column) throw new Error('no column');
	return analyseItem(book, column);
}

const city = (option: string): Response => ({ kind: 'choice', option });
const times = <T>(count: number, value: T): readonly T[] => Array<T>(count).fill(value);

describe('an item', () => {
	it('has a facility once twenty attempted it, blank ones among them', () => {
		const answers = [...times(10, city('a')), ...times(5, city('b')), ...times(5, null)];
		expect(analysed(CITY, answers)).toMatchObject({
			...{ attempts: LEAST_ATTEMPTS, blank: 5, isFew: false, facility: 0.5 }
		});
	});

	it('has counts only below that', () => {
		const analysis = analysed(CITY, times(LEAST_ATTEMPTS - 1, city('a')));
		expect(analysis.isFew).toBe(true);
		expect(analysis.facility).toBeUndefined();
		expect(analysis.options[0]).toMatchObject({ answer: 'Seoul', isKey: true, count: 19 });
	});

	it('counts each option, those that nobody chose too', () => {
		const { options } = analysed(CITY, [city('a'), city('b'), city('b'), null]);
		expect(options).toMatchObject([
			{ answer: 'Seoul', isKey: true, count: 1 },
			{ answer: 'Busan', isKey: false, count: 2 },
			{ answer: 'Jeju', isKey: false, count: 0 }
		]);
	});

	it('counts one option of two documents together, though each names it otherwise', () => {
		const [one, , three] = CITY.kind === 'choice' ? CITY.options : [];
		const other = {
			...CITY,
			key: 'z',
			options: [
				{ ...three, id: 'y' },
				{ ...one, id: 'z' }
			]
		} as AssignableItem;
		const assignments = [assignment('a', {}, [CITY]), assignment('b', {}, [other])];
		const sheets = [
			student(1, 'A', { responses: [city('a')] }),
			student(2, 'B', { of: 'b', responses: [city('z')] })
		];
		const book = gradebook(inputOf(sheets, { assignments }));
		const [column] = book.columns;
		expect(column && analyseItem(book, column).options[0]).toMatchObject({
			...{ answer: 'Seoul', count: 2 }
		});
	});

	it('counts true and false, and each option of a multiple', () => {
		const truth = [true, false, false].map((answer) => ({ kind: 'true-false', answer }) as const);
		expect(analysed(SO, truth).options).toMatchObject([
			{ answer: true, isKey: true, count: 1 },
			{ answer: false, isKey: false, count: 2 }
		]);
		const several = {
			...{ ...CITY, kind: 'multiple', keys: ['a', 'c'] }
		} as unknown as AssignableItem;
		const chosen = [
			['a', 'b'],
			['a', 'c']
		].map((options) => ({ kind: 'multiple', options }) as const);
		expect(analysed(several, chosen).options.map(({ count }) => count)).toEqual([2, 1, 1]);
	});

	it('tells the most frequent wrong orders and matches', () => {
		const steps = ['x', 'y', 'z'].map((id) => ({ id, text: id.toUpperCase() }));
		const order = { ...CITY, kind: 'order', steps } as unknown as AssignableItem;
		const put = (...ids: string[]) => ({ kind: 'order', steps: ids }) as const;
		const orders = [put('x', 'y', 'z'), put('z', 'y', 'x'), put('y', 'x', 'z')];
		expect(analysed(order, [...orders, put('z', 'y', 'x')]).wrong).toEqual([
			{ answer: '1. Z; 2. Y; 3. X', isKey: false, count: 2 },
			{ answer: '1. Y; 2. X; 3. Z', isKey: false, count: 1 }
		]);
		const match = {
			...{ ...CITY, kind: 'match', key: { x: 'p', y: 'q' } },
			premises: steps.slice(0, 2),
			responses: ['p', 'q'].map((id) => ({ id, text: id }))
		} as unknown as AssignableItem;
		const pairs = [
			['x', 'q'],
			['y', 'p']
		] as const;
		expect(analysed(match, [{ kind: 'match', pairs }]).wrong).toEqual([
			{ answer: 'X: q; Y: p', isKey: false, count: 1 }
		]);
	});

	it('leaves out what is excused, and students of whom a sheet is to be chosen', () => {
		const excused = new Set([itemPlace(idOf('a'), 0)]);
		const decisions = decided({ excused });
		expect(analysed(CITY, [city('a')], { decisions })).toMatchObject({ attempts: 0, excused: 1 });
		const sheets = [sheet(), sheet({ device: 'other' })];
		const book = gradebook(inputOf(sheets));
		expect(book.columns.map((column) => analyseItem(book, column).attempts)).toEqual([0, 0, 0, 0]);
	});

	it('is judged by first attempts, whichever counts', () => {
		const assignments = [assignment('a', { policy: { attempts: 0, counts: 'last' } }, [CITY])];
		const sheets = [
			sheet({ responses: [city('b')] }),
			sheet({ responses: [city('a')], body: { attempt: 'x', number: 2 } })
		];
		const book = gradebook(inputOf(sheets, { assignments }));
		const [column] = book.columns;
		expect(book.rows[0]?.total?.points).toBe(1);
		expect(column && analyseItem(book, column).options[0]?.count).toBe(0);
	});
});
