import type { EntryDraft } from '$lib/core/log/entry';

/** The hashes of documents that wait to be saved. */
export const waitingDocuments = (waiting: readonly EntryDraft[]): ReadonlySet<string> =>
	new Set(waiting.flatMap((draft) => (draft.kind === 'document' ? draft.hash : [])));
