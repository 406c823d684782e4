import fc from 'fast-check';
import { stampEntries, type Head } from '../../src/lib/core/log/append';
import type { Comeback, Entry, EntryDraft, UndoTargets } from '../../src/lib/core/log/entry';
import { compareEntries } from '../../src/lib/core/log/order';
import type { Rating } from '../../src/lib/core/scheduling/rating';
import { studyDay } from '../../src/lib/core/study-day';

const DAY_MS = 86_400_000;

/** A moment by some clock, and the offset in force. */
export interface Moment {
	readonly at: number;
	readonly offset: number;
}

/** What one device does in a history. */
export type Act = Moment & {
	readonly device: number;
	readonly act:
		| { readonly is: 'review'; readonly card: string; rating: Rating; comeback: Comeback }
		| { readonly is: 'practice'; readonly card: string; readonly rating: Rating }
		| { readonly is: 'setting'; readonly key: string; readonly value: number }
		/** Names what the device appended or received so many entries ago; 0 is the last. */
		| { readonly is: 'undo'; readonly back: readonly number[] }
		| { readonly is: 'undo-batch'; readonly back: number }
		| { readonly is: 'change'; readonly back: number; readonly card: string; rating: Rating }
		| { readonly is: 'merge'; readonly from: number };
};

/** Mostly within one week, so that days and cards meet; now and then any year of 1970..2099. */
export const moments: fc.Arbitrary<Moment> = fc.record({
	at: fc.oneof(
		{ weight: 4, arbitrary: fc.integer({ min: 20_400 * DAY_MS, max: 20_407 * DAY_MS }) },
		{ weight: 1, arbitrary: fc.integer({ min: 0, max: Date.UTC(2099, 11, 31) }) }
	),
	offset: fc.constantFrom(0, 60, -300, 540, 630, 840, -600)
});

export const ratings = fc.constantFrom<Rating>(1, 2, 3, 4);
const cards = fc.constantFrom('b/x#', 'b/y#', 'b/z#', 'b/z#reverse');
const back = fc.nat({ max: 12 });

export const comebacks: fc.Arbitrary<Comeback> = fc.oneof(
	fc.record({ interval: fc.integer({ min: 1, max: 40 }) }),
	fc.record({ delay: fc.constantFrom(60, 330, 600), step: fc.constantFrom(0, 1) })
);

const is = <T extends string>(name: T) => fc.constant(name);

const deeds = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({ is: is('review'), card: cards, rating: ratings, comeback: comebacks })
	},
	{ weight: 1, arbitrary: fc.record({ is: is('practice'), card: cards, rating: ratings }) },
	{
		weight: 1,
		arbitrary: fc.record({
			is: is('setting'),
			key: fc.constantFrom('newPerDay', 'rolloverHour'),
			value: fc.nat({ max: 9 })
		})
	},
	{
		weight: 3,
		arbitrary: fc.record({ is: is('undo'), back: fc.array(back, { minLength: 1, maxLength: 3 }) })
	},
	{ weight: 1, arbitrary: fc.record({ is: is('undo-batch'), back }) },
	{ weight: 1, arbitrary: fc.record({ is: is('change'), back, card: cards, rating: ratings }) },
	{ weight: 2, arbitrary: fc.record({ is: is('merge'), from: fc.nat({ max: 2 }) }) }
);

/** Histories of up to three devices that merge now and then. */
export const histories: fc.Arbitrary<readonly Act[]> = fc.array(
	fc
		.tuple(moments, fc.nat({ max: 2 }), deeds)
		.map(([moment, device, act]) => ({ ...moment, device, act })),
	{ maxLength: 40, size: 'max' }
);

const envelope = ({ at, offset }: Moment, batch: string) => ({
	...{ at, offset, batch },
	day: studyDay(at, offset, 4)
});

const answered = (card: string, rating: Rating) =>
	({ card, revision: '1-aa', itemKind: 'choice', rating, mode: 'study', durationMs: 1 }) as const;

export const reviewDraft = (
	moment: Moment,
	batch: string,
	card: string,
	rating: Rating,
	comeback: Comeback
): EntryDraft => ({
	...envelope(moment, batch),
	...answered(card, rating),
	...{ kind: 'review', scheduler: 'fsrs-6' },
	...comeback
});

export const undoDraft = (moment: Moment, batch: string, targets: UndoTargets): EntryDraft => ({
	...envelope(moment, batch),
	kind: 'undo',
	targets
});

/** The drafts of one act, given what the device holds. */
function draftsOf({ act, ...moment }: Act, held: readonly Entry[], batch: string) {
	const past = (steps: number) => held.at(-1 - (steps % Math.max(1, held.length)));
	const ids = (steps: readonly number[]) => steps.flatMap((each) => past(each)?.id ?? []);
	switch (act.is) {
		case 'review':
			return [reviewDraft(moment, batch, act.card, act.rating, act.comeback)];
		case 'practice':
			return [{ ...envelope(moment, batch), ...answered(act.card, act.rating), kind: act.is }];
		case 'setting':
			return [{ ...envelope(moment, batch), kind: act.is, key: act.key, value: act.value }];
		case 'undo':
			return [undoDraft(moment, batch, { ids: ids(act.back) })];
		case 'undo-batch':
			return [undoDraft(moment, batch, { batch: past(act.back)?.batch ?? 'none' })];
		case 'change':
			return [
				undoDraft(moment, batch, { ids: ids([act.back]) }),
				reviewDraft(moment, batch, act.card, act.rating, { interval: 3 })
			];
		case 'merge':
			return [];
	}
}

/** A device: its head and all entries it holds, in the order of the log. */
export interface Device {
	readonly head: Head;
	readonly held: readonly Entry[];
}

export const newDevice = (device: string): Device => ({
	head: { device, count: 0, t: 0 },
	held: []
});

/** The device after it took in what another one holds. */
export function merged(device: Device, other: Device): Device {
	const ids = new Set(device.held.map(({ id }) => id));
	const held = [...device.held, ...other.held.filter(({ id }) => !ids.has(id))];
	const t = Math.max(device.head.t, ...held.map((entry) => entry.t));
	return { head: { ...device.head, t }, held: held.sort(compareEntries) };
}

/** The device after an act of its own, and what it appended. */
export function acted(device: Device, act: Act, batch: string) {
	const drafts = draftsOf(act, device.held, batch) as readonly EntryDraft[];
	const { head, entries } = stampEntries(device.head, drafts);
	return { device: { head, held: [...device.held, ...entries] }, appended: entries };
}

/** All that the devices of a history hold in the end, in the order of the log. */
export function logOf(acts: readonly Act[]): readonly Entry[] {
	const devices = ['aa', 'bb', 'cc'].map(newDevice);
	acts.forEach((act, at) => {
		const device = devices[act.device] as Device;
		devices[act.device] =
			act.act.is === 'merge'
				? merged(device, devices[act.act.from] as Device)
				: acted(device, act, `act${at}`).device;
	});
	return devices.reduce(merged).held;
}
