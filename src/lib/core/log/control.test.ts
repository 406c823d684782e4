import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../../tests/support/entries';
import { stampEntries } from './append';
import { controlDraft, leavesCard, undoDraft, type Control } from './control';
import { noteOf, recordOf } from './fold';
import { foldLog } from './fold-log';

const done = (batch: string) => ({ at: 86_400_000, offset: 540, day: 1, batch });

function folded(...drafts: Parameters<typeof stampEntries>[1]) {
	return foldLog(stampEntries({ device: 'wren', count: 0, t: 0 }, drafts).entries, modelOf);
}

const cards = ['b/one#', 'b/one#reverse'];
const controls: readonly Control[] = [
	{ kind: 'suspend', cards },
	{ kind: 'bury', cards },
	{ kind: 'flag', cards, flag: 4 },
	{ kind: 'note', item: 'b/one', text: 'Mnemonic' }
];

describe('a control', () => {
	it('acts on all cards of an item at once', () => {
		const fold = folded(...controls.map((control, at) => controlDraft(control, done(`act${at}`))));
		for (const card of cards) {
			expect(recordOf(fold, card)).toMatchObject({ suspended: true, buriedOn: 1, flag: 4 });
		}
		expect(noteOf(fold, 'b/one')).toBe('Mnemonic');
		expect(fold.counts).toMatchObject({ entries: 4, malformed: 0 });
	});

	it('is as if it had never been when it is taken back', () => {
		const acts = controls.map((control, at) => controlDraft(control, done(`act${at}`)));
		const undos = controls.map((_, at) => undoDraft(`act${at}`, done(`undo${at}`))).reverse();
		const fold = folded(...acts, ...undos);
		expect(fold.cards.live.size + fold.notes.live.size).toBe(0);
	});

	it('lets a card give way when it is not to be asked now', () => {
		const leaving = controls.filter(leavesCard).map(({ kind }) => kind);
		expect([...leaving, leavesCard({ kind: 'reset', cards })]).toEqual(['suspend', 'bury', true]);
	});
});
