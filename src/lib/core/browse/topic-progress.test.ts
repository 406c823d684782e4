import { describe, expect, it } from 'vitest';
import { entry, modelOf, review } from '../../../../tests/support/entries';
import type { Card } from '../bank/bank';
import { foldLog } from '../log/fold-log';
import { topicProgress } from './topic-progress';

const cards = ['a', 'b', 'c', 'd'].map((name, order): Card => {
	const item = `b/${name}` as const;
	return { key: `${item}#`, item, part: '', kind: 'choice', topic: 't', group: item, order };
});
const progress = (...log: Parameters<typeof foldLog>[0]) =>
	topicProgress(cards, foldLog(log, modelOf));

describe('the progress of a topic', () => {
	it('is nothing before the first answer, and nothing at all without cards', () => {
		expect(progress()).toEqual({ fresh: 4, learning: 0, known: 0 });
		expect(topicProgress([], foldLog([], modelOf))).toEqual({ fresh: 0, learning: 0, known: 0 });
	});

	it('tells what is in its steps from what is past them', () => {
		const steps = review('w.1', 100, 'b/a#', 1, { delay: 60 });
		const past = review('w.2', 101, 'b/b#', 4);
		expect(progress(steps, past)).toEqual({ fresh: 2, learning: 1, known: 1 });
	});

	it('counts what was forgotten again among what is being learnt', () => {
		const learnt = review('w.1', 100, 'b/a#', 4);
		const forgotten = review('w.2', 400, 'b/a#', 1, { delay: 600 });
		expect(progress(learnt, forgotten)).toEqual({ fresh: 3, learning: 1, known: 0 });
	});

	it('counts suspended cards too, and none of another topic', () => {
		const known = review('w.1', 100, 'b/a#', 4);
		const out = entry('suspend', 'w.2', 200, { cards: ['b/a#', 'b/b#'] });
		const other = review('w.3', 300, 'b/other#', 4);
		expect(progress(known, out, other)).toEqual({ fresh: 3, learning: 0, known: 1 });
	});
});
