import type { Bytes } from '../assignment/bytes';
import { readName } from '../assignment/names';
import { isRecord } from '../guard';
import type { Fold } from '../log/fold';
import { bytesIn, storedBytes } from '../assignment/stored-bytes';

/** The setting of a teacher's log that says who teaches. */
export const TEACHER = 'teacher';

/** Bytes of the secret that all of a teacher's keys come from. */
export const SEED_LENGTH = 32;

/** Who teaches. */
export interface Teacher {
	/** What students call them. */
	readonly name: string;
	/** All of their keys come from it; it leaves the device as 24 words alone. */
	readonly seed: Bytes;
	/** UTC milliseconds at which they said that the words were written down. */
	readonly writtenDown?: number;
}

/** The teacher of a log; undefined before there is one, and where what is stored is none. */
export function readTeacher({ settings }: Pick<Fold, 'settings'>): Teacher | undefined {
	const value = settings.live.get(TEACHER);
	if (!isRecord(value) || typeof value.name !== 'string') return undefined;
	const [name, seed] = [readName(value.name), bytesIn(value.seed)];
	if (!name.ok || seed?.length !== SEED_LENGTH) return undefined;
	const { writtenDown } = value;
	const isSafe = typeof writtenDown === 'number' && Number.isFinite(writtenDown);
	return { name: name.value, seed, ...(isSafe ? { writtenDown } : {}) };
}

/** A teacher as the log holds them. */
export const writtenTeacher = ({ seed, ...rest }: Teacher): unknown => ({
	...rest,
	seed: storedBytes(seed)
});
