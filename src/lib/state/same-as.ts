import { classifyEntry } from '$lib/core/log/classify-entry';

const SAME_AS = 'same-as/';

/** The setting that says that another learner is this one. */
export const sameAsKey = (other: string): string => `${SAME_AS}${other}`;

/**
 * Ids of the entries that joined other learners with this one.
 *
 * @param since UTC milliseconds
 */
export function joinsSince(values: readonly unknown[], since: number): readonly string[] {
	return values.flatMap((value) => {
		const seen = classifyEntry(value);
		if (seen.is !== 'known' || seen.entry.kind !== 'setting') return [];
		const { key, at, id } = seen.entry;
		return key.startsWith(SAME_AS) && at >= since ? id : [];
	});
}
