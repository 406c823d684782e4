import { describe, expect, it } from 'vitest';
import { entry, review, stone, undo } from '../../../../tests/support/entries';
import { GOOD } from '../scheduling/rating';
import { mergeLogs, planMerge, reportOf } from './merge';

const erase = (id: string, t: number, ...ids: readonly string[]) => entry('erase', id, t, { ids });
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

/** The union, which must be the same from both sides and when taken twice. */
function union(...logs: readonly (readonly unknown[])[]) {
	const merged = mergeLogs(...logs);
	expect(mergeLogs(...[...logs].reverse())).toEqual(merged);
	expect(mergeLogs([...merged.entries, ...merged.unreadable])).toEqual(merged);
	return merged;
}

describe('a union', () => {
	it('has every entry of both logs, in the order of the log', () => {
		const merged = union(
			[review('a.2', 300, 'x'), review('a.1', 100, 'x')],
			[review('b.1', 200, 'y')]
		);
		expect(ids(merged.entries)).toEqual(['a.1', 'b.1', 'a.2']);
		expect(merged.doubled).toEqual([]);
	});

	it('has equal entries once, in whatever order their members stand', () => {
		const value = review('a.1', 100, 'x');
		const turned = Object.fromEntries(Object.entries(value).reverse());
		expect(union([value], [turned, value]).entries).toEqual([value]);
	});

	it('keeps the very objects, with fields nobody knows yet', () => {
		const values = [
			{ ...review('a.1', 100, 'x'), mood: 'glad' },
			{ ...stone('a.2', 200), kind: 'dream', erased: undefined, v: 9 }
		];
		expect(mergeLogs(values).entries[0]).toBe(values[0]);
		expect(mergeLogs(values).entries[1]).toBe(values[1]);
	});

	it('keeps both of two contents under one id, and says so', () => {
		const [one, two] = [review('a.1', 100, 'x'), review('a.1', 100, 'y')];
		const merged = union([one], [two], [one]);
		expect(merged.entries).toEqual([one, two]);
		expect(merged.doubled).toEqual(['a.1']);
		const others = [review('b.1', 90, 'x'), review('b.1', 90, 'y')];
		expect(union([one, ...others], [two]).doubled).toEqual(['a.1', 'b.1']);
		const later = review('a.1', 150, 'y');
		expect(ids(union([one, review('b.1', 120, 'z')], [later]).entries)).toEqual([
			'a.1',
			'b.1',
			'a.1'
		]);
	});

	it('has unreadable values once', () => {
		const values = ['rubbish', { id: 7 }, null, [1, 2]];
		const merged = union(values, ['rubbish', { id: 7 }], [null]);
		expect(merged.entries).toEqual([]);
		expect(merged.unreadable).toHaveLength(4);
	});

	it('loses no two values that no JSON can hold', () => {
		const values = [1n, 1, '1', new Date(0), new Date(1), { id: NaN, a: 1 }, { id: NaN, a: 2 }];
		expect(new Set(union(values).unreadable)).toEqual(new Set(values));
	});

	it('takes a single log, and none', () => {
		expect(mergeLogs()).toEqual({ entries: [], unreadable: [], doubled: [] });
	});
});

