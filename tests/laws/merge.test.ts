import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { classifyEntry } from '../../src/lib/core/log/classify-entry';
import { mergeLogs, planMerge, type Union } from '../../src/lib/core/log/merge';
import { contentOf } from '../../src/lib/core/log/order';
import { seededRandom, shuffled } from '../../src/lib/core/random';
import { law } from './law';
import { erasedIn, isLasting } from './plain';
import { threeLogs, wildLogs } from './wild';

/** A union as text: entries in their order, the rest in any. */
const texts = ({ entries, unreadable, doubled }: Union) => ({
	entries: entries.map(contentOf),
	unreadable: unreadable.map(contentOf).sort(),
	doubled: [...doubled].sort()
});

const all = ({ entries, unreadable }: Union) => [...entries, ...unreadable];

/** A value to the last member, JSON or not. */
const wholly = (value: unknown) => inspect(value, { depth: null, sorted: true });

const isPlaced = (value: unknown) => classifyEntry(value).is !== 'unreadable';
const idOf = (value: unknown) => (value as { readonly id: string }).id;

describe('a merge', () => {
	law(
		'commutes: the order of the logs, and within them, is of no account',
		fc.property(threeLogs, fc.string(), ([a, b, c], seed) => {
			const random = seededRandom(seed);
			const other = [c, a, b].map((log) => shuffled(log, random));
			expect(texts(mergeLogs(...other))).toEqual(texts(mergeLogs(a, b, c)));
		})
	);

	law(
		'associates: step by step comes to the same as at once',
		fc.property(threeLogs, ([a, b, c]) => {
			const whole = texts(mergeLogs(a, b, c));
			expect(texts(mergeLogs(all(mergeLogs(a, b)), c))).toEqual(whole);
			expect(texts(mergeLogs(a, all(mergeLogs(b, c))))).toEqual(whole);
		})
	);

	law(
		'is idempotent',
		fc.property(threeLogs, ([a, b]) => {
			const once = mergeLogs(a, b);
			expect(texts(mergeLogs(all(once)))).toEqual(texts(once));
			expect(texts(mergeLogs(all(once), b, all(once)))).toEqual(texts(once));
		})
	);

	law(
		'keeps all that is not erased, byte for byte, and of the erased nothing but its place',
		fc.property(threeLogs, (logs) => {
			const values = logs.flat();
			const erased = erasedIn(values);
			const union = mergeLogs(...logs);
			const kept = new Set(all(union).map(wholly));
			const isErased = (value: unknown) =>
				isPlaced(value) && erased.has(idOf(value)) && !isLasting(value);
			const lost = values.filter((value) => !isErased(value) && !kept.has(wholly(value)));
			expect(lost).toEqual([]);
			expect(union.entries.filter(isErased).every((value) => 'erased' in value)).toBe(true);
			const given = new Set(values.filter(isPlaced).map(idOf));
			expect(new Set(union.entries.map(({ id }) => id))).toEqual(given);
		})
	);

	law(
		'makes nothing up and nothing double',
		fc.property(threeLogs, (logs) => {
			const given = new Set(logs.flat().map(contentOf));
			const union = all(mergeLogs(...logs));
			const added = union.filter((value) => !given.has(contentOf(value)));
			expect(added.every((value) => classifyEntry(value).is === 'erased')).toBe(true);
			expect(new Set(union.map(contentOf)).size).toBe(union.length);
		})
	);
});

describe('the plan of a merge', () => {
	/** What is held once the plan is carried out. */
	const carriedOut = (held: readonly unknown[], plan: ReturnType<typeof planMerge>) => {
		const removed = new Set<unknown>(plan.removed);
		return [...held.filter((value) => !removed.has(value)), ...plan.added, ...plan.unreadable];
	};

	law(
		'shows what is stored: held, less what it removes, with what it adds, is the merge',
		fc.property(threeLogs, ([a, b]) => {
			const held = all(mergeLogs(a));
			const plan = planMerge(held, b);
			const stored = carriedOut(held, plan).map(contentOf).sort();
			expect(stored).toEqual(all(mergeLogs(a, b)).map(contentOf).sort());
			expect(plan.doubled).toEqual(mergeLogs(a, b).doubled);
		})
	);

	law(
		'carries out the erasures that were appended and not carried out yet',
		fc.property(threeLogs, ([a, b]) => {
			const held = [...new Map(a.map((value) => [contentOf(value), value])).values()];
			const plan = planMerge(held, b);
			const stored = carriedOut(held, plan).map(contentOf).sort();
			expect(stored).toEqual(all(mergeLogs(a, b)).map(contentOf).sort());
		})
	);

	law(
		'twice is once: the second one is empty',
		fc.property(threeLogs, ([a, b]) => {
			const held = carriedOut(all(mergeLogs(a)), planMerge(all(mergeLogs(a)), b));
			const { added, removed, unreadable } = planMerge(held, b);
			expect({ added, removed, unreadable }).toEqual({ added: [], removed: [], unreadable: [] });
		})
	);

	law(
		'of what is held already is empty',
		fc.property(wildLogs, (values) => {
			const held = all(mergeLogs(values));
			const { added, removed, unreadable, keptOut } = planMerge(held, held);
			expect([added, removed, unreadable, keptOut]).toEqual([[], [], [], 0]);
		})
	);
});
