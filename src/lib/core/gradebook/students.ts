import { nameKey } from '../assignment/names';
import type { SheetBody } from '../assignment/sheet-codec';
import type { NamedSheet } from './mark-sheet';
import type { Note, ReceivedSheet, Row } from './table';

/** Who a sheet is of: as it says itself, or as the teacher says. */
export interface Whose {
	/** In the class. */
	readonly number?: number;
	readonly name: string;
}

/** What a sheet says of itself. */
export const saidBy = ({ classNumber, name }: Pick<SheetBody, 'classNumber' | 'name'>): Whose => ({
	name,
	...(classNumber === undefined ? {} : { number: classNumber })
});

/**
 * What a student goes by within a class: the number and the name, or the name where there is no
 * number. Two names with one number may be a slip of one student, or two students: that is for the
 * teacher to say, and never for a mark to go by.
 */
export const studentKey = ({ number, name }: Whose): string =>
	number === undefined ? `name:${nameKey(name)}` : `no:${number}:${nameKey(name)}`;

/** As a student with a number went by before names told numbers apart; undefined without one. */
export const numberKey = ({ number }: Whose): string | undefined =>
	number === undefined ? undefined : `no:${number}`;

/** The key of a student's row. */
export const rowKey = (classId: string | undefined, student: string): string =>
	`${classId ?? ''}/${student}`;

/** Puts a name to a sheet, and who it is of. */
export function namedSheet(
	sheet: ReceivedSheet,
	hash: string,
	students: ReadonlyMap<string, Whose>
): NamedSheet {
	const said = saidBy(sheet.sheet.body);
	const changed = students.get(hash);
	const isChanged =
		changed !== undefined && (changed.number !== said.number || changed.name !== said.name);
	return { ...sheet, hash, by: changed ?? said, ...(isChanged ? { said } : {}) };
}

type Known = Pick<Row, 'classId' | 'number' | 'name' | 'notes'>;

function counted<T>(rows: readonly T[], key: (row: T) => string): (row: T) => number {
	const counts = new Map<string, number>();
	for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
	return (row) => counts.get(key(row)) ?? 0;
}

/** Who sent no number may be one who did, and two of one number may be one student. */
export function withDoubts<T extends Known>(rows: readonly T[]): readonly T[] {
	const ofName = counted(rows, ({ classId, name }) => rowKey(classId, nameKey(name)));
	const ofNumber = counted(rows, ({ classId, number }) => rowKey(classId, String(number)));
	return rows.map((row) => {
		const { number, notes } = row;
		const doubt: Note | undefined =
			number === undefined
				? ofName(row) > 1
					? { is: 'same-name' }
					: undefined
				: ofNumber(row) > 1
					? { is: 'same-number', number, students: ofNumber(row) }
					: undefined;
		return doubt ? { ...row, notes: [...notes, doubt] } : row;
	});
}
