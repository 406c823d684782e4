import type { CardKey } from '../item/card-key';
import { readName } from '../assignment/names';
import { isListOf, isRecord, isText } from '../guard';
import type { Fold } from '../log/fold';
import type { ChangedRight, Right } from './changed-key';
import type { Whose } from './students';

/** One more right answer to a typed item, as the teacher accepted it. */
export interface Accepted {
	readonly text: string;
	/** UTC milliseconds at which it was accepted: its trace. */
	readonly at: number;
}

/** Points that a teacher gave by hand, and why. */
export interface Override {
	/** 0 to 1. */
	readonly score: number;
	readonly note: string;
	/** UTC milliseconds. */
	readonly at: number;
}

/** What a teacher decided about the marking of a set. All of it can be taken back. */
export interface Decisions {
	/** By the teacher's own key of an item, oldest first. */
	readonly accepted: ReadonlyMap<string, readonly Accepted[]>;
	/** By the teacher's own key of an item, what is right instead of what it was sent with. */
	readonly changedKeys: ReadonlyMap<string, ChangedRight>;
	/** {@link sheetPlace} of one sheet's item, or {@link itemPlace} of everybody's. */
	readonly excused: ReadonlySet<string>;
	/** By {@link sheetPlace}. */
	readonly overrides: ReadonlyMap<string, Override>;
	/** By {@link choicePlace} the hash of the sheet that counts, in hexadecimal digits. */
	readonly chosen: ReadonlyMap<string, string>;
	/** By the hash of a sheet who it is of, where the teacher says otherwise than the sheet. */
	readonly students: ReadonlyMap<string, Whose>;
}

export const NO_DECISIONS: Decisions = {
	...{ accepted: new Map(), changedKeys: new Map(), excused: new Set(), overrides: new Map() },
	...{ chosen: new Map(), students: new Map() }
};

/** Where an item stands on one sheet. @param sheet hash in hexadecimal digits; place from 0 */
export const sheetPlace = (sheet: string, place: number): string => `${sheet}:${place}`;

/** Where an item stands in one assignment, for all of its sheets. */
export const itemPlace = (assignment: string, place: number): string => `*:${assignment}:${place}`;

/** Whose sheet of which assignment is chosen. @param student see `studentKey` */
export const choicePlace = (assignment: string, student: string): string =>
	`${assignment}:${student}`;

const ACCEPT = 'accept:';
const CHANGED_KEY = 'key:';
const EXCUSE = 'excuse:';
const OVERRIDE = 'override:';
const CHOSEN = 'chosen:';
const STUDENT = 'student:';

/**
 * The settings of a teacher's log that hold each decision: `{at, set}`, `{at, right}`, `{at}`,
 * `{score, note, at}`, a hash, and `{number?, name}`. Taking one back sets it to null.
 */
export const acceptSetting = (item: CardKey, text: string) => `${ACCEPT}${item}:${text}`;
/** One for each set: the same item may have another key in another quiz. */
export const changedKeySetting = (item: CardKey, set: string) => `${CHANGED_KEY}${item}:${set}`;
export const excuseSetting = (place: string) => `${EXCUSE}${place}`;
export const overrideSetting = (place: string) => `${OVERRIDE}${place}`;
export const chosenSetting = (place: string) => `${CHOSEN}${place}`;
/** @param sheet hash in hexadecimal digits */
export const studentSetting = (sheet: string) => `${STUDENT}${sheet}`;

const atOf = (value: unknown) =>
	isRecord(value) && typeof value.at === 'number' && Number.isFinite(value.at) ? value.at : 0;

function overrideOf(value: unknown): Override | undefined {
	if (!isRecord(value)) return undefined;
	const { score, note } = value;
	if (typeof score !== 'number' || !(score >= 0 && score <= 1)) return undefined;
	return { score, note: typeof note === 'string' ? note : '', at: atOf(value) };
}

function whoseOf(value: unknown): Whose | undefined {
	if (!isRecord(value) || typeof value.name !== 'string') return undefined;
	const [name, { number }] = [readName(value.name), value];
	if (!name.ok) return undefined;
	const isNumber = typeof number === 'number' && Number.isInteger(number) && number >= 0;
	return { name: name.value, ...(isNumber ? { number } : {}) };
}

/** `bank/item#part` has no colon; the text that was accepted may have some. */
function acceptedOf(rest: string, value: unknown, set: string) {
	const end = rest.indexOf(':');
	if (end < 0 || !isRecord(value) || value.set !== set) return undefined;
	return [rest.slice(0, end), { text: rest.slice(end + 1), at: atOf(value) }] as const;
}

function isRight(value: unknown): value is Right {
	if (typeof value === 'boolean') return true;
	return isListOf(isText)(value) && (value as readonly string[]).length > 0;
}

function changedKeyOf(rest: string, value: unknown, set: string) {
	const end = rest.indexOf(':');
	if (end < 0 || rest.slice(end + 1) !== set) return undefined;
	if (!isRecord(value) || !isRight(value.right)) return undefined;
	return [rest.slice(0, end), { right: value.right, at: atOf(value) }] as const;
}

/** What a teacher's log says of the marking of a set; what cannot be read decides nothing. */
export function readDecisions({ settings }: Pick<Fold, 'settings'>, set: string): Decisions {
	const accepted = new Map<string, readonly Accepted[]>();
	const changedKeys = new Map<string, ChangedRight>();
	const excused = new Set<string>();
	const overrides = new Map<string, Override>();
	const chosen = new Map<string, string>();
	const students = new Map<string, Whose>();
	for (const [key, value] of settings.live) {
		if (key.startsWith(ACCEPT)) {
			const found = acceptedOf(key.slice(ACCEPT.length), value, set);
			if (found) accepted.set(found[0], [...(accepted.get(found[0]) ?? []), found[1]]);
		} else if (key.startsWith(CHANGED_KEY)) {
			const found = changedKeyOf(key.slice(CHANGED_KEY.length), value, set);
			if (found) changedKeys.set(...found);
		} else if (key.startsWith(EXCUSE)) {
			if (isRecord(value)) excused.add(key.slice(EXCUSE.length));
		} else if (key.startsWith(OVERRIDE)) {
			const found = overrideOf(value);
			if (found) overrides.set(key.slice(OVERRIDE.length), found);
		} else if (key.startsWith(CHOSEN)) {
			if (typeof value === 'string') chosen.set(key.slice(CHOSEN.length), value);
		} else if (key.startsWith(STUDENT)) {
			const found = whoseOf(value);
			if (found) students.set(key.slice(STUDENT.length), found);
		}
	}
	for (const [item, list] of accepted) accepted.set(item, [...list].sort(byTime));
	return { accepted, changedKeys, excused, overrides, chosen, students };
}

const byTime = (one: Accepted, other: Accepted) =>
	one.at - other.at || (one.text < other.text ? -1 : 1);
