import { describe, expect, it } from 'vitest';
import { entry, practice, review, stone, undo, undoBatch } from '../../../../tests/support/entries';
import type { Placed } from './classify-entry';
import { GOOD } from '../scheduling/rating';
import {
	actingOf,
	beginningOf,
	emptyTail,
	headsOf,
	holdsTargets,
	isAfterHeads,
	isSettled,
	keep,
	openActs,
	readingOf,
	readsAnew,
	straddlingOf
} from './tail';

const run = (length: number) =>
	Array.from({ length }, (_, at): Placed => practice(`a.${at + 1}`, at, 'x'));

const begin = (entries: readonly Placed[], length: number) =>
	beginningOf(entries, () => true, length);

describe('a tail begins', () => {
	it('so many entries from the end', () => {
		expect([0, 3, 9, 10, 11].map((length) => begin(run(10), length))).toEqual([10, 7, 1, 0, 0]);
		expect(begin([], 5)).toBe(0);
	});

	it('before what its undos and redates name, and what these name in turn', () => {
		const held = run(8);
		expect(begin([...held, undo('b.1', 90, 'a.6')], 1)).toBe(5);
		expect(begin([...held, entry('redate', 'b.1', 90, { ids: ['a.7', 'a.5'], days: 1 })], 1)).toBe(
			4
		);
		const chain = [...held.slice(0, 6), undo('a.7', 7, 'a.5'), held[7] as Placed];
		expect(begin([...chain, undo('b.1', 90, 'a.7')], 1)).toBe(4);
	});

	it('before the acts it would cut', () => {
		const held = [
			...run(6),
			practice('b.1', 80, 'x', GOOD, { batch: 'act' }),
			practice('b.2', 81, 'x', GOOD, { batch: 'act' })
		];
		expect(begin(held, 1)).toBe(6);
		expect(begin([...held, undoBatch('b.3', 90, 'act')], 1)).toBe(6);
	});

	it('no more than four times its length further back', () => {
		const held = run(20);
		expect(begin([...held.slice(0, 18), undo('b.1', 90, 'a.15'), undo('b.2', 91, 'a.3')], 2)).toBe(
			14
		);
		expect(begin([...held.slice(0, 19), undo('b.1', 90, 'a.16')], 1)).toBe(15);
		expect(begin([...held.slice(0, 19), undo('b.1', 90, 'a.15')], 1)).toBe(19);
	});

	it('regardless of what values without effect name', () => {
		const held = [...run(8), undo('b.1', 90, 'a.5')];
		expect(beginningOf(held, ({ id }) => id !== 'b.1', 1)).toBe(8);
	});
});

describe('a tail', () => {
	const tail = emptyTail();
	const reviewed = review('a.9', 5, 'x', GOOD, { batch: 'act' });
	const acts = [undo('a.10', 6, 'a.9'), entry('redate', 'a.11', 7, { ids: ['a.9'], days: 1 })];
	const parameters = entry('parameters', 'a.12', 8, { parameters: [] });
	for (const each of [reviewed, ...acts, parameters]) keep(tail, each, true);
	keep(tail, { ...undo('a.13', 9, 'a.9'), v: 2, batch: 'later' } as Placed, false);
	keep(tail, stone('a.14', 10), false);

	it('knows what is in it, and what of that acts', () => {
		expect(tail.entries.map(({ id }) => id)).toEqual(
			[9, 10, 11, 12, 13, 14].map((seq) => `a.${seq}`)
		);
		expect(
			[tail.undos, tail.redates, tail.parameters].map((all) => all.map(({ id }) => id))
		).toEqual([['a.10'], ['a.11'], ['a.12']]);
		expect([...tail.inert].map(({ id }) => id)).toEqual(['a.13', 'a.14']);
		expect([...tail.batches]).toEqual(['act']);
	});

	it('holds everything while nothing lies before it', () => {
		expect(holdsTargets(tail, [undo('b.1', 20, 'zz.1'), undoBatch('b.2', 21, 'nobody')])).toBe(
			true
		);
	});

	it('holds ids and batches that can be found nowhere else', () => {
		const later = { ...tail, whole: false, heads: new Map([['a', 8]]) };
		expect(holdsTargets(later, [])).toBe(true);
		expect(holdsTargets(later, [undo('b.1', 20, 'a.9', 'a.14'), ...acts])).toBe(true);
		expect(holdsTargets(later, [undo('b.1', 20, 'a.9', 'a.8')])).toBe(false);
		expect(holdsTargets(later, [undo('b.1', 20, '')])).toBe(false);
		expect(holdsTargets(later, [undoBatch('b.1', 20, 'act')])).toBe(true);
		expect(holdsTargets(later, [undoBatch('b.1', 20, 'later')])).toBe(false);
		expect(
			holdsTargets({ ...later, straddling: new Set(['act']) }, [undoBatch('b.1', 20, 'act')])
		).toBe(false);
		const copied = { ...later, heads: new Map([['a', 9]]) };
		expect(holdsTargets(copied, [undo('b.1', 20, 'a.9')])).toBe(false);
		expect(['a.9', 'a.10', 'b.1'].map((id) => isAfterHeads(copied, id))).toEqual([
			false,
			true,
			true
		]);
	});

	it('knows by content what of it acts on other entries', () => {
		const settled = actingOf(tail);
		expect([...acts, parameters].every((each) => isSettled({ ...tail, settled }, each))).toBe(true);
		expect(settled.size).toBe(3);
		expect(isSettled({ ...tail, settled }, undo('a.10', 7, 'a.9'))).toBe(false);
		expect(isSettled(tail, parameters)).toBe(false);
	});

	it('reads its entries under undos and redates', () => {
		const read = readingOf([undo('b.1', 20, 'a.10')], [acts[1] as never]);
		expect(read(reviewed)?.day).toBe(1);
		expect(read(acts[0] as never)).toBeUndefined();
		const isTouched = readsAnew(tail.read, read);
		expect([reviewed, ...acts, parameters].map(isTouched)).toEqual([true, true, false, false]);
	});
});

