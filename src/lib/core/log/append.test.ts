import { describe, expect, it } from 'vitest';
import { stampEntries } from './append';
import { classifyEntry, MAX_TIME } from './classify-entry';
import { ENTRY_VERSION, type EntryDraft } from './entry';

const draft = (at: number, fields: { readonly batch?: string } = {}): EntryDraft => ({
	at,
	offset: 60,
	day: 20_000,
	kind: 'setting',
	key: 'newPerDay',
	value: 10,
	...fields
});

const head = (count: number, t: number) => ({ device: 'dev1', count, t });

describe('stampEntries', () => {
	it('gives dense ids, the version and the moment as logical time', () => {
		const { entries } = stampEntries(head(0, 0), [draft(1_000), draft(2_000)]);
		expect(entries).toEqual([
			{ ...draft(1_000), v: ENTRY_VERSION, id: 'dev1.1', t: 1_000 },
			{ ...draft(2_000), v: ENTRY_VERSION, id: 'dev1.2', t: 2_000 }
		]);
		expect(entries.map((entry) => classifyEntry(entry).is)).toEqual(['known', 'known']);
	});

	it('goes on after the head', () => {
		const { entries, head: next } = stampEntries(head(41, 500), [draft(1_000)]);
		expect(entries[0]).toMatchObject({ id: 'dev1.42', t: 1_000 });
		expect(next).toEqual(head(42, 1_000));
	});

	it('keeps logical time growing when the clock stands still or goes back', () => {
		const { entries, head: next } = stampEntries(head(0, 5_000), [
			draft(10),
			draft(10),
			draft(9_000)
		]);
		expect(entries.map(({ t, at }) => [t, at])).toEqual([
			[5_001, 10],
			[5_002, 10],
			[9_000, 9_000]
		]);
		expect(next).toEqual(head(3, 9_000));
	});

	it('stays after an entry of a device whose clock said 2099', () => {
		const year2099 = Date.UTC(2099, 0, 3);
		const { entries } = stampEntries(head(3, year2099), [draft(Date.UTC(2026, 10, 24))]);
		expect(entries[0]?.t).toBe(year2099 + 1);
	});

	it('refuses what no reader would take, rather than acknowledge it', () => {
		const { entries } = stampEntries(head(0, MAX_TIME - 2), [draft(1), draft(1)]);
		expect(entries.map(({ t }) => t)).toEqual([MAX_TIME - 1, MAX_TIME]);
		expect(() => stampEntries(head(0, MAX_TIME - 1), [draft(1), draft(1)])).toThrow(RangeError);
		expect(() => stampEntries(head(0, 0), [draft(MAX_TIME + 1)])).toThrow(RangeError);
	});

	it('lets an entry be for another of its act, each act counting from its own beginning', () => {
		const answer = (batch: string) =>
			({ ...draft(1, { batch }), kind: 'answer', attempt: 'q', item: 'b/i' }) as EntryDraft;
		const mark = (batch: string, of: string) =>
			({ ...draft(1, { batch }), kind: 'mark', attempt: 'q', for: of, score: 1 }) as EntryDraft;
		const { entries } = stampEntries(head(4, 0), [
			...[answer('one'), mark('one', '@0')],
			...[answer('two'), answer('two'), mark('two', '@1'), mark('two', '@0')]
		]);
		expect(entries.flatMap((entry) => (entry.kind === 'mark' ? entry.for : []))).toEqual([
			'dev1.5',
			'dev1.8',
			'dev1.7'
		]);
	});

	it('leaves what is for an entry of another act, or for none, as it is', () => {
		const mark = (of: string) =>
			({ ...draft(1, { batch: 'b' }), kind: 'mark', for: of }) as unknown as EntryDraft;
		const given = ['dev1.1', '@5', '@', '@-1', 'none'];
		const { entries } = stampEntries(head(0, 0), given.map(mark));
		expect(entries.map((entry) => (entry.kind === 'mark' ? entry.for : ''))).toEqual(given);
	});

	it('changes nothing when there is nothing to append', () => {
		expect(stampEntries(head(3, 7), [])).toEqual({ head: head(3, 7), entries: [] });
	});

	it('leaves the drafts and the old head alone', () => {
		const drafts = Object.freeze([Object.freeze(draft(1, { batch: 'b' }))]);
		const old = Object.freeze(head(0, 0));
		expect(stampEntries(old, drafts).entries[0]).not.toBe(drafts[0]);
		expect(drafts[0]).toEqual(draft(1, { batch: 'b' }));
		expect(old).toEqual(head(0, 0));
	});
});
