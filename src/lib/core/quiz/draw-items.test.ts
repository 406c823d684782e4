import { describe, expect, it } from 'vitest';
import { practice, review } from '../../../../tests/support/entries';
import type { BankIndex, IndexItem } from '../bank/bank';
import { foldLog } from '../log/fold-log';
import { memoryModel } from '../scheduling/scheduler';
import { drawables, drawItems, tightParts, type Drawable, type DrawnBank } from './draw-items';
import { DEFAULT_QUIZ, type QuizSettings } from './quiz-settings';

const title = { en: 'T', ko: '제', ja: '題' };

const bankOf = (
	items: readonly IndexItem[],
	excludes: Readonly<Record<string, readonly string[]>> = {}
): DrawnBank => {
	const bank: BankIndex = { id: 'b', lang: 'en', title, topics: [{ id: 'one', title }], items };
	const draws = items.map(({ id }) => [
		id,
		{
			difficulty: id === 'hard' ? ('hard' as const) : ('easy' as const),
			excludes: excludes[id] ?? []
		}
	]);
	return { bank, draws: Object.fromEntries(draws) as DrawnBank['draws'] };
};

const choice = (id: string, fields: Partial<IndexItem> = {}): IndexItem => ({
	...{ id, topic: 'one', kind: 'choice' },
	...fields
});

const foldOf = (...log: readonly unknown[]) => foldLog(log, memoryModel);
const poolOf = (bank: DrawnBank, ...log: readonly unknown[]) => drawables([bank], foldOf(...log));

const draw = (pool: readonly Drawable[], changes: Partial<QuizSettings> = {}, seed = 's') =>
	drawItems(pool, { ...DEFAULT_QUIZ, ...changes }, seed).map(({ item }) => item.slice(2));

const many = Array.from({ length: 30 }, (_, at) => choice(`i${at}`));

describe('what a quiz is drawn from', () => {
	it('leaves out flashcards, what is suspended, and what is of another version', () => {
		const bank = bankOf([
			choice('a'),
			choice('b', { kind: 'flashcard' }),
			choice('c'),
			choice('d')
		]);
		const { d: _, ...draws } = bank.draws;
		const suspended = { ...review('a.1', 100, 'b/c#'), kind: 'suspend', cards: ['b/c#'] };
		expect(poolOf({ ...bank, draws }, suspended).map(({ item }) => item)).toEqual(['b/a']);
	});

	it('asks the first card of an item, which was seen when any of them was', () => {
		const bank = bankOf([choice('a', { kind: 'cloze', parts: ['c1', 'c2'] })]);
		expect(poolOf(bank)).toMatchObject([{ card: 'b/a#c1', seen: false, missed: false }]);
		const log = [review('a.1', 100, 'b/a#c2', 1)];
		expect(poolOf(bank, ...log)).toMatchObject([{ card: 'b/a#c1', seen: true, missed: true }]);
	});

	it('has seen what was left blank, and has not what was made new again', () => {
		const bank = bankOf([choice('a'), choice('b')]);
		const blank = practice('a.1', 100, 'b/a#', 1, { score: 0 });
		const known = review('a.2', 101, 'b/b#');
		const reset = { ...review('a.3', 102, 'b/b#'), kind: 'reset', cards: ['b/b#'] };
		expect(poolOf(bank, blank, known, reset).map(({ seen }) => seen)).toEqual([true, false]);
	});
});

describe('a draw', () => {
	it('is the same for the same seed, and another one for another', () => {
		const pool = poolOf(bankOf(many));
		expect(draw(pool)).toEqual(draw(pool));
		expect(draw(pool)).toHaveLength(10);
		expect(draw(pool, {}, 'other')).not.toEqual(draw(pool));
	});

	it('takes the unseen before the seen', () => {
		const seen = many.slice(0, 25).map(({ id }, at) => review(`a.${at + 1}`, 100 + at, `b/${id}#`));
		const drawn = draw(poolOf(bankOf(many), ...seen));
		for (const { id } of many.slice(25)) expect(drawn).toContain(id);
		expect(drawn).toHaveLength(10);
	});

	it('never has two items of one fact', () => {
		const pool = poolOf(bankOf(many.map((item, at) => ({ ...item, fact: at % 4 }))));
		expect(draw(pool)).toHaveLength(4);
	});

	it('never has an item with one that gives it away, whichever names the other', () => {
		const pool = poolOf(bankOf([choice('a'), choice('b'), choice('c')], { b: ['a', 'c'] }));
		for (let seed = 0; seed < 20; seed++) {
			const drawn = draw(pool, {}, String(seed));
			expect([['b'], ['a', 'c']]).toContainEqual([...drawn].sort());
		}
	});

	it('keeps to the order of the bank when it is not to be mixed', () => {
		const pool = poolOf(bankOf(many));
		const drawn = draw(pool, { shuffle: false });
		expect(drawn).toEqual(many.map(({ id }) => id).filter((id) => drawn.includes(id)));
	});

	it('keeps to topics, kinds, difficulty and what was seen or missed', () => {
		const items = [choice('a'), choice('b', { topic: 'two' }), choice('hard', { kind: 'text' })];
		const pool = poolOf(bankOf(items), review('a.1', 100, 'b/a#'), review('a.2', 101, 'b/b#', 1));
		expect(draw(pool, { topics: ['b/two'] })).toEqual(['b']);
		expect(draw(pool, { kinds: ['text'] })).toEqual(['hard']);
		expect(draw(pool, { difficulties: ['hard', 'medium'] })).toEqual(['hard']);
		expect(draw(pool, { from: 'unseen' })).toEqual(['hard']);
		expect(draw(pool, { from: 'seen' }).sort()).toEqual(['a', 'b']);
		expect(draw(pool, { from: 'missed' })).toEqual(['b']);
		expect(draw(pool, { count: undefined })).toHaveLength(3);
	});

	it('says which part of a choice to loosen when nothing fits', () => {
		const pool = poolOf(bankOf([choice('a'), choice('hard', { topic: 'two' })]));
		const settings = { ...DEFAULT_QUIZ, topics: ['b/one'], difficulties: ['hard' as const] };
		expect(drawItems(pool, settings, 's')).toEqual([]);
		expect(tightParts(pool, settings)).toEqual(['difficulties', 'topics']);
		expect(tightParts(pool, { ...DEFAULT_QUIZ, from: 'missed' })).toEqual(['from']);
		expect(tightParts([], DEFAULT_QUIZ)).toEqual([]);
	});
});
