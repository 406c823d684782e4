import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { foldLog } from '../../src/lib/core/log/fold-log';
import { mergeLogs } from '../../src/lib/core/log/merge';
import { eraseDraft, redateDraft, undoDraft } from './drafts';
import { logOf, histories, withMore } from './histories';
import { law } from './law';
import { erasedIn, isLasting } from './plain';
import { expectSame, modelOf, stateIn } from './said';
import { wildLogs } from './wild';

const stateOf = (log: readonly unknown[]) => stateIn(foldLog(log, modelOf));

const picks = fc.array(fc.nat({ max: 50 }), { maxLength: 8, size: 'max' });
const shift = fc.integer({ min: -47_000, max: 47_000 });
const NEVER = { at: 0, offset: 0 };

describe('redates', () => {
	law(
		'add up: two fold as one by the sum of their days',
		fc.property(histories, picks, shift, shift, (acts, picked, first, second) => {
			const log = logOf(acts);
			const ids = picked.flatMap((at) => log[at]?.id ?? []);
			const two = withMore(log, [redateDraft(ids, first), redateDraft(ids, second)]);
			const one = withMore(log, [redateDraft(ids, first + second)]);
			expectSame(stateOf(two), stateOf(one));
		})
	);

	law(
		'that are undone do nothing',
		fc.property(histories, picks, shift, (acts, picked, days) => {
			const log = logOf(acts);
			const ids = picked.flatMap((at) => log[at]?.id ?? []);
			const undo = undoDraft(NEVER, 'undo', { ids: ['zz.1'] });
			const undone = withMore(log, [redateDraft(ids, days), undo]);
			expectSame(stateOf(undone), stateOf(log));
		})
	);

	law(
		'there and back do nothing',
		fc.property(histories, picks, shift, (acts, picked, days) => {
			const log = logOf(acts);
			const ids = picked.flatMap((at) => log[at]?.id ?? []);
			const back = withMore(log, [redateDraft(ids, days), redateDraft(ids, -days)]);
			expectSame(stateOf(back), stateOf(log));
		})
	);
});

describe('an erasure', () => {
	law(
		'folds as the log without what it names and what is for that, undos and redates aside',
		fc.property(wildLogs, picks, (values, picked) => {
			const { entries: log } = mergeLogs(values);
			const ids = picked.flatMap((at) => log[at]?.id ?? []);
			const erased = withMore(log, [eraseDraft(ids)]);
			const gone = erasedIn(erased);
			const rest = log.filter((value) => !gone.has(value.id) || isLasting(value));
			const union = mergeLogs(erased).entries;
			expectSame(stateOf(union), stateOf(rest));
			const left = union.filter(({ id }) => gone.has(id)).filter((value) => !isLasting(value));
			expect(left.every((value) => 'erased' in value)).toBe(true);
		})
	);

	law(
		'cannot be undone',
		fc.property(histories, picks, (acts, picked) => {
			const log = logOf(acts);
			const ids = picked.flatMap((at) => log[at]?.id ?? []);
			const undo = undoDraft(NEVER, 'undo', { ids: ['zz.1'] });
			const undone = mergeLogs(withMore(log, [eraseDraft(ids), undo]), log).entries;
			expectSame(stateOf(undone), stateOf(mergeLogs(withMore(log, [eraseDraft(ids)])).entries));
		})
	);
});
