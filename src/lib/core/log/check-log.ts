import { classifyEntry, type EntryClass } from './classify-entry';
import type { Entry } from './entry';
import { compareEntries, parseEntryId } from './order';

/** What a log holds, and what is odd about it. */
export interface LogReport {
	readonly counts: Readonly<Record<EntryClass['is'], number>>;
	/** Entries of kinds that this app does not know, by kind. */
	readonly unknownKinds: readonly (readonly [string, number])[];
	/** Ids with more than one content. */
	readonly doubled: number;
	/** Devices that wrote it. */
	readonly devices: number;
	/** Places in a device's stretch where its clock went back a day, or on by more than a year. */
	readonly clockJumps: number;
	/** Undos that name themselves. */
	readonly selfUndos: number;
}

const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;

const jumps = (before: number | undefined, at: number) =>
	before !== undefined && (at - before > YEAR_MS || before - at > DAY_MS);

const namesItself = (entry: Entry) =>
	entry.kind === 'undo' &&
	(entry.targets.ids !== undefined
		? entry.targets.ids.includes(entry.id)
		: entry.targets.batch === entry.batch);

/** @param values as stored, in any order */
export function checkLog(values: readonly unknown[]): LogReport {
	const counts = { known: 0, unknown: 0, newer: 0, erased: 0, malformed: 0, unreadable: 0 };
	const kinds = new Map<string, number>();
	const seen = values.map(classifyEntry);
	for (const each of seen) {
		counts[each.is] += 1;
		if (each.is !== 'unknown') continue;
		const { kind } = each.entry as unknown as Entry;
		kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
	}
	const known = seen.flatMap((each) => (each.is === 'known' ? each.entry : []));
	const ids = seen.flatMap((each) => (each.is === 'unreadable' ? [] : each.entry.id));
	return {
		counts,
		unknownKinds: [...kinds],
		doubled: ids.length - new Set(ids).size,
		devices: new Set(ids.map((id) => parseEntryId(id).device)).size,
		clockJumps: countJumps(known),
		selfUndos: known.filter(namesItself).length
	};
}

function countJumps(entries: readonly Entry[]): number {
	const last = new Map<string, number>();
	let count = 0;
	for (const entry of [...entries].sort(compareEntries)) {
		const { device } = parseEntryId(entry.id);
		if (jumps(last.get(device), entry.at)) count += 1;
		last.set(device, entry.at);
	}
	return count;
}
