import fc from 'fast-check';
import { describe } from 'vitest';
import { foldLog } from '../../src/lib/core/log/fold-log';
import { mergeLogs } from '../../src/lib/core/log/merge';
import { notebookOf } from '../../src/lib/core/notebook/notebook';
import { moments } from './deeds';
import { undoDraft } from './drafts';
import { histories, logOf, withMore } from './histories';
import { law } from './law';
import { expectSame, modelOf } from './said';
import { threeLogs, wildLogs } from './wild';

/** Why each missed card is in the notebook, by the fold. */
const missedIn = (values: readonly unknown[]) =>
	new Map(
		[...foldLog(values, modelOf).cards.live].flatMap(([card, { missed }]) =>
			missed ? [[card, missed] as const] : []
		)
	);

describe('the notebook', () => {
	law(
		'holds the cards of the fold, each missed for the same reason, and tells of each miss',
		fc.property(wildLogs, (values) => {
			const { entries } = mergeLogs(values);
			const notebook = notebookOf(entries);
			const reasons = new Map([...notebook].map(([card, { missed }]) => [card, missed]));
			expectSame(reasons, missedIn(entries));
			for (const { missed, misses } of notebook.values()) {
				expectSame(misses.length, missed.times);
				expectSame([misses[0]?.day, misses[0]?.at], [missed.lastDay, missed.lastAt]);
			}
		})
	);

	law(
		'is the same whatever the order in which logs were merged or are read',
		fc.property(threeLogs, fc.integer(), ([one, two, three], seed) => {
			const merged = mergeLogs(one, two, three).entries;
			const again = mergeLogs(three, one, two).entries;
			const notebook = notebookOf(merged);
			expectSame(notebookOf(again), notebook);
			const turn = Math.abs(seed) % (merged.length + 1);
			const turned = [...merged.slice(turn), ...merged.slice(0, turn)].reverse();
			expectSame(notebookOf(turned), notebook);
		})
	);

	law(
		'after the undo of any act is what it was before that act',
		fc.property(histories, fc.nat({ max: 50 }), moments, (acts, at, moment) => {
			const log = logOf(acts);
			const batch = log[at]?.batch ?? 'none';
			const undone = withMore(log, [undoDraft(moment, 'last', { batch })]);
			const before = log.filter((entry) => entry.batch !== batch);
			expectSame(notebookOf(undone), notebookOf(before));
		})
	);

	law(
		'told of one card alone says of it what the whole one says',
		fc.property(wildLogs, fc.constantFrom('b/x#', 'b/y#', 'b/z#reverse'), (values, card) => {
			const { entries } = mergeLogs(values);
			expectSame(notebookOf(entries, new Set([card])).get(card), notebookOf(entries).get(card));
		})
	);
});
