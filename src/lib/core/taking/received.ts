/**
 * What a learner's log holds of the quizzes that teachers set: the documents as they came, whom they
 * are from, and what became of the sheets.
 */
import { payloadOf } from '../assignment/stored-bytes';
import { readName } from '../assignment/names';
import { nameKey } from '../assignment/names';
import type { Bytes } from '../assignment/bytes';
import { hasShape, isText } from '../guard';
import type { DocumentEntry, EntryDraft } from '../log/entry';
import type { Done } from '../log/control';
import type { Fold } from '../log/fold';
import { compareEntries } from '../log/order';
import { settingsUnder } from '../teaching/under';

/** Types of the documents. */
const ASSIGNMENT = 'assignment';
const SHEET = 'sheet';
export const ANSWERS = 'answers';

/** A quiz that was set and that the learner began. */
export interface ReceivedQuiz {
	/** The assignment's id as hexadecimal digits. */
	readonly id: string;
	readonly payload: Bytes;
	readonly title: string;
	readonly teacher: string;
	/** The teacher's identity key as hexadecimal digits. */
	readonly teacherKey: string;
}

const isAbout = hasShape({ title: isText, teacher: isText, teacherKey: isText });

function parsed(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? '');
	} catch {
		return undefined;
	}
}

const documentsOf = ({ documents }: Fold, type: string): readonly DocumentEntry[] =>
	[...documents.live.values()].filter((entry) => entry.type === type);

function quizOf(entry: DocumentEntry): ReceivedQuiz | undefined {
	const [payload, about] = [payloadOf(entry), parsed(entry.text)];
	if (!payload || !isAbout(about)) return undefined;
	const { title, teacher, teacherKey } = about as ReceivedQuiz;
	return { id: entry.hash, payload, title, teacher, teacherKey };
}

/** A quiz that was kept; undefined where there is none, or it cannot be read. */
export function receivedQuiz(fold: Fold, id: string): ReceivedQuiz | undefined {
	const entry = fold.documents.live.get(id);
	return entry?.type === ASSIGNMENT ? quizOf(entry) : undefined;
}

/** All that were kept, in the order they came. */
export const receivedQuizzes = (fold: Fold): readonly ReceivedQuiz[] =>
	documentsOf(fold, ASSIGNMENT).flatMap((entry) => quizOf(entry) ?? []);

/** The answers that were taken, as they came, oldest first. */
export const takenAnswers = (fold: Fold): readonly Bytes[] =>
	[...documentsOf(fold, ANSWERS)].sort(compareEntries).flatMap((entry) => payloadOf(entry) ?? []);

/** The entry that keeps a quiz. */
export const quizDraft = (
	{ id, title, teacher, teacherKey }: ReceivedQuiz,
	bytes: string,
	done: Done
): EntryDraft => ({
	...{ ...done, kind: 'document', type: ASSIGNMENT, hash: id, bytes },
	text: JSON.stringify({ title, teacher, teacherKey })
});

/** A sheet as it was sealed, once. */
export interface KeptSheet {
	/** Its hash as hexadecimal digits. */
	readonly hash: string;
	readonly payload: Bytes;
}

const sheetAttempt = hasShape({ attempt: isText });

/** The sheet of an attempt; undefined before it was sealed. */
export function sheetOf(fold: Fold, attempt: string): KeptSheet | undefined {
	for (const entry of documentsOf(fold, SHEET)) {
		const about = parsed(entry.text);
		if (!sheetAttempt(about) || (about as { attempt: string }).attempt !== attempt) continue;
		const payload = payloadOf(entry);
		if (payload) return { hash: entry.hash, payload };
	}
	return undefined;
}

export const sheetDraft = (
	attempt: string,
	{ hash }: Pick<KeptSheet, 'hash'>,
	bytes: string,
	done: Done
): EntryDraft => ({
	...{ ...done, kind: 'document', type: SHEET, hash, bytes, text: JSON.stringify({ attempt }) }
});

/** The setting that says that a sheet was handed on. */
export const sentKey = (attempt: string): string => `sent:${attempt}`;

