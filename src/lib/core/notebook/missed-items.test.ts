import { describe, expect, it } from 'vitest';
import { entry, modelOf, practice, review } from '../../../../tests/support/entries';
import type { Card } from '../bank/bank';
import { foldLog } from '../log/fold-log';
import { AGAIN, GOOD } from '../scheduling/rating';
import { notebookOf } from './notebook';
import { filterMissed, needsLog, notebookQuery, readNotebookFilter } from './notebook-filter';
import { isTold, missedItems, progressOf, quizzesOf } from './missed-items';

const card = (key: string, topic: string, kind: Card['kind'] = 'choice'): Card => ({
	...{ key: key as Card['key'], item: key.split('#')[0] as Card['item'], part: '', kind, topic },
	...{ group: key, order: 0 }
});
const CARDS = [
	card('b/x#', 'people'),
	card('b/x#reverse', 'people'),
	card('b/y#', 'places', 'true-false'),
	card('b/z#', 'places')
];

const start = entry('start', 'a.20', 50, {
	...({ attempt: 'q1', number: 1, title: 'Week 47', settings: {}, seed: 's' } as const),
	items: []
});
const answer = entry('answer', 'a.21', 51, {
	...({ attempt: 'q1', item: 'b/y', response: { kind: 'true-false', answer: true } } as const),
	...{ certainty: 'sure', durationMs: 5 }
});
const log = [
	...[start, answer, practice('a.1', 101, 'b/y#', AGAIN, { mode: 'quiz', for: 'a.21' })],
	...[review('a.2', 200, 'b/x#', GOOD), review('a.3', 900, 'b/x#', AGAIN)],
	...[review('a.4', 950, 'b/x#reverse', AGAIN), review('a.5', 300, 'b/z#', GOOD)],
	review('a.6', 400, 'gone/w#', AGAIN)
];
const fold = foldLog(log, modelOf);
const items = missedItems(fold, CARDS);
const notebook = notebookOf(log);
const names = (list: typeof items) => list.map(({ item }) => item);

describe('the missed items', () => {
	it('stand once each, the last missed first, with their cards', () => {
		expect(names(items)).toEqual(['b/x', 'gone/w', 'b/y']);
		expect(items[0]?.cards.map((each) => each.card)).toEqual(['b/x#reverse', 'b/x#']);
	});

	it('have their topic, or none when their bank is gone', () => {
		expect(items.map(({ topic }) => topic)).toEqual(['b/people', undefined, 'b/places']);
		expect(items[1]?.cards[0]?.kind).toBeUndefined();
	});

	it('say how many days are done of those needed, three for true or false', () => {
		const progress = (at: number) => items[at]?.cards[0] && progressOf(items[at].cards[0]);
		expect(progress(0)).toEqual({ done: 0, needed: 2 });
		expect(progress(2)).toEqual({ done: 0, needed: 3 });
	});

	it('are told as they are only by a log read since', () => {
		const [first] = items[0]?.cards ?? [];
		if (!first) throw new Error('it was missed');
		expect(isTold(notebook, first)).toBe(true);
		expect(isTold(undefined, first)).toBe(false);
		expect(isTold(notebookOf(log.slice(0, -3)), first)).toBe(false);
	});

	it('name the quizzes they were missed in', () => {
		expect(quizzesOf(items, notebook)).toEqual([{ attempt: 'q1', title: 'Week 47' }]);
	});
});

describe('a filter', () => {
	const found = (query: Readonly<Record<string, string>>, day = 10) =>
		names(
			filterMissed(items, {
				...{ filter: readNotebookFilter((name) => query[name] ?? null) },
				...{ day, notebook }
			})
		);

	it.each([
		[{}, ['b/x', 'gone/w', 'b/y']],
		[{ when: 'today' }, []],
		[{ when: 'week' }, ['b/x', 'gone/w']],
		[{ topic: 'b/places' }, ['b/y']],
		[{ quiz: 'Week 47' }, ['b/y']],
		[{ quiz: 'q1' }, ['b/y']],
		[{ quiz: 'Week 48' }, []],
		[{ sure: '1' }, ['b/y']],
		[{ slipped: '1' }, ['b/x']],
		[{ slipped: '1', topic: 'b/places' }, []],
		[{ when: 'never', sure: 'yes', topic: '' }, ['b/x', 'gone/w', 'b/y']]
	])('%j lets through %j', (query, expected) => {
		expect(found(query as Readonly<Record<string, string>>)).toEqual(expected);
	});

	it('of today has what a clock that is ahead has dated later', () => {
		expect(found({ when: 'today' }, 9)).toEqual(['b/x']);
		expect(found({ when: 'today' }, 8)).toEqual(['b/x']);
	});

	it('comes back from its query', () => {
		const query = { when: 'week', topic: 'b/x', quiz: 'A & B', sure: '1', slipped: '1' };
		const filter = readNotebookFilter((name) => query[name as keyof typeof query]);
		expect(notebookQuery(filter)).toEqual(query);
		expect(notebookQuery(readNotebookFilter(() => null))).toEqual({});
	});

	it('of quizzes or of misconceptions needs the log', () => {
		const of = (name: string) => readNotebookFilter((asked) => (asked === name ? '1' : null));
		expect([needsLog(of('quiz')), needsLog(of('sure')), needsLog(of('slipped'))]).toEqual([
			true,
			true,
			false
		]);
	});
});
