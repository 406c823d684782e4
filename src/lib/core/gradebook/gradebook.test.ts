import { describe, expect, it } from 'vitest';
import { hex } from '../assignment/bytes';
import * as made from '../../../../tests/support/gradebooks';
import { choicePlace, itemPlace, sheetPlace } from './decisions';
import { gradebook } from './gradebook';
import type { MarkCache } from './marking';
import { sortRows } from './sort-rows';
import { rowKey } from './students';
import type { Attempt, Row } from './table';

const { assignment, BLANK, bytesNamed, decided, HOUR, idOf, inputOf } = made;
const { RIGHT, sheet, START, student } = made;

const rowsOf = (...given: Parameters<typeof inputOf>) => gradebook(inputOf(...given)).rows;
const only = (...given: Parameters<typeof inputOf>): Row => {
	const [row, other] = rowsOf(...given);
	if (!row || other) throw new Error('not one row');
	return row;
};
const notes = ({ notes: all }: Row | Attempt) => all.map(({ is }) => is);
const hashOf = (received: ReturnType<typeof sheet>) => hex(received.sheet.hash);
const wrong = [{ kind: 'text', text: 'Osaka' }, ...RIGHT.slice(1)] as typeof RIGHT;
const policy = (fields: object) => ({
	assignments: [assignment('a', { policy: { attempts: 0, counts: 'first', ...fields } })]
});

describe('a sheet', () => {
	it('has points by the frozen copy, of what is blank and of what cannot be read none', () => {
		const responses = [
			{ kind: 'text', text: 'nara' },
			{ kind: 'number', text: '13' },
			null,
			{ kind: 'choice', option: 'a' }
		] as const;
		const { cells, total } = only([sheet({ responses })]);
		expect(cells.map((cell) => [cell?.score, cell?.standing])).toEqual([
			[1, 'marked'],
			[0.5, 'marked'],
			[0, 'blank'],
			[0, 'unclear']
		]);
		expect(total).toEqual({ points: 1.5, outOf: 4, percent: 37.5 });
	});

	it('of another set has no row', () => {
		expect(rowsOf([sheet({ of: 'elsewhere' })])).toEqual([]);
	});

	it('that came twice is there once, from when it first came', () => {
		const [early, late] = [sheet({ received: START + 1 }), sheet({ received: START + 2 })];
		const row = only([late, early, late]);
		expect(row.attempts).toHaveLength(1);
		expect(row.attempts[0]?.received).toBe(START + 1);
	});
});

describe('a student', () => {
	it('is told by class number and name in any case, and by the name where there is no number', () => {
		const rows = rowsOf([
			student(14, 'Minseo', { body: { attempt: 'x' } }),
			student(14, 'ＭＩＮＳＥＯ', { body: { attempt: 'y' } }),
			student(3, 'Haru'),
			sheet({ device: 'n', body: { classNumber: undefined, name: 'YUNA' } }),
			sheet({ device: 'n', body: { classNumber: undefined, name: 'Yuna', attempt: 'two' } })
		]);
		expect(rows.map(({ student: key }) => key)).toEqual(['no:3:haru', 'no:14:minseo', 'name:yuna']);
	});

	it('has a row and a mark of their own where another gave the same number, and both are flagged', () => {
		const sheets = [
			student(23, 'Ana', { device: 'one' }),
			student(23, '佐藤花', { device: 'two', responses: BLANK })
		];
		const rows = rowsOf(sheets);
		expect(rows.map(({ name, total, needsChoice }) => [name, total?.points, needsChoice])).toEqual([
			['Ana', 4, false],
			['佐藤花', 0, false]
		]);
		const note = { is: 'same-number', number: 23, students: 2 };
		expect(rows.map((row) => row.notes)).toEqual([[note], [note]]);
	});

	it('of another class is another student', () => {
		const assignments = [assignment('a', { classId: 'aa' }), assignment('b', { classId: 'bb' })];
		const rows = rowsOf([sheet(), sheet({ of: 'b' })], { assignments });
		expect(rows.map(({ key }) => key)).toEqual([
			rowKey('aa', 'no:14:minseo'),
			rowKey('bb', 'no:14:minseo')
		]);
	});

	it('without a number who has the name of another is flagged', () => {
		const rows = rowsOf([
			sheet(),
			sheet({ device: 'n', body: { classNumber: undefined, name: 'minseo' } })
		]);
		expect(rows.map(notes)).toEqual([[], ['same-name']]);
	});

	it('is called as the sheet says that counts, and by the latest where none does', () => {
		const first = sheet({ responses: wrong });
		const second = sheet({
			...{ received: START + 2 * HOUR },
			body: { name: 'MINSEO', attempt: 'x', number: 2 }
		});
		expect(only([second, first], policy({})).name).toBe('Minseo');
		expect(only([second, first], policy({ counts: 'best' })).name).toBe('MINSEO');
		const other = sheet({ ...{ device: 'tablet', received: START }, body: { name: 'minseo' } });
		expect(only([first, other]).name).toBe('Minseo');
	});
});

