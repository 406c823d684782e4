import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { stampEntries } from '../../src/lib/core/log/append';
import { classifyEntry, MAX_TIME } from '../../src/lib/core/log/classify-entry';
import { ENTRY_VERSION, type EntryDraft } from '../../src/lib/core/log/entry';
import { compareEntries } from '../../src/lib/core/log/order';
import { moments } from './deeds';
import type { Held } from './drafts';
import { devicesOf, histories, logOf, unionOf } from './histories';
import { law } from './law';

const drafts = fc.array(
	moments.map((moment): EntryDraft => ({
		...moment,
		day: 1,
		kind: 'setting',
		key: 'k',
		value: null
	})),
	{ maxLength: 30, size: 'max' }
);
const heads = fc.record({
	device: fc.stringMatching(/^[a-z0-9]{1,20}$/),
	count: fc.nat({ max: 1_000_000 }),
	t: fc.integer({ min: 0, max: Date.UTC(2099, 11, 31) })
});

describe('what a device appends', () => {
	law(
		'has dense numbers and logical times that grow and never lie before the clock',
		fc.property(heads, drafts, (head, list) => {
			const { head: end, entries } = stampEntries(head, list);
			const times = [head.t, ...entries.map(({ t }) => t)];
			const grows = (t: number, at: number) => t > (times[at] ?? NaN);
			expect(times.slice(1).every(grows)).toBe(true);
			expect(entries.every(({ t, at }) => t >= at)).toBe(true);
			expect(entries.every((entry) => classifyEntry(entry).is === 'known')).toBe(true);
			const ids = list.map((_, at) => `${head.device}.${head.count + at + 1}`);
			const stamps = ids.map((id, at) => ({ v: ENTRY_VERSION, id, t: times[at + 1] }));
			expect(entries).toEqual(list.map((draft, at) => ({ ...draft, ...stamps[at] })));
			const count = head.count + list.length;
			expect(end).toEqual({ device: head.device, count, t: times.at(-1) });
		})
	);

	law(
		'is the same in one call as in several',
		fc.property(heads, drafts, fc.nat({ max: 30 }), (head, list, at) => {
			const first = stampEntries(head, list.slice(0, at));
			const rest = stampEntries(first.head, list.slice(at));
			const whole = stampEntries(head, list);
			expect([...first.entries, ...rest.entries]).toEqual(whole.entries);
			expect(rest.head).toEqual(whole.head);
		})
	);
});

describe('near the end of all logical time', () => {
	law(
		'an act is refused as a whole, or all of it can be read again',
		fc.property(fc.nat({ max: 40 }), drafts, (left, list) => {
			const head = { device: 'aa', count: 0, t: MAX_TIME - left };
			if (list.length > left) expect(() => stampEntries(head, list)).toThrow(RangeError);
			else {
				const { entries } = stampEntries(head, list);
				expect(entries.every((entry) => classifyEntry(entry).is === 'known')).toBe(true);
			}
		})
	);
});

describe('the order of the log', () => {
	law(
		'is total: any two entries compare, in opposite ways, and only equal ones as equal',
		fc.property(histories, fc.nat(), fc.nat(), (acts, i, j) => {
			const log = logOf(acts);
			fc.pre(log.length > 0);
			const [a, b] = [log[i % log.length], log[j % log.length]];
			if (!a || !b) throw new Error('an entry that is there');
			expect(Math.sign(compareEntries(a, b)) + Math.sign(compareEntries(b, a))).toBe(0);
			expect(compareEntries(a, b) === 0).toBe(a.id === b.id);
			expect(Math.sign(compareEntries(a, b))).toBe(Math.sign((i % log.length) - (j % log.length)));
		})
	);

	law(
		'keeps the numbers of each device in order, without gaps',
		fc.property(histories, (acts) => {
			const numbers = new Map<string, number>();
			for (const { id } of logOf(acts)) {
				const [device = '', seq] = id.split('.');
				expect(Number(seq)).toBe((numbers.get(device) ?? 0) + 1);
				numbers.set(device, Number(seq));
			}
		})
	);

	law(
		'puts what a device appends last of all it holds, and after all it had seen in every union',
		fc.property(histories, fc.nat({ max: 7 }), (acts, part) => {
			const seen: (readonly Held[])[] = [];
			const devices = devicesOf(acts, ({ held }, appended) => {
				expect(held.slice(-appended.length).map(({ id }) => id)).toEqual(
					appended.map(({ id }) => id)
				);
				seen.push(held);
			});
			const some = devices.filter((_, at) => (part & (1 << at)) > 0);
			const union = unionOf(...some.map(({ held }) => held));
			const places = new Map(union.map(({ id }, at) => [id, at]));
			for (const held of seen) {
				const found = held.flatMap(({ id }) => places.get(id) ?? []);
				expect(found.every((place, at) => at === 0 || place > (found[at - 1] ?? NaN))).toBe(true);
			}
		})
	);
});
