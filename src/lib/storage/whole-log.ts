/**
 * What is done to a log as a whole: merging, erasing, packing, mending. Loaded when it is asked
 * for, which is never by the first page.
 */
import { classifyEntry } from '$lib/core/log/classify-entry';
import { planMerge, reportOf, type MergeReport } from '$lib/core/log/merge';
import type { RandomIds } from '$lib/core/ports';
import { ensureHead, writeNextEpoch } from './log-head';
import { putAside, readAside } from './merge-log';
import { rewriteLog } from './rewrite-log';
import { readRecords, readValues } from './stored-log';

export { applyErasures } from './erase-log';
export { countAside, mergeInto, readAside, readRestored, takeMergeBack } from './merge-log';
export { packRuns } from './rewrite-log';

/** What a merge would do. */
export async function previewMerge(
	transaction: IDBTransaction,
	values: readonly unknown[]
): Promise<MergeReport> {
	const held = [...(await readValues(transaction)), ...(await readAside(transaction))];
	return reportOf(planMerge(held, values));
}

/** Takes records that are no entries out of the log; they lie aside from then on. */
export async function moveUnreadable(
	transaction: IDBTransaction,
	at: number,
	ids: RandomIds
): Promise<number> {
	const head = await ensureHead(transaction, ids);
	const records = await readRecords(transaction);
	const isUnreadable = (value: unknown) => classifyEntry(value).is === 'unreadable';
	const unreadable = records.flatMap(({ values }) => values).filter(isUnreadable);
	if (unreadable.length === 0) return 0;
	rewriteLog(transaction, records, new Set(unreadable), []);
	await putAside(transaction, unreadable, 'unreadable', at);
	writeNextEpoch(transaction, head);
	return unreadable.length;
}
