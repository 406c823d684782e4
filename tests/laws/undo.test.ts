import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { stampEntries } from '../../src/lib/core/log/append';
import type { Entry, EntryDraft, UndoTargets } from '../../src/lib/core/log/entry';
import { extendFold, foldLog, type Fold } from '../../src/lib/core/log/fold';
import type { CardState } from '../../src/lib/core/log/fold-card';
import { createScheduler } from '../../src/lib/core/scheduling/scheduler';
import { comebacks, histories, logOf, moments, ratings, reviewDraft, undoDraft } from './histories';
import { law } from './law';

const model = createScheduler();

const state = ({ cards, days, settings }: Fold) => ({ cards, days, settings });

/** The log with one more undo at its end, by a device that had seen all of it. */
function withUndo(log: readonly Entry[], targets: UndoTargets): readonly Entry[] {
	const t = log.at(-1)?.t ?? 0;
	const draft = undoDraft({ at: 0, offset: 0 }, 'last', targets);
	return [...log, ...stampEntries({ device: 'zz', count: 0, t }, [draft]).entries];
}

/** A state without the id of its last review, which names its place in the log. */
const nameless = (fold: Fold) => ({
	...state(fold),
	cards: new Map(
		[...fold.cards].map(([card, { lastId: _, ...rest }]): [string, Omit<CardState, 'lastId'>] => [
			card,
			rest
		])
	)
});

/** Places in a log. */
const picks = fc.array(fc.nat({ max: 50 }), { maxLength: 8, size: 'max' });

describe('an undo', () => {
	law(
		'of any entries, undos among them, folds as the log without them',
		fc.property(histories, picks, (acts, picked) => {
			const log = logOf(acts);
			const ids = picked.flatMap((at) => log[at]?.id ?? []);
			const without = log.filter(({ id }) => !ids.includes(id));
			const undone = foldLog(withUndo(log, { ids }), model);
			expect(state(undone)).toEqual(state(foldLog(without, model)));
		})
	);

	law(
		'of a batch folds as the log without it',
		fc.property(histories, fc.nat({ max: 50 }), (acts, at) => {
			const log = logOf(acts);
			const batch = log[at]?.batch ?? 'none';
			const without = log.filter((entry) => entry.batch !== batch);
			const undone = foldLog(withUndo(log, { batch }), model);
			expect(state(undone)).toEqual(state(foldLog(without, model)));
		})
	);

	law(
		'of an undo folds as the log without both',
		fc.property(histories, picks, (acts, picked) => {
			const log = logOf(acts);
			const undone = withUndo(log, { ids: picked.flatMap((at) => log[at]?.id ?? []) });
			const live = foldLog(undone, model);
			const redone = stampEntries({ device: 'zz', count: 1, t: live.last?.t ?? 0 }, [
				undoDraft({ at: 0, offset: 0 }, 'redo', { ids: ['zz.1'] })
			]).entries;
			for (const entry of redone) extendFold(live, entry, model);
			expect(state(live)).toEqual(state(foldLog(log, model)));
		})
	);
});

const card = fc.constantFrom('b/x#', 'b/y#');
const parts = fc.array(
	fc.tuple(moments, card, ratings, comebacks, fc.nat({ max: 20 }), fc.nat({ max: 4 })),
	{
		maxLength: 20,
		size: 'max'
	}
);

/** Reviews, and now and then an undo of one before, each a batch of its own. */
const drafts = parts.map((list) =>
	list.map(([moment, name, rating, comeback, target, dice], at): EntryDraft =>
		dice === 0
			? undoDraft(moment, `b${at}`, { batch: `b${target}` })
			: reviewDraft(moment, `b${at}`, name, rating, comeback)
	)
);

describe('an answer that is taken back at once', () => {
	law(
		'leaves no trace in what follows, whatever the clocks said',
		fc.property(
			...([drafts, drafts, moments, moments, card, ratings, comebacks] as const),
			(before, after, first, second, name, rating, comeback) => {
				const answer = reviewDraft(first, 'slip', name, rating, comeback);
				const undo = undoDraft(second, 'undo', { batch: 'slip' });
				const head = { device: 'aa', count: 0, t: 0 };
				const stamped = (all: readonly EntryDraft[]) => stampEntries(head, all).entries;
				const slipped = foldLog(stamped([...before, answer, undo, ...after]), model);
				const straight = foldLog(stamped([...before, ...after]), model);
				expect(nameless(slipped)).toEqual(nameless(straight));
			}
		)
	);
});
