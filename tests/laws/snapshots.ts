import { classifyEntry } from '../../src/lib/core/log/classify-entry';
import { parseEntryId } from '../../src/lib/core/log/order';
import { headsOfSnapshot, type Snapshot } from '../../src/lib/core/log/snapshot';

/** How many values a snapshot stands for. */
const sizeOf = ({ counts }: Snapshot) =>
	Object.values(counts).reduce((sum: number, count: number) => sum + count, 0);

/** What a store reads beside a snapshot; undefined when the heads tell that it is no longer one. */
export function laterThan(snapshot: Snapshot, values: readonly unknown[]) {
	const heads = headsOfSnapshot(snapshot) ?? new Map<string, number>();
	const isIn = (value: unknown) => {
		if (classifyEntry(value).is === 'unreadable') return false;
		const { device, seq } = parseEntryId((value as { readonly id: string }).id);
		return seq <= (heads.get(device) ?? 0);
	};
	const later = values.filter((value) => !isIn(value));
	return values.length - later.length === sizeOf(snapshot) ? later : undefined;
}
