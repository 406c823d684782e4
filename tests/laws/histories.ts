import fc from 'fast-check';
import { stampEntries, type Head } from '../../src/lib/core/log/append';
import { classifyEntry } from '../../src/lib/core/log/classify-entry';
import type { EntryDraft } from '../../src/lib/core/log/entry';
import { mergeLogs } from '../../src/lib/core/log/merge';
import { deeds, moments, type Deed, type Moment } from './deeds';
import { disguised, draftsOf, type Held } from './drafts';

type Merge = { readonly is: 'merge'; readonly from: number };

/** What one device does in a history. */
export type Act = Moment & { readonly device: number; readonly act: Deed | Merge };

const merges: fc.Arbitrary<Merge> = fc.record({
	is: fc.constant('merge' as const),
	from: fc.nat({ max: 2 })
});

/** Histories of up to three devices that merge now and then. */
export const histories: fc.Arbitrary<readonly Act[]> = fc.array(
	fc
		.tuple(
			...([moments, fc.nat({ max: 2 })] as const),
			fc.oneof({ weight: 7, arbitrary: deeds }, { weight: 1, arbitrary: merges })
		)
		.map(([moment, device, act]) => ({ ...moment, device, act })),
	{ maxLength: 40, size: 'max' }
);

/** A device: its head and all values it holds, in the order of the log. */
export interface Device {
	readonly head: Head;
	readonly held: readonly Held[];
}

export const newDevice = (device: string): Device => ({
	head: { device, count: 0, t: 0 },
	held: []
});

export const unionOf = (...logs: readonly (readonly unknown[])[]): readonly Held[] =>
	mergeLogs(...logs).entries;

/** The device after it took in what another one holds. */
export function merged(device: Device, other: Pick<Device, 'held'>): Device {
	const held = unionOf(device.held, other.held);
	return { head: { ...device.head, t: Math.max(device.head.t, held.at(-1)?.t ?? 0) }, held };
}

const isErasure = (value: Held) => {
	const seen = classifyEntry(value);
	return seen.is === 'known' && seen.entry.kind === 'erase';
};

/** The device after an act of its own, and what it appended. */
export function acted(device: Device, deed: Deed, moment: Moment, batch: string) {
	const drafts = draftsOf(deed, moment, batch, device);
	const { head, entries } = stampEntries(device.head, drafts);
	const appended = entries.map((entry) => disguised(deed, entry));
	const held = [...device.held, ...appended];
	return { device: { head, held: appended.some(isErasure) ? unionOf(held) : held }, appended };
}

/** The devices of a history as they are in the end; `seen` is shown each after its act. */
export function devicesOf(
	acts: readonly Act[],
	seen: (device: Device, appended: readonly Held[]) => void = () => undefined
): readonly Device[] {
	const devices = ['aa', 'bb', 'cc'].map(newDevice);
	acts.forEach(({ device: mine, act, ...moment }, at) => {
		const device = devices[mine] as Device;
		if (act.is === 'merge') {
			devices[mine] = merged(device, devices[act.from] as Device);
			return;
		}
		const { device: next, appended } = acted(device, act, moment, `act${at}`);
		devices[mine] = next;
		seen(next, appended);
	});
	return devices;
}

/** All that the devices of a history hold in the end, in the order of the log. */
export const logOf = (acts: readonly Act[]): readonly Held[] =>
	unionOf(...devicesOf(acts).map(({ held }) => held));

/** The log with more at its end, by a device that had seen all of it. */
export function withMore(
	log: readonly Held[],
	drafts: readonly EntryDraft[],
	device = 'zz'
): readonly Held[] {
	return [...log, ...stampEntries({ device, count: 0, t: log.at(-1)?.t ?? 0 }, drafts).entries];
}
