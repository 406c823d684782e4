import type { Entry } from './entry';

/** Version of the file's form; entries carry their own. */
const FILE_VERSION = 1;

/**
 * Answers that could not be saved, as a file to keep: log entries in their own form, so that
 * nothing is lost in translation when they are brought back.
 */
export function unsavedFile(learner: string | undefined, entries: readonly Entry[]): string {
	const file = { kachi: 'log', version: FILE_VERSION, learner: learner ?? null, entries };
	return `${JSON.stringify(file, null, '\t')}\n`;
}