/** The setting that says whether the teacher had an attempt's sheet when answers were made. */
export const receiptKey = (attempt: string): string => `receipt:${attempt}`;

/** How far a sheet has come, as far as this device can know. */
export type SheetState = 'open' | 'saved' | 'sent' | 'received' | 'missing';

export function sheetState({ settings }: Fold, attempt: string, isFinished: boolean): SheetState {
	if (!isFinished) return 'open';
	const receipt = settings.live.get(receiptKey(attempt));
	if (receipt === true) return 'received';
	if (receipt === false) return 'missing';
	return settings.live.get(sentKey(attempt)) === undefined ? 'saved' : 'sent';
}

/** The setting that pins a teacher's key to a name. */
export const pinnedKey = (teacherKey: string): string => `pinned:${teacherKey}`;

const PINNED = /^pinned:([0-9a-f]{66})$/;

/** Whether a teacher is known: by their key, or by a name that another key has. */
export type Trust = 'known' | 'unknown' | 'other-key';

export function trustOf({ settings }: Fold, teacherKey: string, name: string): Trust {
	let trust: Trust = 'unknown';
	for (const [key, value] of settings.live) {
		const pinned = PINNED.exec(key)?.[1];
		if (pinned === undefined) continue;
		if (pinned === teacherKey) return 'known';
		if (typeof value === 'string' && nameKey(value) === nameKey(name)) trust = 'other-key';
	}
	return trust;
}

/** How a learner is known in a class. */
export interface JoinedClass {
	/** The class id as hexadecimal digits. */
	readonly id: string;
	readonly name: string;
	readonly teacherKey: string;
	readonly number?: number;
	readonly student: string;
}

const isJoined = hasShape({ name: isText, teacherKey: isText, student: isText });

export const joinedKey = (id: string): string => `class:${id}`;

/** The class that a quiz is for, where the learner has joined it. */
export function joinedClass({ settings }: Fold, id: string): JoinedClass | undefined {
	const value = settings.live.get(joinedKey(id));
	if (!isJoined(value)) return undefined;
	const { name, teacherKey, student, number } = value as JoinedClass;
	const isNumber = Number.isInteger(number) && Number(number) >= 0;
	return { id, name, teacherKey, student, ...(isNumber ? { number: Number(number) } : {}) };
}

/** Who hands an attempt in: it stands in what the attempt began with. */
export interface Student {
	readonly number?: number;
	readonly name: string;
	readonly borrowed: boolean;
}

/** Reads who an attempt is by; undefined where that is damaged. */
export function studentOf(settings: unknown): Student | undefined {
	const by = (settings as { by?: Partial<Student> } | undefined)?.by;
	const name = typeof by?.name === 'string' ? readName(by.name) : undefined;
	if (!by || !name?.ok) return undefined;
	const isNumber = Number.isInteger(by.number) && Number(by.number) >= 0;
	return {
		...{ name: name.value, borrowed: by.borrowed === true },
		...(isNumber ? { number: Number(by.number) } : {})
	};
}

/** How somebody is known to a teacher already. */
export type KnownStudent = Pick<JoinedClass, 'number' | 'student'>;

/**
 * How the learner took a teacher's quizzes last: what they gave with the last attempt, or where they
 * joined a class. Undefined where they met none of either.
 */
export function knownStudent(fold: Fold, teacherKey: string): KnownStudent | undefined {
	const quizzes = receivedQuizzes(fold).filter((quiz) => quiz.teacherKey === teacherKey);
	const ids = new Set(quizzes.map(({ id }) => id));
	let last: { readonly t: number; readonly by: Student } | undefined;
	for (const { start } of fold.attempts.live.values()) {
		const by = start?.source !== undefined && ids.has(start.source) && studentOf(start.settings);
		if (start && by && !by.borrowed && (!last || start.t >= last.t)) last = { t: start.t, by };
	}
	if (last) {
		const { name, number } = last.by;
		return { student: name, ...(number === undefined ? {} : { number }) };
	}
	const classes = settingsUnder(fold, joinedKey(''));
	const joined = classes.flatMap(([id]) => joinedClass(fold, id) ?? []);
	return joined.findLast((each) => each.teacherKey === teacherKey);
}
