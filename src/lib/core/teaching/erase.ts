import { ascii, concat, hex, type Bytes } from '../assignment/bytes';
import type { AssignmentCrypto } from '../assignment/crypto-port';
import { sheetLabel } from '../assignment/sheet';
import { payloadOf } from '../assignment/stored-bytes';
import { classifyEntry } from '../log/classify-entry';
import type { DocumentEntry, Entry, SettingEntry } from '../log/entry';
import type { Fold } from '../log/fold';
import { classKey } from './classes';
import { ASSIGNMENT, RELEASED, SHEET } from './sent';
import { settingsUnder } from './under';

/** Digits of a sheet's hash and of an assignment's id that stand in the clear on a sheet. */
export const SHEET_DIGITS = 12;
export const ASSIGNMENT_DIGITS = 16;

const ERASED = 'erased:';
const USE = ascii('kachi/erased/1\0');

/** What is to go. Everything is in hexadecimal digits. */
export interface Erasable {
	/** The first {@link SHEET_DIGITS} of each. */
	readonly sheets: ReadonlySet<string>;
	/** The first {@link ASSIGNMENT_DIGITS} of each, with whatever came for it. */
	readonly assignments: ReadonlySet<string>;
	/** `choicePlace` of each. */
	readonly choices?: ReadonlySet<string>;
	readonly classId?: string;
}

/** What an entry is about. */
interface About {
	readonly sheet?: string | undefined;
	readonly assignment?: string | undefined;
	readonly choice?: string;
}

const sheetOf = (hash: unknown) =>
	typeof hash === 'string' ? hash.slice(0, SHEET_DIGITS) : undefined;
const assignmentOf = (id: string | undefined) => id?.slice(0, ASSIGNMENT_DIGITS);

function aboutDocument(entry: DocumentEntry): About {
	if (entry.type === ASSIGNMENT) return { assignment: assignmentOf(entry.hash) };
	const payload = entry.type === SHEET ? payloadOf(entry) : undefined;
	const label = payload && sheetLabel(payload);
	if (!label?.ok) return {};
	return { sheet: hex(label.value.hash), assignment: hex(label.value.assignment) };
}

/** By the names that `gradebook/decisions.ts` gives its settings. */
function aboutSetting({ key, value }: SettingEntry): About {
	const all = /^excuse:\*:([^:]+):/.exec(key);
	if (all) return { assignment: assignmentOf(all[1]) };
	const one = /^(?:excuse|override):([^:]+):/.exec(key) ?? /^student:(.+)$/.exec(key);
	if (one) return { sheet: sheetOf(one[1]) };
	const choice = /^chosen:(([^:]+):.*)$/.exec(key);
	if (choice?.[1] !== undefined) {
		return { sheet: sheetOf(value), assignment: assignmentOf(choice[2]), choice: choice[1] };
	}
	return key.startsWith(RELEASED) ? { assignment: assignmentOf(key.slice(RELEASED.length)) } : {};
}

function aboutEntry(entry: Entry): About {
	if (entry.kind === 'document') return aboutDocument(entry);
	return entry.kind === 'setting' ? aboutSetting(entry) : {};
}

const known = (values: readonly unknown[]): readonly Entry[] =>
	values.flatMap((value) => {
		const seen = classifyEntry(value);
		return seen.is === 'known' ? seen.entry : [];
	});

/** Every entry about what is to go, those that were taken back or replaced since too. */
export function entriesAbout(values: readonly unknown[], what: Erasable): readonly Entry[] {
	const has = (set: ReadonlySet<string> | undefined, name: string | undefined) =>
		name !== undefined && (set?.has(name) ?? false);
	return known(values).filter((entry) => {
		if (what.classId !== undefined && entry.kind === 'setting') {
			if (entry.key === classKey(what.classId)) return true;
		}
		const { sheet, assignment, choice } = aboutEntry(entry);
		return (
			has(what.sheets, sheet) || has(what.assignments, assignment) || has(what.choices, choice)
		);
	});
}

/** Everything that entries of a log are about. */
export function namedIn(values: readonly unknown[]): Erasable {
	const about = known(values).map(aboutEntry);
	return {
		sheets: new Set(about.flatMap(({ sheet }) => sheet ?? [])),
		assignments: new Set(about.flatMap(({ assignment }) => assignment ?? []))
	};
}

/**
 * What stays of something erased: it tells the same thing when it comes again, and nothing else.
 *
 * @param name as it stands in the clear on a sheet: of the sheet, or of its assignment
 */
export const traceOf = async (name: Bytes, crypto: AssignmentCrypto): Promise<string> =>
	hex(await crypto.sha256(concat(USE, name)));

/** The setting that keeps a trace: when it was erased. */
export const erasedSetting = (trace: string): string => `${ERASED}${trace}`;

/** The traces of all that was erased. */
export const erasedTraces = (fold: Pick<Fold, 'settings'>): ReadonlySet<string> =>
	new Set(settingsUnder(fold, ERASED).map(([trace]) => trace));
