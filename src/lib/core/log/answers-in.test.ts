import { describe, expect, it } from 'vitest';
import { DAY_MS, entry, review } from '../../../../tests/support/entries';
import { answersIn } from './answers-in';

describe('the answers in a log', () => {
	const [first, last] = [review('a.1', 100, 'b/one#'), review('a.3', 300, 'b/two#')];
	const suspend = entry('suspend', 'a.4', 400, { cards: ['b/one#'] });

	it('are counted, and the last is told by the order of the log', () => {
		expect(answersIn([last, first, suspend])).toEqual({ count: 2, last });
	});

	it('are those that were not taken back', () => {
		const undo = entry('undo', 'a.5', 500, { targets: { ids: ['a.3'] } });
		expect(answersIn([undo, last, first])).toEqual({ count: 1, last: first });
		const redo = entry('undo', 'a.6', 600, { targets: { ids: ['a.5'] } });
		expect(answersIn([redo, undo, last, first])).toEqual({ count: 2, last });
	});

	it('are dated as a correction of the clock has dated them', () => {
		const redate = entry('redate', 'a.5', 500, { ids: ['a.3'], days: -2 });
		const { day, at } = last;
		const mended = { ...last, day: day - 2, at: at - 2 * DAY_MS };
		expect(answersIn([redate, last, first])).toEqual({ count: 2, last: mended });
	});

	it('are none where nothing can be read as one', () => {
		const none = { count: 0, last: undefined };
		expect(answersIn([])).toEqual(none);
		expect(answersIn([suspend, { ...first, rating: 9 }, { odd: true }, null])).toEqual(none);
	});
});
