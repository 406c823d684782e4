import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/lib/core/log/entry';
import { createLedger, type StoredLog } from './ledger';
import type { Offer } from './press';

const DEVICE = '0123456789abcdef';
const card = 'bank/item#';

const option: Offer = { press: 'option', value: 'b', card };
const rerate: Offer = { press: 'rerate', value: '4', card };
const undo: Offer = { press: 'undo', value: '', card };

type Draft = Partial<Entry> & { readonly at: number; readonly batch: string };

const answerAt = (at: number, more: object = {}): Draft => ({
	at,
	batch: `batch${at}`,
	kind: 'review',
	card,
	rating: 3,
	response: { kind: 'choice', option: 'b' },
	...more
});

const undoAt = (at: number): Draft => ({
	at,
	batch: `batch${at}`,
	kind: 'undo',
	targets: { batch: 'another' }
});

/** A log as the store would have written it. */
function logOf(...drafts: readonly Draft[]): StoredLog {
	const entries = drafts.map((draft, at) => ({ ...draft, t: draft.at, id: `${DEVICE}.${at + 1}` }));
	return {
		keys: entries.map((_, at) => [DEVICE, at + 1] as const),
		entries: entries as unknown as readonly Entry[],
		head: { device: DEVICE, count: entries.length, t: Math.max(0, ...drafts.map(({ at }) => at)) }
	};
}

/** A ledger of an answer at 1, a change of it at 2 and an undo at 3, and those called saved. */
function ledgerOf(...saved: readonly number[]) {
	const ledger = createLedger();
	[option, rerate, undo].forEach((offer, at) => ledger.give(at + 1, offer));
	ledger.acknowledge(saved);
	return ledger;
}

const counts = ({ lost, doubled, torn }: ReturnType<ReturnType<typeof ledgerOf>['judge']>) => ({
	lost: lost.length,
	doubled: doubled.length,
	torn: torn.length
});

const faultless = { lost: 0, doubled: 0, torn: 0 };
const whole = [answerAt(1), undoAt(2), answerAt(2, { rating: 4 }), undoAt(3)] as const;

describe('the ledger of a killed browser', () => {
	it('finds no fault with a log that holds what was given', () => {
		expect(counts(ledgerOf(1, 2, 3).judge(logOf(...whole)))).toEqual(faultless);
	});

	it('finds no fault when what was never called saved is not there', () => {
		expect(counts(ledgerOf(1).judge(logOf(answerAt(1))))).toEqual(faultless);
		expect(counts(ledgerOf().judge(logOf()))).toEqual(faultless);
	});

	it('misses what was called saved', () => {
		expect(counts(ledgerOf(1, 2).judge(logOf(answerAt(1))))).toEqual({ ...faultless, lost: 1 });
	});

	it('misses what it had found before, and sees that it is another', () => {
		const ledger = ledgerOf();
		ledger.judge(logOf(...whole));
		const changed = [answerAt(1, { durationMs: 7 }), ...whole.slice(1, 3)] as readonly Draft[];
		expect(counts(ledger.judge(logOf(...changed)))).toEqual({ ...faultless, lost: 2 });
	});

	it('sees an answer that is stored twice', () => {
		const twice = logOf(answerAt(1), answerAt(1, { batch: 'once-more' }));
		expect(counts(ledgerOf(1).judge(twice))).toEqual({ ...faultless, doubled: 1 });
		const inOneBatch = logOf(answerAt(1), answerAt(1));
		expect(counts(ledgerOf(1).judge(inOneBatch))).toEqual({ ...faultless, doubled: 1 });
	});

	it('sees an answer that was never given', () => {
		expect(counts(ledgerOf().judge(logOf(answerAt(9))))).toEqual({ ...faultless, doubled: 1 });
	});

	it('sees an id that is there twice', () => {
		const { keys, entries, head } = logOf(...whole);
		const twice = {
			keys,
			head,
			entries: entries.with(1, { ...entries[1], id: `${DEVICE}.1` } as Entry)
		};
		expect(counts(ledgerOf().judge(twice)).doubled).toBe(1);
	});

	it('sees half an act', () => {
		const half = logOf(answerAt(1), answerAt(2, { rating: 4 }));
		expect(counts(ledgerOf(1, 2).judge(half))).toEqual({ ...faultless, torn: 1 });
		const otherHalf = logOf(answerAt(1), undoAt(2));
		expect(counts(ledgerOf(1, 2).judge(otherHalf))).toEqual({ ...faultless, torn: 1 });
	});

	it('sees an answer that is stored as another', () => {
		const other = logOf(answerAt(1, { response: { kind: 'choice', option: 'a' } }));
		expect(counts(ledgerOf(1).judge(other))).toEqual({ ...faultless, torn: 1 });
	});

	it('sees a head that the log does not fit', () => {
		const log = logOf(...whole);
		const ahead = { ...log, head: { ...log.head, count: 9 } };
		expect(counts(ledgerOf().judge(ahead))).toEqual({ ...faultless, torn: 1 });
	});
});