describe('what the teacher says of whose a sheet is', () => {
	const [ana, sato] = [
		student(23, 'Ana'),
		student(23, '佐藤花', { device: 'two', responses: wrong })
	];
	const saying = (
		...said: readonly (readonly [typeof ana, { number?: number; name: string }])[]
	) => ({
		decisions: decided({ students: new Map(said.map(([of, whose]) => [hashOf(of), whose])) })
	});

	it('mends a number, with a note of what the sheet said', () => {
		const rows = rowsOf([ana, sato], saying([ana, { number: 24, name: 'Ana' }]));
		expect(rows.map(({ number, name, total }) => [number, name, total?.points])).toEqual([
			[23, '佐藤花', 3],
			[24, 'Ana', 4]
		]);
		expect(rows.map((row) => row.notes)).toEqual([
			[],
			[{ is: 'changed-by-you', number: 23, name: 'Ana' }]
		]);
	});

	it('joins two rows that are one student, of whose two devices neither counts until it is chosen', () => {
		const joined = saying([ana, { number: 23, name: '佐藤花' }]);
		const row = only([ana, sato], joined);
		expect(row).toMatchObject({ number: 23, name: '佐藤花', needsChoice: true });
		expect(row.attempts).toHaveLength(2);
		expect(notes(row)).toEqual(['changed-by-you', 'two-devices']);
		const chosen = new Map([[choicePlace(idOf('a'), row.student), hashOf(ana)]]);
		const decisions = { ...joined.decisions, chosen };
		expect(only([ana, sato], { decisions })).toMatchObject({
			name: '佐藤花',
			total: { points: 4 }
		});
	});

	it('is nothing to note where it is what the sheet says', () => {
		expect(notes(only([ana], saying([ana, { number: 23, name: 'Ana' }])))).toEqual([]);
	});
});

describe('what is worth saying', () => {
	it.each([
		['started after it was due', START - 1, ['late'], 'started'],
		['ended after it was due', START + 1, ['late'], 'ended'],
		['in time', START + HOUR, [], undefined]
	])('%s', (_, due, expected, what) => {
		const row = only([sheet()], policy({ due: { at: due, offset: 540 } }));
		expect(notes(row)).toEqual(expected);
		expect(row.notes[0]).toEqual(what && { is: 'late', what });
		expect(row.total?.points).toBe(4);
	});

	it('that it was received after the answers were out', () => {
		const assignments = [assignment('a', { released: START })];
		expect(notes(only([sheet({ received: START + 1 })], { assignments }))).toEqual([
			'after-answers'
		]);
		expect(notes(only([sheet({ received: START })], { assignments }))).toEqual([]);
	});

	it('that the clock was set back: it took less than nothing, or less than what was spent', () => {
		for (const lasted of [-1_000, 20_000]) {
			expect(notes(only([sheet({ body: { lasted } })]))).toEqual(['clock-set-back']);
		}
		expect(notes(only([sheet({ body: { lasted: 39_000 } })]))).toEqual([]);
	});

	it('that the phone was borrowed, or is another than before', () => {
		expect(notes(only([sheet({ body: { borrowed: true } })]))).toEqual(['borrowed']);
		const devices = new Map([[rowKey(undefined, 'no:14:minseo'), new Set(['00'])]]);
		expect(notes(only([sheet()], { devices }))).toEqual(['new-device']);
		expect(notes(only([sheet({ body: { borrowed: true } })], { devices }))).toEqual(['borrowed']);
		const known = new Map([
			[rowKey(undefined, 'no:14:minseo'), new Set([hex(bytesNamed('phone', 33))])]
		]);
		expect(notes(only([sheet()], { devices: known }))).toEqual([]);
	});

	it('that a later assignment came from another phone than an earlier one', () => {
		const assignments = [assignment('a'), assignment('b', { at: START })];
		const row = only([sheet(), sheet({ of: 'b', device: 'new' })], { assignments });
		expect(row.attempts.map(notes)).toEqual([[], ['new-device']]);
		expect(row.needsChoice).toBe(false);
	});

	it('that there are more attempts than were asked for, by their number or by how many there are', () => {
		const one = { assignments: [assignment('a')] };
		const numbered = only([sheet({ body: { number: 2 } })], one);
		expect(numbered.notes).toEqual([{ is: 'over-attempts', number: 2, allowed: 1 }]);
		expect(numbered.total?.points).toBe(4);
		const two = only([sheet(), sheet({ body: { attempt: 'x' } })], one);
		expect(notes(two)).toEqual(['over-attempts']);
		expect(notes(only([sheet({ body: { number: 9 } })], policy({})))).toEqual([]);
	});
});