describe('what is erased', () => {
	const held = [review('a.1', 100, 'x'), review('a.2', 200, 'y')];

	it('leaves its id and time, and nothing else', () => {
		const act = erase('a.3', 300, 'a.1');
		expect(union(held, [act]).entries).toEqual([stone('a.1', 100), held[1], act]);
		expect(union(held, [act]).doubled).toEqual([]);
	});

	it('stays erased when its content comes later, from whichever side', () => {
		const act = erase('a.3', 300, 'a.1');
		const before = mergeLogs([act]);
		expect(mergeLogs(before.entries, held).entries).toEqual(mergeLogs(held, [act]).entries);
		expect(union([stone('a.1', 100)], held).entries[0]).toEqual(stone('a.1', 100));
	});

	it('has no effect on what is not there', () => {
		const act = erase('a.3', 300, 'c.9');
		expect(union(held, [act]).entries).toEqual([...held, act]);
	});

	it('takes what is for it along, and what is for that', () => {
		const answer = entry('answer', 'a.1', 100, {
			...{ attempt: 'q', item: 'b/i', response: null, durationMs: 1 }
		});
		const mark = entry('mark', 'b.1', 200, { attempt: 'q', for: 'a.1', score: 1, by: 'device' });
		const rated = review('b.2', 201, 'x', GOOD, { for: 'a.1' });
		const dream = { ...stone('c.1', 300), erased: false, v: 9, for: 'b.2' };
		const other = review('b.3', 301, 'x', GOOD, { for: 'a.2' });
		const merged = union([answer, mark], [dream, rated, other], [erase('d.1', 400, 'a.1')]);
		expect(merged.entries.map((each) => [each.id, 'erased' in each && each.erased])).toEqual([
			['a.1', true],
			['b.1', true],
			['b.2', true],
			['c.1', true],
			['b.3', false],
			['d.1', false]
		]);
		expect(union([stone('a.1', 100)], [rated]).entries).toEqual([
			stone('a.1', 100),
			stone('b.2', 201)
		]);
	});

	it('takes both contents of a doubled id along', () => {
		const copy = review('a.1', 150, 'z');
		const merged = union(held, [copy], [erase('a.3', 300, 'a.1')]);
		expect(merged.entries.slice(0, 2)).toEqual([stone('a.1', 100), stone('a.1', 150)]);
		const same = union(held, [review('a.1', 100, 'z')], [erase('a.3', 300, 'a.1')]);
		expect(ids(same.entries)).toEqual(['a.1', 'a.2', 'a.3']);
		expect(same.doubled).toEqual([]);
	});

	it.each([
		undo('a.3', 300, 'a.1'),
		entry('redate', 'a.3', 300, { ids: ['a.1'], days: 1 }),
		erase('a.3', 300, 'a.1'),
		{ ...undo('a.3', 300, 'a.1'), v: 2 }
	])('is never an undo, a redate or an erasure', (lasting) => {
		const merged = union([...held, lasting], [erase('b.1', 400, 'a.3')], [stone('a.3', 300)]);
		expect(merged.entries).toContainEqual(lasting);
	});

	it('is not what is for an undo that stays', () => {
		const lasting = { ...undo('a.3', 300, 'a.2'), for: 'a.1' };
		const rated = review('b.1', 400, 'x', GOOD, { for: 'a.3' });
		const merged = union([...held, lasting, rated], [erase('b.2', 500, 'a.1')]);
		expect(merged.entries).toContainEqual(lasting);
		expect(merged.entries).toContainEqual(rated);
	});

	it('keeps what a tombstone says beside', () => {
		const told = { ...stone('a.1', 100), why: 'a name' };
		expect(union(held, [told]).entries[0]).toEqual(told);
	});

	it('is no entry of an erasure that cannot be read', () => {
		const malformed = { ...erase('a.3', 300), ids: ['a.1', 7] };
		const newer = { ...erase('a.4', 400, 'a.1'), v: 2 };
		expect(union(held, [malformed, newer]).entries.slice(0, 2)).toEqual(held);
	});

	it('is not spared by an undo of the erasure', () => {
		const merged = union(held, [erase('a.3', 300, 'a.1'), undo('a.4', 301, 'a.3')]);
		expect(merged.entries[0]).toEqual(stone('a.1', 100));
	});
});

