import { describe, expect, it } from 'vitest';
import { entry, review } from '../../../../tests/support/entries';
import type { Card } from '../bank/bank';
import type { Entry } from '../log/entry';
import { foldLog } from '../log/fold-log';
import { createScheduler } from './scheduler';
import { cardsAhead, MOST_AHEAD, nextOrAhead, takeAhead, type AheadCard } from './study-ahead';
import { planStudy } from './study-queue';

const scheduler = createScheduler();
const TODAY = 100;

const card = (name: string, order = 0): Card =>
	({
		...{ key: `b/${name}#`, item: `b/${name}`, part: '', topic: 't', group: name.split('.')[0] },
		...{ kind: 'choice', order }
	}) as Card;

/** A review so many days ago after which the card is due in so many days from today. */
const waits = (name: string, seq: number, daysAgo: number, dueIn: number) =>
	review(`a.${seq}`, (TODAY - daysAgo) * 100 + seq, `b/${name}#`, 3, {
		interval: daysAgo + dueIn
	});

function inputOf(names: readonly string[], ...entries: readonly Entry[]) {
	const fold = foldLog(entries, () => scheduler);
	const limits = { new: 20, reviews: 200 };
	return { cards: names.map(card), fold, day: TODAY, limits, scheduler };
}

const namesAhead = (input: Parameters<typeof cardsAhead>[0]) =>
	cardsAhead(input).map(({ item }) => item.slice(2));

function nextIn(input: Parameters<typeof cardsAhead>[0], taken: readonly AheadCard[]) {
	const next = nextOrAhead(input, planStudy(input), TODAY * 86_400_000, taken);
	return next.is === 'card' ? next.card.item : next.is;
}

describe('what can be studied ahead', () => {
	it('is due within a week, the cards closest to being forgotten first', () => {
		const input = inputOf(
			['late', 'soon', 'next', 'new'],
			waits('late', 1, 5, 8),
			waits('soon', 2, 2, 3),
			waits('next', 3, 9, 1)
		);
		expect(namesAhead(input)).toEqual(['next', 'soon']);
	});

	it('leaves out what was answered today, suspended or put off', () => {
		const input = inputOf(
			['done', 'held', 'later', 'free'],
			waits('done', 1, 0, 2),
			waits('held', 2, 2, 2),
			waits('later', 3, 2, 2),
			waits('free', 4, 2, 2),
			entry('suspend', 'a.5', TODAY * 100 + 5, { cards: ['b/held#'] }),
			entry('bury', 'a.6', TODAY * 100 + 6, { cards: ['b/later#'] })
		);
		expect(namesAhead(input)).toEqual(['free']);
	});

	it('is one of a group, and twenty at most', () => {
		const names = Array.from({ length: 30 }, (_, at) => `i${at}`);
		const many = inputOf(names, ...names.map((name, at) => waits(name, at + 1, 3, 3)));
		expect(cardsAhead(many)).toHaveLength(MOST_AHEAD);
		const group = inputOf(['g.a', 'g.b'], waits('g.a', 1, 4, 2), waits('g.b', 2, 2, 3));
		expect(namesAhead(group)).toEqual(['g.a']);
	});

	it('is asked once, and again when that answer is taken back', () => {
		const names = ['one', 'two'];
		const before = [waits('one', 1, 4, 2), waits('two', 2, 2, 3)];
		const input = inputOf(names, ...before);
		const taken = takeAhead(input, input.cards);
		expect(nextIn(input, taken)).toBe('b/one');
		const answered = review('a.3', TODAY * 100 + 3, 'b/one#');
		expect(nextIn(inputOf(names, ...before, answered), taken)).toBe('b/two');
		expect(nextIn(input, [])).toBe('done');
		const undone = entry('undo', 'a.4', TODAY * 100 + 4, { targets: { ids: ['a.3'] } });
		expect(nextIn(inputOf(names, ...before, answered, undone), taken)).toBe('b/one');
	});
});