describe('which attempt counts', () => {
	const first = sheet({ responses: wrong });
	const second = sheet({ body: { attempt: 'x', number: 2 } });
	const third = sheet({ responses: BLANK, body: { attempt: 'y', number: 3 } });
	const sheets = [third, first, second];

	it.each([
		['first', 3],
		['best', 4],
		['last', 0]
	])('%s', (counts, points) => {
		expect(only(sheets, policy({ counts })).total?.points).toBe(points);
	});

	it('is none beyond those allowed, as long as there is another', () => {
		expect(only(sheets, policy({ counts: 'last', attempts: 2 })).total?.points).toBe(4);
		expect(only([third], policy({ counts: 'last', attempts: 2 })).total?.points).toBe(0);
	});

	it('is chosen by the last policy where a student had two links', () => {
		const latest = { attempts: 1, counts: 'best' } as const;
		const assignments = [assignment('a'), assignment('b', { at: START, policy: latest })];
		const row = only([first, sheet({ of: 'b' })], { assignments });
		expect(row.total?.points).toBe(4);
		expect(row.first?.assignment).toBe(idOf('a'));
	});

	it('is none of two devices until one is chosen', () => {
		const other = sheet({ device: 'tablet', responses: wrong });
		const row = only([sheet(), other]);
		expect([row.needsChoice, row.counted, row.total]).toEqual([true, undefined, undefined]);
		expect(row.cells).toEqual([undefined, undefined, undefined, undefined]);
		expect(notes(row)).toEqual(['two-devices']);
		const chosen = new Map([[choicePlace(idOf('a'), 'no:14:minseo'), hashOf(other)]]);
		const decisions = decided({ chosen });
		const after = only([sheet(), other], { decisions });
		expect(after).toMatchObject({ needsChoice: false, total: { points: 3 } });
		expect(after.attempts).toHaveLength(2);
	});

	it('is none of two bodies of one attempt until one is chosen', () => {
		const other = sheet({ responses: wrong });
		const row = only([sheet(), other]);
		expect([row.needsChoice, row.counted]).toEqual([true, undefined]);
		expect(notes(row)).toEqual(['two-bodies']);
		const chosen = new Map([[choicePlace(idOf('a'), 'no:14:minseo'), hashOf(sheet())]]);
		expect(only([sheet(), other], { decisions: decided({ chosen }) }).total?.points).toBe(4);
	});

	it('is as it was chosen when numbers alone told students apart, for the student it is of', () => {
		const other = sheet({ device: 'tablet', responses: wrong });
		const chosen = new Map([[choicePlace(idOf('a'), 'no:14'), hashOf(other)]]);
		const sato = student(14, '佐藤花', { responses: BLANK });
		const rows = rowsOf([sheet(), other, sato], { decisions: decided({ chosen }) });
		expect(rows.map(({ name, total }) => [name, total?.points])).toEqual([
			['Minseo', 3],
			['佐藤花', 0]
		]);
	});

	it('is not changed by the choice of a sheet that is gone', () => {
		const chosen = new Map([[choicePlace(idOf('a'), 'no:14:minseo'), '00']]);
		const decisions = decided({ chosen });
		expect(only([sheet()], { decisions }).total?.points).toBe(4);
	});
});

