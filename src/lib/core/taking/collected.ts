/**
 * Sheets that a phone keeps for a teacher, sealed as they came. They are documents of the log of
 * whoever collects; nobody can read them there.
 */
import type { Bytes } from '../assignment/bytes';
import { sheetCode } from '../assignment/sheet-code';
import { sheetLabel } from '../assignment/sheet';
import { payloadOf, storedBytes } from '../assignment/stored-bytes';
import type { DocumentEntry, EntryDraft } from '../log/entry';
import type { Done } from '../log/control';
import type { Fold } from '../log/fold';

const COLLECTED = 'collected';

/** A sealed sheet. */
export interface CollectedSheet {
	/** SHA-256 of its bytes as hexadecimal digits. */
	readonly id: string;
	readonly payload: Bytes;
	/** The four letters its student sees as well. */
	readonly code: string;
	/** The entry that keeps it. */
	readonly entry: string;
}

function collectedOf(entry: DocumentEntry): CollectedSheet | undefined {
	const payload = payloadOf(entry);
	const label = payload && sheetLabel(payload);
	if (!payload || !label?.ok) return undefined;
	return { id: entry.hash, payload, code: sheetCode(label.value.hash), entry: entry.id };
}

/** The sheets a phone keeps, in the order they came. */
export const collectedSheets = ({ documents }: Fold): readonly CollectedSheet[] =>
	[...documents.live.values()]
		.filter(({ type }) => type === COLLECTED)
		.sort((a, b) => a.t - b.t)
		.flatMap((entry) => collectedOf(entry) ?? []);

/** The entry that keeps a sheet. */
export const collectedDraft = (id: string, payload: Bytes, done: Done): EntryDraft => ({
	...{ ...done, kind: 'document', type: COLLECTED, hash: id, bytes: storedBytes(payload) }
});