describe('the batches that straddle', () => {
	const tail = { ...emptyTail(), batches: new Set(['act', 'other']) };

	it('are those of the tail that are found before it', () => {
		const before = [
			{ ...stone('a.1', 1), batch: 'act' },
			{ ...stone('a.2', 2), batch: 'gone' },
			stone('a.3', 3)
		];
		expect([...straddlingOf(tail, before)]).toEqual(['act']);
	});

	it('stay known as long as the tail has them', () => {
		expect([...straddlingOf(tail, [], new Set(['other', 'gone']))]).toEqual(['other']);
	});
});

describe('the acts that may go on', () => {
	it('are those of each device’s largest number, twins included', () => {
		const made = (id: string, batch?: string) => ({ id, t: 1, ...(batch ? { batch } : {}) });
		const entries = [made('a.1', 'one'), made('b.1', 'two'), made('a.2', 'three'), made('c.1')];
		const heads = headsOf(entries);
		expect(Object.fromEntries(openActs(entries, heads))).toEqual({
			a: ['three'],
			b: ['two'],
			c: []
		});
		const known = {
			heads: new Map(Object.entries({ a: 1, b: 1, d: 4 })),
			open: new Map(Object.entries({ a: ['old'], b: ['twin'], d: ['kept'] }))
		};
		const all = headsOf(entries, known.heads);
		expect(Object.fromEntries(openActs(entries, all, known))).toEqual({
			a: ['three'],
			b: ['twin', 'two'],
			c: [],
			d: ['kept']
		});
	});

	it('are not known where one of that number was erased, until the device goes on', () => {
		const erased = [{ id: 'a.2', t: 1, batch: 'twin' }, stone('a.2', 2)];
		const heads = headsOf(erased);
		const open = openActs(erased, heads);
		expect(open.get('a')).toBeNull();
		expect(openActs([{ id: 'a.2', t: 3 }], heads, { heads, open }).get('a')).toBeNull();
		const next = [{ id: 'a.3', t: 3, batch: 'next' }];
		expect(openActs(next, headsOf(next, heads), { heads, open }).get('a')).toEqual(['next']);
	});
});

describe('the heads', () => {
	it('are the largest number of each device', () => {
		const entries = ['a.9', 'a.10', 'b.2', 'a.3'].map((id, t) => ({ id, t }));
		expect(Object.fromEntries(headsOf(entries))).toEqual({ a: 10, b: 2 });
		const known = new Map(Object.entries({ a: 11, b: 1, c: 5 }));
		expect(Object.fromEntries(headsOf(entries, known))).toEqual({ a: 11, b: 2, c: 5 });
	});
});
