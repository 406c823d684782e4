/**
 * Logs that no honest device writes: ids that a copied profile gave twice, tombstones of what
 * cannot be erased, acts under one name, answers `for` anything, and values that are no entries.
 */
import fc from 'fast-check';
import type { Held } from './drafts';
import { histories, logOf, type Act } from './histories';

interface Twist {
	readonly is: 'twin' | 'late-twin' | 'stone' | 'late-stone' | 'batch' | 'for' | 'field';
	readonly at: number;
	readonly other: number;
	readonly extra: fc.JsonValue;
}

const twists: fc.Arbitrary<readonly Twist[]> = fc.array(
	fc.record({
		is: fc.constantFrom('twin', 'late-twin', 'stone', 'late-stone', 'batch', 'for', 'field'),
		at: fc.nat({ max: 60 }),
		other: fc.nat({ max: 60 }),
		extra: fc.jsonValue({ maxDepth: 1 })
	}),
	{ maxLength: 8, size: 'max' }
);

/** What a log may hold that has no place in it, not all of it JSON. */
const unreadable = fc.constantFrom<unknown>(
	...[null, 'text', 7, [], { id: 'aa.1' }, { id: 'aa.0', t: 1 }, { id: 'aa.1', t: 2 ** 52 + 1 }],
	...[{ id: 'AA.1', t: 1 }, { lost: NaN }, { lost: Infinity }, { gone: NaN }, { id: 'aa.1', t: -1 }]
);

/** A tombstone belongs to no act. */
const named = ({ batch }: Held, name: string | undefined): object =>
	batch === undefined || name === undefined ? {} : { batch: name };

/** One value more, or one instead of that in its place. */
function twisted(log: readonly Held[], { is, at, other, extra }: Twist): Held {
	const value = log[at % log.length] as Held;
	const { id, t } = value;
	const from = log[other % log.length] as Held;
	switch (is) {
		case 'twin':
		case 'late-twin':
			return { ...from, ...named(from, `twin ${id}`), id, t: is === 'twin' ? t : t + 1 };
		case 'stone':
		case 'late-stone':
			return { id, t: is === 'stone' ? t : t + 1, erased: true } as Held;
		case 'batch':
			return { ...value, ...named(value, from.batch) };
		case 'for':
			return { ...value, for: from.id } as Held;
		case 'field':
			return { ...value, extra: structuredClone(extra) } as Held;
	}
}

const replaces = ({ is }: Twist) => is === 'batch' || is === 'for' || is === 'field';

/** Values of a log in no order, unreadable ones among them. */
export const wildLogs: fc.Arbitrary<readonly unknown[]> = fc
	.tuple(histories, twists, fc.array(unreadable, { maxLength: 4 }))
	.map(([acts, all, others]) => twistedLog(acts, all, others));

/** Wild logs in which an act's name is its own, by which alone a tail can tell it is whole. */
export const namedLogs: fc.Arbitrary<readonly unknown[]> = fc
	.tuple(histories, twists, fc.array(unreadable, { maxLength: 4 }))
	.map(([acts, all, others]) =>
		twistedLog(
			acts,
			all.filter((twist) => twist.is !== 'batch'),
			others
		)
	);

function twistedLog(
	acts: readonly Act[],
	all: readonly Twist[],
	others: readonly unknown[]
): readonly unknown[] {
	const log = [...logOf(acts)];
	if (log.length === 0) return others;
	for (const twist of all) {
		const at = twist.at % log.length;
		const value = twisted(log, twist);
		if (replaces(twist)) log[at] = value;
		else log.push(value);
	}
	return [...log, ...others];
}

/** A wild log told apart: some of it here, some there, some in all three. */
export const threeLogs = fc
	.tuple(
		wildLogs,
		fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 60, size: 'max' })
	)
	.map(([log, where]) => {
		const part = (bit: number) =>
			log.filter((_, at) => ((where[at % where.length] ?? 7) & bit) > 0);
		return [part(1), part(2), part(4)] as const;
	});
