import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Sizes of the log in which LevelDB, which keeps Chromium's IndexedDB, writes ahead: blocks that hold
 * records, each with a checksum, a length and a type before it (its doc/log_format.md).
 */
const BLOCK = 32_768;
const HEADER = 7;
const LENGTH_AT = 4;
const TYPE_AT = 6;

/** Types of a record: what is written at once stands in one, or in a first, middle ones and a last. */
const WHOLE = 1;
const LAST = 4;

/**
 * Whether the write that such a log ends with is cut short.
 *
 * @param log bytes of its file
 */
export function endsTorn(log: Uint8Array): boolean {
	const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
	let isWhole = true;
	for (let at = 0; at < log.length;) {
		const room = BLOCK - (at % BLOCK);
		if (room < HEADER) {
			at += room;
			continue;
		}
		if (at + HEADER > log.length) return true;
		const type = view.getUint8(at + TYPE_AT);
		isWhole = type === WHOLE || type === LAST;
		at += HEADER + view.getUint16(at + LENGTH_AT, true);
		if (at > log.length) return true;
	}
	return !isWhole;
}

/**
 * Whether the kill met Chromium in the middle of a write to the disk. What was saved before is there
 * at the next start, but that start writes on behind the torn record; the one after takes the file
 * for damaged, and empties IndexedDB. No page can hinder it: a profile ends here.
 *
 * @param folder of the profile of a killed browser
 */
export function hasTornWrite(folder: string): boolean {
	const stores = join(folder, 'Default', 'IndexedDB');
	if (!existsSync(stores)) return false;
	const files = readdirSync(stores, { recursive: true, encoding: 'utf8' });
	return files.some((file) => file.endsWith('.log') && endsTorn(readFileSync(join(stores, file))));
}
