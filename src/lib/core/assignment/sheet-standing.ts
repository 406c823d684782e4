import { sameBytes } from './bytes';
import { nameKey } from './names';
import type { OpenedSheet } from './sheet';

/** What a sheet says of who handed it in, and what tells it from others. */
export type SheetIdentity = Pick<OpenedSheet, 'id' | 'hash' | 'deviceKey'> & {
	readonly body: Pick<OpenedSheet['body'], 'attempt' | 'classNumber' | 'name'>;
};

/**
 * How a sheet stands to those that are there:
 * `again` – the very same, which counts once, whatever it was sealed or signed like;
 * `other-body` – the same attempt from the same device, with other answers: both are kept, flagged;
 * `other-device` – the same student by number, or by name where there is none, from another device:
 * neither counts until the teacher chooses.
 */
export type SheetStanding = 'new' | 'again' | 'other-body' | 'other-device';

function isSameStudent(one: SheetIdentity, other: SheetIdentity): boolean {
	const [a, b] = [one.body, other.body];
	if (a.classNumber !== undefined && b.classNumber !== undefined) {
		return a.classNumber === b.classNumber;
	}
	return nameKey(a.name) === nameKey(b.name);
}

/** How a sheet stands to those of the same assignment that were taken before. */
export function sheetStanding(
	sheet: SheetIdentity,
	known: readonly SheetIdentity[]
): SheetStanding {
	const same = known.filter(({ id }) => sameBytes(id, sheet.id));
	if (same.some(({ hash }) => sameBytes(hash, sheet.hash))) return 'again';
	const isSameDevice = (each: SheetIdentity) => sameBytes(each.deviceKey, sheet.deviceKey);
	if (same.some((each) => isSameDevice(each) && sameBytes(each.body.attempt, sheet.body.attempt))) {
		return 'other-body';
	}
	const isOther = same.some((each) => !isSameDevice(each) && isSameStudent(each, sheet));
	return isOther ? 'other-device' : 'new';
}
