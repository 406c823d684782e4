import { describe, expect, it } from 'vitest';
import type { Envelope, UndoEntry, UndoTargets } from './entry';
import { DAY_MS, entry as made, review } from '../../../../tests/support/entries';
import { datedBy, voidEntries } from './void-entries';

const envelope = (t: number, batch?: string) => ({
	...{ v: 1, id: `a.${t}`, t, at: t, offset: 0, day: 0 },
	...(batch === undefined ? {} : { batch })
});

const entry = (t: number, batch?: string): Envelope => ({ ...envelope(t, batch), kind: 'review' });

const undo = (t: number, targets: UndoTargets, batch?: string): UndoEntry => ({
	...envelope(t, batch),
	kind: 'undo',
	targets
});

const ids = (...names: readonly string[]) => ({ ids: names });

describe('an undo', () => {
	it('makes the entries it names void, and no other', () => {
		const voids = voidEntries([undo(5, ids('a.1', 'a.3'))]);
		expect([1, 2, 3, 4].map((t) => voids.has(entry(t)))).toEqual([true, false, true, false]);
		expect(voids.ignored).toBe(0);
	});

	it('makes a whole batch void', () => {
		const voids = voidEntries([undo(5, { batch: 'x' })]);
		expect(voids.has(entry(1, 'x'))).toBe(true);
		expect(voids.has(entry(2, 'y'))).toBe(false);
		expect(voids.has(entry(3))).toBe(false);
	});

	it('does not act on what comes after it', () => {
		const voids = voidEntries([undo(5, ids('a.6')), undo(7, { batch: 'x' })]);
		expect(voids.has(entry(6))).toBe(false);
		expect(voids.has(entry(8, 'x'))).toBe(false);
		expect(voids.has(entry(6, 'x'))).toBe(true);
	});

	it('acts on what comes after another that names it too', () => {
		const voids = voidEntries([undo(5, ids('a.6')), undo(7, ids('a.6'))]);
		expect(voids.has(entry(6))).toBe(true);
	});

	it('acts on an entry of another device that sorts before it', () => {
		const voids = voidEntries([undo(5, ids('b.9'))]);
		expect(voids.has({ ...entry(4), id: 'b.9' })).toBe(true);
		expect(voids.has({ ...entry(5), id: 'b.9' })).toBe(false);
	});
});

describe('a redo', () => {
	it('is the undo of an undo', () => {
		const undone = undo(5, ids('a.1'));
		const redone = undo(6, ids('a.5'));
		const voids = voidEntries([undone, redone]);
		expect(voids.has(entry(1))).toBe(false);
		expect(voids.has(undone)).toBe(true);
		expect(voids.has(redone)).toBe(false);
	});

	it('can be undone in its turn', () => {
		const voids = voidEntries([undo(5, ids('a.1')), undo(6, ids('a.5')), undo(7, ids('a.6'))]);
		expect(voids.has(entry(1))).toBe(true);
	});

	it('leaves an entry void that another undo names as well', () => {
		const voids = voidEntries([undo(4, ids('a.1')), undo(5, ids('a.1')), undo(6, ids('a.5'))]);
		expect(voids.has(entry(1))).toBe(true);
		const both = voidEntries([
			undo(4, ids('a.1')),
			undo(5, ids('a.1')),
			undo(6, ids('a.4', 'a.5'))
		]);
		expect(both.has(entry(1))).toBe(false);
	});

	it('brings back a batch and what the batch had undone', () => {
		// A change: an undo of the old answer and a new one in one batch; then the batch is undone.
		const change = undo(5, ids('a.1'), 'change');
		const voids = voidEntries([change, undo(7, { batch: 'change' })]);
		expect(voids.has(entry(1))).toBe(false);
		expect(voids.has(change)).toBe(true);
		expect(voids.has(entry(6, 'change'))).toBe(true);
	});
});

describe('an undo that leads back to itself', () => {
	it('is ignored and counted when it names its own id', () => {
		const self = undo(5, ids('a.5'));
		expect(voidEntries([self]).has(self)).toBe(false);
		expect(voidEntries([self]).ignored).toBe(1);
	});

	it('still acts on the other entries it names', () => {
		const self = undo(5, ids('a.5', 'a.1'));
		expect(voidEntries([self]).has(self)).toBe(false);
		expect(voidEntries([self]).has(entry(1))).toBe(true);
	});

	it('is ignored and counted when it names its own batch, the rest of which is void', () => {
		const self = undo(5, { batch: 'x' }, 'x');
		const voids = voidEntries([self]);
		expect(voids.has(self)).toBe(false);
		expect(voids.has(entry(4, 'x'))).toBe(true);
		expect(voids.ignored).toBe(1);
	});

	it('cannot do so by way of a later undo', () => {
		const first = undo(5, ids('a.6'));
		const second = undo(6, ids('a.5'));
		const voids = voidEntries([first, second]);
		expect(voids.has(second)).toBe(false);
		expect(voids.has(first)).toBe(true);
	});
});

describe('without undos', () => {
	it('nothing is void', () => {
		expect(voidEntries([]).has(entry(1, 'x'))).toBe(false);
		expect(voidEntries([]).ignored).toBe(0);
	});
});

describe('an erasure', () => {
	it('is never void, whether named by its id or by its batch', () => {
		const erase = { ...entry(1, 'x'), kind: 'erase' };
		const voids = voidEntries([undo(4, ids('a.1')), undo(5, { batch: 'x' })]);
		expect(voids.has(erase)).toBe(false);
		expect(voids.has(entry(1))).toBe(true);
	});
});

describe('a redate', () => {
	const redate = (t: number, days: number, ...names: readonly string[]) =>
		made('redate', `a.${t}`, t, { ids: names, days });
	const none = voidEntries([]);
	const answer = review('a.1', 1, 'x');

	it('moves the day and the moment of the entries it names, and of no other', () => {
		const dated = datedBy([redate(5, -3, 'a.1')], none);
		expect(dated(answer)).toEqual({ ...answer, day: -3, at: answer.at - 3 * DAY_MS });
		const other = review('a.2', 2, 'x');
		expect(dated(other)).toBe(other);
	});

	it('leaves the order alone', () => {
		expect(datedBy([redate(5, 9, 'a.1')], none)(answer)).toMatchObject({ id: 'a.1', t: 1 });
	});

	it('adds up with others, and counts a doubled name once', () => {
		const dated = datedBy([redate(5, 2, 'a.1', 'a.1'), redate(6, 5, 'a.1')], none);
		expect(dated(answer).day).toBe(7);
	});

	it('that takes another back leaves the entry as it was', () => {
		const dated = datedBy([redate(5, 2, 'a.1'), redate(6, -2, 'a.1')], none);
		expect(dated(answer)).toBe(answer);
	});

	it('does nothing when it is void', () => {
		const redates = [redate(5, 2, 'a.1'), redate(6, 5, 'a.1')];
		expect(datedBy(redates, voidEntries([undo(7, ids('a.6'))]))(answer).day).toBe(2);
		expect(datedBy(redates, voidEntries([undo(7, ids('a.5', 'a.6'))]))(answer)).toBe(answer);
	});

	it('does not act on what comes after it', () => {
		const dated = datedBy([redate(5, 2, 'a.9')], none);
		expect(dated(review('a.9', 6, 'x')).day).toBe(0);
		expect(dated(review('a.9', 4, 'x')).day).toBe(2);
	});
});