describe('a decision', () => {
	const hash = hashOf(sheet({ responses: wrong }));
	const of = (fields: Parameters<typeof decided>[0], responses = wrong) =>
		only([sheet({ responses })], { decisions: decided(fields) });

	it('to accept an answer marks everybody who gave it right', () => {
		const accepted = new Map([['own/text#', [{ text: 'OSAKA', at: 1 }]]]);
		expect(of({ accepted }).total?.points).toBe(4);
	});

	it('to accept a known wrong answer or another number holds too', () => {
		const accepted = new Map([
			['own/text#', [{ text: 'Kyoto', at: 1 }]],
			['own/number#', [{ text: '14 years', at: 2 }]]
		]);
		const given = [
			{ kind: 'text', text: 'kyoto' },
			{ kind: 'number', text: 'fourteen' },
			...RIGHT.slice(2)
		] as typeof RIGHT;
		expect(of({}, given).total?.points).toBe(2);
		expect(of({ accepted }, given).total?.points).toBe(4);
	});

	it('to excuse takes an item out of the total, of one sheet or of all', () => {
		for (const place of [sheetPlace(hash, 0), itemPlace(idOf('a'), 0)]) {
			const row = of({ excused: new Set([place]) });
			expect(row.total).toEqual({ points: 3, outOf: 3, percent: 100 });
			expect(row.cells[0]).toMatchObject({ excused: true, score: 0 });
		}
	});

	it('to excuse everything leaves no percentage, and nobody passes or fails', () => {
		const excused = new Set([0, 1, 2, 3].map((place) => itemPlace(idOf('a'), place)));
		const given = { ...policy({ passMark: 60 }), decisions: decided({ excused }) };
		const row = only([sheet()], given);
		expect(row.total).toEqual({ points: 0, outOf: 0 });
		expect(row.passed).toBeUndefined();
	});

	it('to give points by hand goes before the key, with its note', () => {
		const override = { score: 0.5, note: 'Nearly.', at: 1 };
		const row = of({ overrides: new Map([[sheetPlace(hash, 0), override]]) });
		expect(row.cells[0]).toMatchObject({ score: 0.5, overridden: override });
		expect(row.total?.points).toBe(3.5);
	});
});

describe('a pass mark', () => {
	it('is reached with exactly so many percent', () => {
		expect(only([sheet({ responses: wrong })], policy({ passMark: 75 })).passed).toBe(true);
		expect(only([sheet({ responses: wrong })], policy({ passMark: 76 })).passed).toBe(false);
		expect(only([sheet()]).passed).toBeUndefined();
	});
});

describe('the columns', () => {
	it('are the items of all assignments, one question in two documents once', () => {
		const { items } = assignment('b');
		const assignments = [
			assignment('a', { items: items.slice(0, 2) }),
			assignment('b', { at: START, items: [...items].reverse() })
		];
		const { columns, rows } = gradebook(inputOf([sheet({ of: 'a' })], { assignments }));
		expect(columns.map(({ key }) => key)).toEqual([
			...['own/text#', 'own/number#', 'own/true-false#', 'own/choice#']
		]);
		expect(columns[0]?.places).toEqual(
			new Map([
				[idOf('a'), 0],
				[idOf('b'), 3]
			])
		);
		expect(rows[0]?.cells.map((cell) => cell?.score)).toEqual([1, 1, undefined, undefined]);
	});
});

describe('sorting', () => {
	const rows = rowsOf([
		student(2, 'Bora', { responses: wrong }),
		student(10, 'Ara'),
		student(1, 'Chae', { responses: BLANK }),
		sheet({ device: 'n', body: { classNumber: undefined, name: 'Dan' } })
	]);
	const names = (list: readonly Row[]) => list.map(({ name }) => name);

	it.each([
		['number', false, ['Chae', 'Bora', 'Ara', 'Dan']],
		['number', true, ['Ara', 'Bora', 'Chae', 'Dan']],
		['name', false, ['Ara', 'Bora', 'Chae', 'Dan']],
		['total', false, ['Chae', 'Bora', 'Ara', 'Dan']],
		['total', true, ['Ara', 'Dan', 'Bora', 'Chae']]
	] as const)('by %s, reversed %s', (by, isReversed, expected) => {
		expect(names(sortRows(rows, by, isReversed))).toEqual(expected);
	});
});

describe('marking again', () => {
	it('touches only the item that something was accepted for', () => {
		const cache: MarkCache = new Map();
		gradebook(inputOf([sheet({ responses: wrong })]), cache);
		const before = new Map([...cache].map(([name, { byHash }]) => [name, byHash]));
		const accepted = new Map([['own/text#', [{ text: 'Osaka', at: 1 }]]]);
		gradebook(inputOf([sheet({ responses: wrong })], { decisions: decided({ accepted }) }), cache);
		const kept = [...cache].map(([name, { byHash }]) => byHash === before.get(name));
		expect(kept).toEqual([false, true, true, true]);
	});
});
