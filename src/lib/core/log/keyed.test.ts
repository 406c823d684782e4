import { describe, expect, it } from 'vitest';
import { entry } from '../../../../tests/support/entries';
import type { Entry, FlagEntry } from './entry';
import {
	advance,
	extend,
	foldStrand,
	keyed,
	origins,
	refold,
	settle,
	touchedKeys,
	type Keyed,
	type Reading
} from './keyed';

/** The flags of each card, one after the other. */
const rule = {
	keys: ({ cards }: FlagEntry) => cards,
	step: (value: string | undefined, key: string, { flag }: FlagEntry) =>
		flag === 0 ? undefined : `${value ?? key}${flag}`
};

const flag = (seq: number, colour: number, ...cards: readonly string[]) =>
	entry('flag', `a.${seq}`, seq, { cards, flag: colour });

const all: Reading = (each) => each;

/** Reads the entries of these numbers as void. */
const without =
	(...seqs: readonly number[]): Reading =>
	<E extends Entry>(each: E) =>
		seqs.includes(each.t) ? undefined : each;

/** One settled entry, and a tail of three. */
function example(read: Reading = all): Keyed<string, FlagEntry> {
	const values = keyed<string, FlagEntry>(rule);
	settle(values, flag(1, 1, 'x', 'y'));
	for (const each of [flag(2, 2, 'x'), flag(3, 3, 'x', 'z'), flag(4, 4, 'x')]) {
		extend(values, each, read);
	}
	return values;
}

const live = (values: Keyed<string, FlagEntry>) => Object.fromEntries(values.live);

describe('values by key', () => {
	it('fold each key’s own entries', () => {
		expect(live(example())).toEqual({ x: 'x1234', y: 'y1', z: 'z3' });
	});

	it('pass over void entries, and keep them', () => {
		const values = example(without(3));
		expect(live(values)).toEqual({ x: 'x124', y: 'y1' });
		expect(foldStrand(values, 'x', all)).toBe('x1234');
	});

	it('forget a key that comes to nothing', () => {
		const values = example();
		extend(values, flag(5, 0, 'x', 'q'), all);
		settle(values, flag(6, 0, 'y'));
		expect(live(values)).toEqual({ z: 'z3' });
	});

	it('are folded again from the beginning of the tail', () => {
		const values = example();
		refold(values, 'x', without(2, 4));
		refold(values, 'z', without(3));
		expect(live(values)).toEqual({ x: 'x13', y: 'y1' });
	});

	it('show each step on the way', () => {
		const steps: unknown[] = [];
		foldStrand(example(), 'x', without(3), (before, { t }) => steps.push([before, t]));
		expect(steps).toEqual([
			['x1', 2],
			['x12', 4]
		]);
		expect(foldStrand(example(), 'nobody', all)).toBeUndefined();
	});

	it('name the keys of the tail that a change touches', () => {
		expect(touchedKeys(example(), ({ t }) => t === 3)).toEqual(['x', 'z']);
		expect(touchedKeys(example(), ({ t }) => t === 1)).toEqual([]);
	});
});

describe('the beginning of the tail', () => {
	it('has a value for each key that had one', () => {
		expect(Object.fromEntries(origins(example()))).toEqual({ x: 'x1', y: 'y1' });
	});

	it('moves on, and what is passed becomes part of it as it counts', () => {
		const values = example(without(2));
		advance(values, ({ t }) => t >= 4, without(2));
		expect(Object.fromEntries(origins(values))).toEqual({ x: 'x13', y: 'y1', z: 'z3' });
		expect([...values.strands.keys()]).toEqual(['x']);
		expect(foldStrand(values, 'x', all)).toBe('x134');
		expect(live(values)).toEqual({ x: 'x134', y: 'y1', z: 'z3' });
	});
});
