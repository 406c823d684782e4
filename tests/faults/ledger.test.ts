import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/lib/core/log/entry';
import { readBackup } from '../../src/lib/platform/backup-file';
import { createIncoming } from './incoming';
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
		packs: 0,
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
		const log = logOf(...whole);
		const { entries } = log;
		const twice = {
			...log,
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

describe('a ledger of a quiz', () => {
	const inQuiz = { card, inQuiz: true } as const;
	const acts: readonly Offer[] = [
		{ press: 'begin', value: '', card: '' },
		{ ...inQuiz, press: 'option', value: 'b' },
		{ ...inQuiz, press: 'giveUp', value: '' },
		{ ...inQuiz, press: 'finish', value: '' }
	];
	const of = (at: number, kinds: string, more: object = {}): readonly Draft[] =>
		kinds.split(' ').map((kind) => answerAt(at, { kind, ...more }));
	const blank = of(3, 'answer mark practice', { response: null });

	function judge(...drafts: readonly (readonly Draft[])[]) {
		const ledger = createLedger();
		acts.forEach((offer, at) => ledger.give(at + 1, offer));
		return counts(ledger.judge(logOf(...drafts.flat())));
	}

	it('finds no fault with an answer that is marked at once, or when all is handed in', () => {
		const handedIn = of(4, 'mark review answer mark practice finish');
		expect(judge(of(1, 'start'), of(2, 'answer mark review'), blank)).toEqual(faultless);
		expect(judge(of(1, 'start'), of(2, 'answer'), handedIn)).toEqual(faultless);
	});

	it('sees an answer without its review, and one that is another', () => {
		expect(judge(of(2, 'answer mark'))).toEqual({ ...faultless, torn: 1 });
		const stored = of(2, 'answer mark review', { response: { kind: 'choice', option: 'a' } });
		expect(judge(stored)).toEqual({ ...faultless, torn: 1 });
	});

	it('sees an attempt that is handed in by half', () => {
		expect(judge(of(4, 'mark review'))).toEqual({ ...faultless, torn: 1 });
		expect(judge(of(4, 'mark finish'))).toEqual({ ...faultless, torn: 1 });
	});
});

describe('a ledger of what came with a backup', () => {
	const FOREIGN = 'backup0device0000';
	const NOW = Date.UTC(2026, 10, 24);

	/** The log of an answer at 1 with so many of the three entries of a backup. */
	async function restored(count: number) {
		const incoming = createIncoming(FOREIGN, 3, NOW);
		const read = await readBackup(new Blob([new Uint8Array(await incoming.file())]));
		if (!read.ok) throw new Error(read.error.why);
		const came = (read.value.entries as readonly Entry[]).slice(0, count);
		const log = logOf(answerAt(1));
		const ledger = ledgerOf(1);
		ledger.incoming.push(incoming);
		return {
			incoming,
			judge: () =>
				counts(
					ledger.judge({
						...log,
						keys: [...log.keys, ...came.map((_, at) => [FOREIGN, at + 1] as const)],
						entries: [...log.entries, ...came]
					})
				)
		};
	}

	it.each([0, 3])('finds no fault with all or none of it while nothing was said: %d', async (n) => {
		const { incoming, judge } = await restored(n);
		incoming.press('in');
		expect(judge()).toEqual(faultless);
	});

	it('misses a part of it', async () => {
		const { incoming, judge } = await restored(2);
		incoming.press('in');
		expect(judge()).toEqual({ ...faultless, torn: 1 });
	});

	it('misses it when it was called restored, and sees it when it was called taken back', async () => {
		const gone = await restored(0);
		gone.incoming.press('in');
		gone.incoming.acknowledge('in');
		expect(gone.judge()).toEqual({ ...faultless, lost: 1 });
		const there = await restored(3);
		there.incoming.acknowledge('out');
		expect(there.judge()).toEqual({ ...faultless, lost: 1 });
	});

	it('sees what came from nowhere', () => {
		const { keys, entries, ...log } = logOf(answerAt(1));
		const stranger = { ...entries[0], id: `${FOREIGN}.1` } as Entry;
		const found = {
			...log,
			keys: [...keys, [FOREIGN, 1] as const],
			entries: [...entries, stranger]
		};
		expect(counts(ledgerOf(1).judge(found))).toEqual({ ...faultless, doubled: 1 });
	});
});
