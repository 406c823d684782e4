import { hex } from '../assignment/bytes';
import type { SheetBody } from '../assignment/sheet-codec';
import type { NamedSheet } from './mark-sheet';
import type { FrozenAssignment, Note } from './table';

/** Ends are rounded to a second, and times on an item to a tenth. */
const ROUNDING = 2_000;

const isSetBack = ({ lasted, spent }: SheetBody) =>
	lasted < 0 || lasted + ROUNDING < spent.reduce((sum, each) => sum + each, 0);

function lateness({ started, lasted }: SheetBody, due: number | undefined): readonly Note[] {
	if (due === undefined) return [];
	if (started.at > due) return [{ is: 'late', what: 'started' }];
	return started.at + Math.max(0, lasted) > due ? [{ is: 'late', what: 'ended' }] : [];
}

/** What is known of the sheets that stand beside a sheet. */
export interface Beside {
	readonly isTwoDevices: boolean;
	readonly isTwoBodies: boolean;
	/** Which attempt of its assignment it is, from 1, by its own account or by the sheets there are. */
	readonly number: number;
	/** Device keys that the student was known by before. */
	readonly devices: ReadonlySet<string>;
}

/** The name of a device among a student's. */
export const deviceOf = ({ sheet }: Pick<NamedSheet, 'sheet'>): string => hex(sheet.deviceKey);

/** What is worth saying of one sheet; times are what the phone's clock said. */
export function notesOn(
	named: NamedSheet,
	{ policy, released }: FrozenAssignment,
	{ isTwoDevices, isTwoBodies, number, devices }: Beside
): readonly Note[] {
	const { sheet, said } = named;
	const { body } = sheet;
	const isNew = !body.borrowed && devices.size > 0 && !devices.has(deviceOf(named));
	const isOver = policy.attempts > 0 && number > policy.attempts;
	const when = (holds: boolean, note: Note): readonly Note[] => (holds ? [note] : []);
	return [
		...(said ? [{ is: 'changed-by-you' as const, ...said }] : []),
		...when(isTwoDevices, { is: 'two-devices' }),
		...when(isTwoBodies, { is: 'two-bodies' }),
		...lateness(body, policy.due?.at),
		...when(released !== undefined && named.received > released, { is: 'after-answers' }),
		...when(isOver, { is: 'over-attempts', number, allowed: policy.attempts }),
		...when(body.borrowed, { is: 'borrowed' }),
		...when(isNew && !isTwoDevices, { is: 'new-device' }),
		...when(isSetBack(body), { is: 'clock-set-back' })
	];
}
