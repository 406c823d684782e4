import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { stampEntries } from '../../src/lib/core/log/append';
import { classifyEntry, ENTRY_VERSION, type EntryDraft } from '../../src/lib/core/log/entry';
import { compareEntries } from '../../src/lib/core/log/order';
import { histories, logOf, moments } from './histories';
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
		'keeps the numbers of each device in order',
		fc.property(histories, (acts) => {
			const numbers = new Map<string, number>();
			for (const { id } of logOf(acts)) {
				const [device = '', seq] = id.split('.');
				expect(Number(seq)).toBe((numbers.get(device) ?? 0) + 1);
				numbers.set(device, Number(seq));
			}
		})
	);
});
