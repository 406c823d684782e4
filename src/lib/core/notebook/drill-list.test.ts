import { describe, expect, it } from 'vitest';
import { entry, modelOf, review } from '../../../../tests/support/entries';
import type { Card } from '../bank/bank';
import { foldLog } from '../log/fold-log';
import { AGAIN, GOOD } from '../scheduling/rating';
import {
	cardsOfAttempt,
	cardsOfMissed,
	cardsOfTopics,
	MOST_OF_TOPICS,
	readDrillChoice
} from './drill-list';
import { missedItems } from './missed-items';

const card = (key: string, order = 0): Card => ({
	...{ key: key as Card['key'], item: key.split('#')[0] as Card['item'], part: '' },
	...{ kind: 'choice', topic: 't', group: key, order }
});
const choose = (query: string) => {
	const params = new URLSearchParams(query);
	return readDrillChoice((name) => params.getAll(name));
};

describe('an address', () => {
	it.each([
		['', { of: 'missed' }],
		['of=missed&topic=b/t', { of: 'missed' }],
		['attempt=q1', { of: 'attempt', attempt: 'q1' }],
		['topic=b/t&topic=b/u', { of: 'topics', topics: ['b/t', 'b/u'] }],
		['topic=&attempt=', { of: 'missed' }]
	])('%j asks for %j', (query, choice) => {
		expect(choose(query)).toEqual(choice);
	});
});

describe('a drill of what was missed', () => {
	it('leaves out what no bank has any more', () => {
		const log = [review('a.1', 100, 'b/x#', AGAIN), review('a.2', 200, 'gone/y#', AGAIN)];
		const items = missedItems(foldLog(log, modelOf), [card('b/x#')]);
		expect(cardsOfMissed(items)).toEqual(['b/x#']);
	});
});

describe('a drill of an attempt', () => {
	const names = ['wrong', 'right', 'half', 'blank', 'unseen', 'waits', 'gone'];
	const start = entry('start', 'a.1', 1, {
		...({ attempt: 'q1', number: 1, title: 'T', settings: {}, seed: 's' } as const),
		items: names.map((name) => ({ item: `b/${name}`, revision: '1' }))
	});
	const graded = (name: string, at: number, score?: number, isBlank = false) => [
		entry('answer', `a.${at}`, at, {
			...({ attempt: 'q1', item: `b/${name}`, durationMs: 5 } as const),
			response: isBlank ? null : { kind: 'choice', option: 'x' }
		}),
		...(score === undefined
			? []
			: [
					entry('mark', `a.${at + 1}`, at + 1, {
						...({ attempt: 'q1', for: `a.${at}`, by: 'device' } as const),
						score
					})
				])
	];
	const log = [
		...[start, ...graded('wrong', 2, 0), ...graded('right', 4, 1), ...graded('half', 6, 0.5)],
		...[...graded('blank', 8, undefined, true), ...graded('waits', 10)]
	];
	const cards = names.slice(0, -1).flatMap((name) => [card(`b/${name}#`), card(`b/${name}#c2`)]);

	it('has what was below full score and the blanks, in the order of the quiz', () => {
		const fold = foldLog(log, modelOf);
		const attempt = fold.attempts.live.get('q1');
		if (!attempt) throw new Error('there is one');
		expect(cardsOfAttempt(attempt, cards, fold)).toEqual([
			'b/wrong#',
			'b/half#',
			'b/blank#',
			'b/unseen#'
		]);
	});

	it('has of several cards those that were missed', () => {
		const fold = foldLog([...log, review('a.30', 30, 'b/wrong#c2', AGAIN)], modelOf);
		const attempt = fold.attempts.live.get('q1');
		if (!attempt) throw new Error('there is one');
		expect(cardsOfAttempt(attempt, cards, fold)[0]).toBe('b/wrong#c2');
	});
});

describe('a drill of topics', () => {
	const cards = ['new', 'fresh', 'stale', 'missed', 'away'].map((name) => card(`b/${name}#`));
	const scheduler = modelOf(undefined);
	const chosen = (log: readonly unknown[], all = cards) =>
		cardsOfTopics({ cards: all, fold: foldLog(log, modelOf), day: 20, scheduler });

	it('has what was seen: missed first, then what is closest to being forgotten', () => {
		const log = [
			...[review('a.1', 1900, 'b/fresh#', GOOD), review('a.2', 100, 'b/stale#', GOOD)],
			...[review('a.3', 1900, 'b/missed#', AGAIN), review('a.4', 100, 'b/away#', AGAIN)],
			entry('suspend', 'a.5', 1950, { cards: ['b/away#'] })
		];
		expect(chosen(log)).toEqual(['b/missed#', 'b/stale#', 'b/fresh#']);
	});

	it('is no longer than an evening', () => {
		const many = Array.from({ length: 30 }, (_, at) => card(`b/i${at}#`, at));
		const log = many.map(({ key }, at) => review(`a.${at + 1}`, 100 + at, key, GOOD));
		expect(chosen(log, many)).toHaveLength(MOST_OF_TOPICS);
	});
});
