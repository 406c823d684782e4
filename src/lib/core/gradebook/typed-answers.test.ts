import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/gradebooks';
import type { AssignableItem } from '../assignment/public-document';
import { sheetPlace } from './decisions';
import { gradebook } from './gradebook';
import { acceptChanges, typedAnswers } from './typed-answers';

const { assignment, CAPITAL, CITY, decided, inputOf, student, YEARS } = made;

const typedBy = (item: AssignableItem, texts: readonly string[], first = 1) =>
	texts.map((text, at) =>
		student(first + at, `Student ${at}`, {
			responses: [{ kind: item.kind as 'text', text }]
		})
	);

function bookOf(item: AssignableItem, texts: readonly string[], decisions = decided({})) {
	const assignments = [assignment('a', {}, [item])];
	const book = gradebook(inputOf(typedBy(item, texts), { assignments, decisions }));
	const [column] = book.columns;
	if (!column) throw new Error('no column');
	return { book, column };
}

describe('typed answers', () => {
	it('are told apart as the scorer does, the most frequent first', () => {
		const { book, column } = bookOf(CAPITAL, ['osaka', 'Nara', 'Osaka!', 'nara', 'NARA', 'Kobe']);
		expect(typedAnswers(book, column, [])).toEqual([
			{ text: 'NARA', otherTexts: ['Nara', 'nara'], students: 3, score: 1 },
			{ text: 'Osaka!', otherTexts: ['osaka'], students: 2, score: 0 },
			{ text: 'Kobe', otherTexts: [], students: 1, score: 0 }
		]);
	});

	it('of a number are told apart by their value', () => {
		const { book, column } = bookOf(YEARS, ['12', 'twelve years', '13', 'soon']);
		expect(typedAnswers(book, column, []).map(({ students, score }) => [students, score])).toEqual([
			[2, 1],
			[1, 0.5],
			[1, 'invalid']
		]);
	});

	it('that were accepted are right, with the time at which they were', () => {
		const { book, column } = bookOf(CAPITAL, ['Osaka']);
		expect(typedAnswers(book, column, [{ text: 'OSAKA', at: 5 }])).toEqual([
			{ text: 'Osaka', otherTexts: [], students: 1, score: 1, acceptedAt: 5 }
		]);
	});

	it('there are none of what is chosen', () => {
		const assignments = [assignment('a', {}, [CITY])];
		const book = gradebook(inputOf([], { assignments }));
		expect(book.columns.flatMap((column) => typedAnswers(book, column, []))).toEqual([]);
	});
});

describe('accepting an answer', () => {
	it('changes all who gave it and who made a slip in it, and nobody else', () => {
		const { book, column } = bookOf(CAPITAL, ['Yokohama', 'yokohama', 'Yokohama', 'Kobe', 'Nara']);
		expect(acceptChanges(book, column, [], 'Yokohama')).toBe(3);
		expect(acceptChanges(book, column, [], 'Nara')).toBe(0);
		expect(acceptChanges(book, column, ['Yokohama'], 'Yokohama')).toBe(0);
	});

	it('changes as many as it says', () => {
		const texts = ['Yokohama', 'Kobe', 'Yokohaam', 'Nara'];
		const { book, column } = bookOf(CAPITAL, texts);
		const accepted = new Map([['own/text#', [{ text: 'Yokohama', at: 1 }]]]);
		const after = bookOf(CAPITAL, texts, decided({ accepted })).book;
		const changed = after.rows.filter(
			({ total }, at) => total?.points !== book.rows[at]?.total?.points
		);
		expect(acceptChanges(book, column, [], 'Yokohama')).toBe(changed.length);
		expect(changed).toHaveLength(2);
	});

	it('changes nobody whose points were given by hand', () => {
		const { book } = bookOf(CAPITAL, ['Osaka']);
		const hash = book.rows[0]?.attempts[0]?.hash ?? '';
		const overrides = new Map([[sheetPlace(hash, 0), { score: 0, note: '', at: 1 }]]);
		const { book: after, column } = bookOf(CAPITAL, ['Osaka'], decided({ overrides }));
		expect(acceptChanges(after, column, [], 'Osaka')).toBe(0);
	});

	it('of a number changes all who gave that number', () => {
		const { book, column } = bookOf(YEARS, ['14', 'fourteen', '15']);
		expect(acceptChanges(book, column, [], '14 years')).toBe(2);
	});
});
