import type { Bytes } from '$lib/core/assignment/bytes';
import type { Fault } from '$lib/core/assignment/fault';
import { openSheet, type OpenedSheet, type SheetTarget } from '$lib/core/assignment/sheet';
import type { Result } from '$lib/core/result';
import type { TeachingPorts } from './freeze-set';

/** Sheets that are opened before the page has its turn. */
const AT_A_TIME = 8;

/**
 * Opens sheets in their order, some at a time: between them the page has its turn.
 *
 * @param tell how much is open, 0..1, once it takes more than one turn; undefined at the end
 */
export async function* openSheets(
	payloads: readonly Bytes[],
	targets: readonly SheetTarget[],
	{ crypto, pause }: Pick<TeachingPorts, 'crypto' | 'pause'>,
	tell: (share: number | undefined) => void
): AsyncGenerator<Result<OpenedSheet, Fault>> {
	try {
		for (let from = 0; from < payloads.length; from += AT_A_TIME) {
			if (from > 0) tell(from / payloads.length);
			const some = payloads.slice(from, from + AT_A_TIME);
			yield* await Promise.all(some.map((payload) => openSheet(payload, targets, crypto)));
			await pause();
		}
	} finally {
		tell(undefined);
	}
}
