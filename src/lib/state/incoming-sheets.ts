import { hex, type Bytes } from '$lib/core/assignment/bytes';
import type { Fault } from '$lib/core/assignment/fault';
import type { OpenedSheet } from '$lib/core/assignment/sheet';
import type { SentAssignment } from '$lib/core/teaching/sent';

/** A sheet that could be opened. */
export interface Opened {
	readonly id: string;
	readonly payload: Bytes;
	readonly sheet: OpenedSheet;
}

/** What would come in. Nothing of it is kept yet. */
export interface Incoming {
	readonly fresh: readonly Opened[];
	/** Sheets that are here already. */
	readonly again: number;
	/** Sheets that were erased here: they stay out. */
	readonly erased: number;
	/** Links that end before they should. */
	readonly cut: number;
	/** Sheets beyond what is taken at once. */
	readonly left: number;
	/** Why others were not taken, with how many. */
	readonly refused: readonly { readonly fault: Fault; readonly count: number }[];
}

/** Sheets of another set than the one whose page they came in on. */
export interface Elsewhere {
	readonly set: string;
	readonly title: string;
	readonly count: number;
}

/**
 * How many of what comes in are for other sets than this, which they count in.
 *
 * @param sentOf what the teacher sent, by its id in hexadecimal digits
 */
export function sheetsElsewhere(
	{ fresh }: Incoming,
	set: string,
	sentOf: (id: string) => SentAssignment | undefined
): readonly Elsewhere[] {
	const counts = new Map<string, Elsewhere>();
	for (const { sheet } of fresh) {
		const sent = sentOf(hex(sheet.id));
		if (!sent || sent.set === set) continue;
		const count = (counts.get(sent.set)?.count ?? 0) + 1;
		counts.set(sent.set, { set: sent.set, title: sent.title, count });
	}
	return [...counts.values()];
}
