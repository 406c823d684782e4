import fc from 'fast-check';
import { describe } from 'vitest';
import { stampEntries } from '../../src/lib/core/log/append';
import type { EntryDraft } from '../../src/lib/core/log/entry';
import type { Fold } from '../../src/lib/core/log/fold';
import type { CardState } from '../../src/lib/core/log/fold-card';
import { advanceTail, extendFold, foldLog } from '../../src/lib/core/log/fold-log';
import { mergeLogs } from '../../src/lib/core/log/merge';
import { comebacks, moments, ratings, type Moment } from './deeds';
import { reviewDraft, undoDraft, type Held } from './drafts';
import { histories, logOf, withMore } from './histories';
import { law } from './law';
import { expectSame, modelOf, said, stateIn } from './said';
import { wildLogs } from './wild';

const fold = (log: readonly unknown[]) => foldLog(log, modelOf);
const stateOf = (log: readonly unknown[]) => stateIn(fold(log));

const NEVER = { at: 0, offset: 0 };

/** Places in a log. */
const picks = fc.array(fc.nat({ max: 50 }), { maxLength: 8, size: 'max' });

const idsAt = (log: readonly Held[], places: readonly number[]) =>
	places.flatMap((at) => log[at]?.id ?? []);

const without = (log: readonly Held[], ids: readonly string[]) =>
	log.filter(({ id }) => !ids.includes(id));

describe('an undo', () => {
	law(
		'of any entries, undos among them, folds as the log without them, whatever its clock says',
		fc.property(histories, picks, moments, (acts, picked, moment) => {
			const log = logOf(acts);
			const ids = idsAt(log, picked);
			const undone = withMore(log, [undoDraft(moment, 'last', { ids })]);
			expectSame(stateOf(undone), stateOf(without(log, ids)));
		})
	);

	law(
		'of an id that a copied profile gave twice takes back both',
		fc.property(wildLogs, picks, moments, (values, picked, moment) => {
			const { entries: log } = mergeLogs(values);
			const ids = idsAt(log, picked);
			const undone = withMore(log, [undoDraft(moment, 'last', { ids })]);
			expectSame(stateOf(undone), stateOf(without(log, ids)));
		})
	);

	law(
		'of a batch folds as the log without it',
		fc.property(histories, fc.nat({ max: 50 }), moments, (acts, at, moment) => {
			const log = logOf(acts);
			const batch = log[at]?.batch ?? 'none';
			const undone = withMore(log, [undoDraft(moment, 'last', { batch })]);
			expectSame(stateOf(undone), stateOf(log.filter((entry) => entry.batch !== batch)));
		})
	);

	law(
		'of an undo, and so on, folds as the log without both, as without what the first undid',
		fc.property(histories, picks, fc.array(moments, { maxLength: 6 }), (acts, picked, chain) => {
			const log = logOf(acts);
			const ids = idsAt(log, picked);
			const first = undoDraft(NEVER, 'undo 0', { ids });
			const redos = chain.map((moment, at) =>
				at % 2 === 0
					? undoDraft(moment, `undo ${at + 1}`, { ids: [`zz.${at + 1}`] })
					: undoDraft(moment, `undo ${at + 1}`, { batch: `undo ${at}` })
			);
			const undone = withMore(log, [first, ...redos]);
			const isUndone = chain.length % 2 === 0;
			expectSame(stateOf(undone), stateOf(isUndone ? without(log, ids) : log));
		})
	);

	law(
		'appended live, and its redo, folds as the log without both',
		fc.property(histories, picks, moments, (acts, picked, moment) => {
			const log = logOf(acts);
			const undo = undoDraft(moment, 'undo', { ids: idsAt(log, picked) });
			const redo = undoDraft(moment, 'redo', { batch: 'undo' });
			const redone = withMore(log, [undo, redo]);
			let live = fold(log);
			for (let at = log.length; at < redone.length; at++) {
				if (!extendFold(live, redone[at])) live = fold(redone.slice(0, at + 1));
			}
			expectSame(stateIn(live), stateOf(log));
			expectSame(said(live), said(fold(redone)));
		})
	);
});

const lengths = fc.constantFrom(0, 1, 3, 8, 20);
const targets = fc.oneof(
	picks.map((places) => ({ places })),
	fc.nat({ max: 50 }).map((batchOf) => ({ batchOf }))
);

describe('an undo at the end of a tail of any length', () => {
	law(
		'folds as on replay, also where acts share a name or ids are doubled, or else says no',
		fc.property(wildLogs, lengths, lengths, fc.array(targets, { maxLength: 4 }), (...given) => {
			const [values, first, second, all] = given;
			const { entries: log } = mergeLogs(values);
			const drafts = all.map((target, at) => {
				if ('places' in target) {
					return undoDraft(NEVER, `undo ${at}`, { ids: idsAt(log, target.places) });
				}
				const named: Held | undefined = log[target.batchOf];
				return undoDraft(NEVER, `undo ${at}`, { batch: named?.batch ?? `undo ${at - 1}` });
			});
			let live = foldLog(log, modelOf, first);
			const undone: readonly Held[] = withMore(log, drafts);
			undone.slice(log.length).forEach((undo, at) => {
				const before = said(live);
				if (!extendFold(live, undo)) {
					expectSame(said(live), before);
					live = foldLog(undone.slice(0, log.length + at + 1), modelOf, first);
				}
				advanceTail(live, second);
			});
			expectSame(said(live), said(fold(undone)));
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

/** A state without the ids of last reviews, which name their places in the log. */
const nameless = ({ cards, days }: Fold) => ({
	days,
	cards: [...cards.live].map(([name, record]) => {
		const { lastId: _, ...state } = record.state ?? ({ lastId: '' } as CardState);
		return [name, { ...record, state }];
	})
});

describe('an answer that is taken back at once', () => {
	law(
		'leaves no trace in what follows, whatever the clocks said',
		fc.property(
			...([drafts, drafts, moments, moments, card, ratings, comebacks] as const),
			(before, after, first: Moment, second: Moment, name, rating, comeback) => {
				const answer = reviewDraft(first, 'slip', name, rating, comeback);
				const undo = undoDraft(second, 'undo', { batch: 'slip' });
				const head = { device: 'aa', count: 0, t: 0 };
				const stamped = (all: readonly EntryDraft[]) => stampEntries(head, all).entries;
				const slipped = fold(stamped([...before, answer, undo, ...after]));
				const straight = fold(stamped([...before, ...after]));
				expectSame(nameless(slipped), nameless(straight));
			}
		)
	);
});
