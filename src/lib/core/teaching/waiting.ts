import { hex, type Bytes } from '../assignment/bytes';
import { sheetLabel } from '../assignment/sheet';
import type { Fold } from '../log/fold';
import type { SentAssignment } from './sent';

/** Of an assignment's id so much stands in the clear on a sheet, in hexadecimal digits. */
const CLEAR_DIGITS = 16;

/** A sealed sheet that was not taken in yet, and the set that it is for. */
export interface Waiting {
	readonly payload: Bytes;
	readonly set: string;
}

/** What of collected sheets a teacher has still to take in; those of other teachers are left out. */
export function waitingSheets(
	collected: readonly { readonly id: string; readonly payload: Bytes }[],
	sent: readonly Pick<SentAssignment, 'id' | 'set'>[],
	taught: Pick<Fold, 'documents'> | undefined
): readonly Waiting[] {
	const sets = new Map(sent.map(({ id, set }) => [id.slice(0, CLEAR_DIGITS), set]));
	return collected.flatMap(({ id, payload }) => {
		const label = taught?.documents.live.has(id) ? undefined : sheetLabel(payload);
		const set = label?.ok ? sets.get(hex(label.value.assignment)) : undefined;
		return set === undefined ? [] : { payload, set };
	});
}
