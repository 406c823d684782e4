import { readName } from '../assignment/names';
import { isRecord } from '../guard';
import type { Fold } from '../log/fold';
import { settingsUnder } from './under';

const PREFIX = 'class:';
const ID = /^[0-9a-f]{32}$/;

/** A class that somebody teaches. */
export interface TaughtClass {
	/** 16 bytes in hexadecimal digits. */
	readonly id: string;
	readonly name: string;
	readonly archived: boolean;
	/** UTC milliseconds at which it was made. */
	readonly at: number;
}

/** The setting that holds a class. */
export const classKey = (id: string): string => `${PREFIX}${id}`;

function readClass(id: string, value: unknown): TaughtClass | undefined {
	if (!ID.test(id) || !isRecord(value) || typeof value.name !== 'string') return undefined;
	const name = readName(value.name);
	if (!name.ok) return undefined;
	const at = typeof value.at === 'number' ? value.at : 0;
	return { id, name: name.value, archived: value.archived === true, at };
}

/** The classes of a teacher's log, the latest first; what is damaged is left out. */
export const readClasses = (fold: Pick<Fold, 'settings'>): readonly TaughtClass[] =>
	settingsUnder(fold, PREFIX)
		.flatMap(([id, value]) => readClass(id, value) ?? [])
		.sort((one, other) => other.at - one.at);

/** A class as the log holds it. */
export const writtenClass = ({ id: _, ...rest }: TaughtClass): unknown => rest;
