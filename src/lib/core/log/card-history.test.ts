import { describe, expect, it } from 'vitest';
import {
	entry,
	modelOf,
	practice,
	review,
	undo,
	undoBatch
} from '../../../../tests/support/entries';
import { AGAIN, GOOD, HARD } from '../scheduling/rating';
import { historiesOf, isWrong } from './card-history';
import { recordOf } from './fold';
import { foldLog } from './fold-log';

const model = modelOf(undefined);
const historyOf = (values: readonly unknown[], card = 'b/one#') => {
	const history = historiesOf(values, [card], model).get(card);
	if (!history) throw new Error('there is none');
	return history;
};
const ids = (values: readonly unknown[], card?: string) =>
	historyOf(values, card).answers.map((each) => each.entry.id);

const schedule = (id: string, t: number, day: number, card = 'b/one#') =>
	entry('schedule', id, t, { cards: [{ card, day }] });

describe('the history of a card', () => {
	it('lists its answers latest first, in whatever order they are stored', () => {
		const log = [review('a.3', 900, 'b/one#'), review('a.1', 100, 'b/one#')];
		expect(ids([...log, practice('a.2', 110, 'b/one#')])).toEqual(['a.3', 'a.2', 'a.1']);
	});

	it('leaves out other cards, what was taken back, and what is no entry', () => {
		const log = [
			review('a.1', 100, 'b/one#'),
			review('a.2', 200, 'b/two#'),
			review('a.3', 300, 'b/one#', AGAIN),
			review('a.4', 400, 'b/one#', GOOD, { batch: 'act' }),
			undo('a.5', 500, 'a.3'),
			undoBatch('a.6', 600, 'act'),
			{ broken: true }
		];
		expect(ids(log)).toEqual(['a.1']);
	});

	it('has an answer again when its undo was undone', () => {
		const log = [review('a.1', 100, 'b/one#'), undo('a.2', 200, 'a.1'), undo('a.3', 300, 'a.2')];
		expect(ids(log)).toEqual(['a.1']);
	});

	it('gives an answer the day a redate has given it', () => {
		const log = [
			review('a.1', 100, 'b/one#'),
			entry('redate', 'a.2', 200, { ids: ['a.1'], days: -1 })
		];
		expect(historyOf(log).answers[0]?.entry.day).toBe(0);
	});

	it('says what each answer did: new, step, review, and practice on the same day', () => {
		const log = [
			review('a.1', 100, 'b/one#', AGAIN, { delay: 60 }),
			review('a.2', 101, 'b/one#'),
			review('a.3', 102, 'b/one#'),
			review('a.4', 400, 'b/one#')
		];
		expect(historyOf(log).answers.map(({ did }) => did)).toEqual([
			'review',
			'practice',
			'step',
			'new'
		]);
	});

	it('tells which were not right: by the score, or by the rating where there is none', () => {
		const log = [
			review('a.1', 100, 'b/one#', AGAIN, { delay: 60 }),
			review('a.2', 101, 'b/one#', HARD),
			review('a.3', 102, 'b/one#', AGAIN, { delay: 60, score: 0.5 }),
			review('a.4', 103, 'b/one#', GOOD, { score: 1 }),
			review('a.5', 104, 'b/one#', GOOD, { score: 0, slip: true }),
			review('a.6', 105, 'b/one#', AGAIN, { delay: 60, score: 1, guess: true })
		];
		const wrong = historyOf(log).answers.filter(isWrong);
		expect(wrong.map(({ entry }) => entry.id)).toEqual(['a.3', 'a.1']);
	});

	it('comes to the record of the fold', () => {
		const log = [
			review('a.1', 100, 'b/one#', HARD),
			entry('flag', 'a.2', 110, { cards: ['b/one#'], flag: 3 }),
			schedule('a.3', 120, 9),
			entry('suspend', 'a.4', 130, { cards: ['b/two#', 'b/one#'] }),
			undo('a.5', 140, 'a.3'),
			review('a.6', 400, 'b/one#', AGAIN, { delay: 600 })
		];
		expect(historyOf(log).record).toEqual(recordOf(foldLog(log, modelOf), 'b/one#'));
	});

	it('tells of several cards at once, and nothing of one that was never answered', () => {
		const log = [review('a.1', 100, 'b/one#'), review('a.2', 200, 'b/one#reverse')];
		const all = historiesOf(log, ['b/one#', 'b/one#reverse', 'b/none#'], model);
		expect([...all.values()].map(({ answers }) => answers.length)).toEqual([1, 1, 0]);
		expect(all.get('b/none#')?.decision).toBe(undefined);
	});
});

describe('what decided when a card comes back', () => {
	const first = review('a.1', 100, 'b/one#', GOOD, { interval: 4 });

	it('is its last answer that counted', () => {
		const log = [first, practice('a.2', 110, 'b/one#', AGAIN)];
		expect(historyOf(log).decision).toMatchObject({ by: 'answer', answer: { entry: first } });
	});

	it('is a move by hand, from the day its answer had led to', () => {
		const log = [first, schedule('a.2', 200, 30), schedule('a.3', 210, 20)];
		expect(historyOf(log).decision).toMatchObject({ by: 'schedule', on: 2, from: 5 });
	});

	it('is the answer again after a move, and after the move was taken back', () => {
		const next = review('a.3', 3_000, 'b/one#');
		const moved = [first, schedule('a.2', 200, 30)];
		expect(historyOf([...moved, next]).decision).toMatchObject({ answer: { entry: next } });
		expect(historyOf([...moved, undo('a.3', 300, 'a.2')]).decision).toMatchObject({ by: 'answer' });
	});

	it('is not a move of a card in its steps, which keeps them', () => {
		const step = review('a.1', 100, 'b/one#', AGAIN, { delay: 60 });
		expect(historyOf([step, schedule('a.2', 200, 9)]).decision).toMatchObject({ by: 'answer' });
	});

	it('is a reset', () => {
		const reset = entry('reset', 'a.2', 300, { cards: ['b/one#'] });
		expect(historyOf([first, reset]).decision).toEqual({ by: 'reset', on: 3 });
		expect(historyOf([first, reset, schedule('a.3', 400, 9)]).decision).toMatchObject({
			by: 'reset'
		});
	});
});