describe('the plan of a merge', () => {
	const held = [review('a.1', 100, 'x'), review('a.2', 200, 'y'), stone('a.3', 300), 'rubbish'];

	it('adds what is not held, and nothing twice', () => {
		const incoming = [...held, review('b.1', 150, 'z'), 'rubbish', 'more', { id: 7 }];
		expect(planMerge(held, incoming)).toEqual({
			added: [review('b.1', 150, 'z')],
			removed: [],
			keptOut: 0,
			unreadable: ['more', { id: 7 }],
			doubled: []
		});
		expect(planMerge(held, held)).toMatchObject({ added: [], removed: [], unreadable: [] });
		expect(planMerge([], held).added).toHaveLength(3);
	});

	it('removes what the others have erased, and adds its tombstone', () => {
		const act = erase('b.1', 400, 'a.1');
		expect(planMerge(held, [act])).toMatchObject({
			added: [stone('a.1', 100), act],
			removed: [held[0]],
			keptOut: 0
		});
	});

	it('keeps out what is erased here, and counts it', () => {
		const incoming = [review('a.3', 300, 'x'), review('b.1', 400, 'x', GOOD, { for: 'a.3' })];
		const plan = planMerge(held, incoming);
		expect(plan.keptOut).toBe(2);
		expect(plan.added).toEqual([stone('b.1', 400)]);
		expect(plan.removed).toEqual([]);
	});

	it('does not count as kept out what the others have erased themselves', () => {
		const incoming = [review('b.1', 400, 'x'), erase('b.2', 401, 'b.1')];
		const plan = planMerge(held, incoming);
		expect(plan.keptOut).toBe(0);
		expect(plan.added).toEqual([stone('b.1', 400), incoming[1]]);
	});

	it('says which ids would have two contents', () => {
		const copy = review('a.1', 100, 'w');
		expect(planMerge(held, [copy])).toMatchObject({ added: [copy], removed: [], doubled: ['a.1'] });
	});

	it('removes what is held although it is erased here', () => {
		const act = erase('b.1', 400, 'a.1');
		expect(planMerge([...held, act], [])).toMatchObject({
			added: [stone('a.1', 100)],
			removed: [held[0]]
		});
	});

	it('carried out comes to the union', () => {
		const incoming = [erase('b.1', 400, 'a.1'), review('a.3', 300, 'x'), review('b.2', 401, 'z')];
		const { added, removed } = planMerge(held, incoming);
		const after = [...held.filter((value) => !removed.includes(value as never)), ...added];
		expect(mergeLogs(after)).toEqual(mergeLogs(held, incoming));
	});
});

describe('the report of a merge', () => {
	const held = [review('a.1', 100, 'x'), stone('a.2', 200), 'rubbish'];
	const report = (...incoming: readonly unknown[]) => reportOf(planMerge(held, incoming));
	const nothing = { added: 0, erased: 0, keptOut: 0, doubled: 0, changes: false };

	it('counts what comes in, what is erased, what stays out and what is doubled', () => {
		expect(
			report(
				...[erase('b.1', 300, 'a.1'), review('b.2', 301, 'y')],
				...[review('a.2', 200, 'x'), review('b.2', 301, 'z')]
			)
		).toEqual({ added: 3, erased: 1, keptOut: 1, doubled: 1, changes: true });
	});

	it('says that nothing changes', () => {
		expect(report(...held)).toEqual(nothing);
		expect(report(review('a.2', 200, 'x'))).toEqual({ ...nothing, keptOut: 1 });
	});

	it('says that something changes though nothing counts', () => {
		expect(report(stone('b.1', 300))).toEqual({ ...nothing, changes: true });
		expect(report('more')).toEqual({ ...nothing, changes: true });
	});
});

describe('a file made to keep the page busy', () => {
	/** With a step for each pair of entries, neither test would end in time. */
	const COUNT = 20_000;
	const numbers = Array.from({ length: COUNT }, (_, at) => at + 1);

	it('is merged when all its entries have one id', () => {
		const twins = numbers.map((t) => review('a.1', t, 'x'));
		expect(mergeLogs(twins).entries).toHaveLength(COUNT);
		expect(planMerge([], twins).added).toHaveLength(COUNT);
	});

	it('is merged when each entry is for the next, and the last is erased', () => {
		const chain = numbers.map((at) => review(`a.${at}`, at, 'x', GOOD, { for: `a.${at + 1}` }));
		const values = [...chain, stone(`a.${COUNT + 1}`, 9)];
		expect(mergeLogs(values).entries.every((entry) => 'erased' in entry)).toBe(true);
		expect(planMerge([], values).keptOut).toBe(0);
	});
});
