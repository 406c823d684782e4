import { canonicalJson } from '../canonical';
import { hasShape, isFinite, isFlag, isRecord, isText, isWhole, maybe, oneOf } from '../guard';
import { fail, ok, type Result } from '../result';
import { describeValue, isJson, MAX_LEVELS } from './json-value';

/**
 * A backup is JSON lines: a head, one line an entry in canonical form (RFC 8785), one line
 * `{"unreadable": …}` for each record of the log that is no entry, and an end that says again how
 * many there are. On disk it is gzip, whose CRC-32 finds damage. What has other members than these
 * can be read all the same; what has another form carries a greater `format`, and stays text in one
 * gzip member, so that an app that knows this form only can tell newer from damaged.
 */
const FORMAT = 1;

export interface BackupHeader {
	readonly learner: { readonly id: string; readonly name?: string };
	/** UTC milliseconds, and minutes east of UTC in force. */
	readonly made: { readonly at: number; readonly offset: number };
	/** Version of the app that made it, for a person to read. */
	readonly app: string;
	/** Holds some entries only: answers that could not be saved. */
	readonly part?: boolean;
}

/** What a backup holds. Entries are JSON objects; whether they are valid is told elsewhere. */
export interface Backup {
	readonly header: BackupHeader;
	readonly entries: readonly unknown[];
	/** Records of the log that are no entries, kept so that nothing is lost. */
	readonly unreadable: readonly unknown[];
}

export interface BackupLimits {
	/** UTF-16 code units of one line. */
	readonly line: number;
	/** Entries and unreadable records together. */
	readonly entries: number;
	/** UTF-16 code units of the whole text. */
	readonly chars: number;
}

/**
 * Far above what a life of study comes to (a million reviews are 0.3 GiB), and low enough that a
 * file made to fill the memory is let go in time.
 */
export const BACKUP_LIMITS: BackupLimits = { line: 2 ** 25, entries: 5_000_000, chars: 2 ** 31 };

/** Logs shrink about ninefold; a file made to burst, a thousandfold. */
const MOST_EXPANSION = 32;

/** Below this many code units no expansion is suspect. */
const ALWAYS_ALLOWED = 2 ** 25;

/** The limits for a gzip file of so many bytes. */
export function backupLimitsFor(bytes: number): BackupLimits {
	const chars = Math.max(ALWAYS_ALLOWED, MOST_EXPANSION * bytes);
	return { ...BACKUP_LIMITS, chars: Math.min(BACKUP_LIMITS.chars, chars) };
}

interface Counts {
	readonly entries: number;
	readonly unreadable: number;
}

type Head = BackupHeader & Counts;

const isCount = (value: unknown) => isWhole(value) && (value as number) >= 0;

const headGuard = hasShape({
	format: oneOf(FORMAT),
	learner: hasShape({ id: isText, name: maybe(isText) }),
	made: hasShape({ at: isWhole, offset: isFinite }),
	app: isText,
	part: maybe(isFlag),
	entries: isCount,
	unreadable: isCount
});
const isHead = (value: unknown): value is Head => headGuard(value);

const isJsonObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	isRecord(value) && !Array.isArray(value) && isJson(value);

/**
 * The lines of a backup, each with its line feed, made one by one as they are asked for. Entries
 * that JSON cannot hold (NaN, dates, more than 128 levels) come last among the unreadable records,
 * as `{"text": …}` where they are described as well as text can.
 *
 * Law: `createBackupReader` takes every text that this makes.
 * @throws TypeError for a header it would not read again
 * @throws RangeError past `BACKUP_LIMITS`, rather than make a file that nothing can restore
 */
export function* backupLines(backup: Backup): Generator<string> {
	const entries: unknown[] = [];
	const unreadable = [...backup.unreadable];
	// Before the first line, which says how many there are.
	for (const entry of backup.entries) (isJsonObject(entry) ? entries : unreadable).push(entry);
	const counts = { entries: entries.length, unreadable: unreadable.length };
	const guard = createSizeGuard(BACKUP_LIMITS, counts);
	yield guard(JSON.stringify(headOf(backup.header, counts)));
	for (const entry of entries) yield guard(canonicalJson(entry));
	for (const value of unreadable) yield guard(unreadableLine(value));
	yield guard(JSON.stringify({ kachi: 'end', ...counts }));
}

function headOf(header: BackupHeader, counts: Counts): object {
	const head = { kachi: 'backup', format: FORMAT, ...header, ...counts };
	if (!isHead(head)) throw new TypeError('not the header of a backup');
	return head;
}

function unreadableLine(value: unknown): string {
	// One level fewer, since the line around it has one.
	const kept = isJson(value, MAX_LEVELS - 1) ? value : { text: describeValue(value) };
	return canonicalJson({ unreadable: kept });
}

function createSizeGuard(limits: BackupLimits, counts: Counts): (line: string) => string {
	if (counts.entries + counts.unreadable > limits.entries) throw new RangeError('too many entries');
	let chars = 0;
	return (line) => {
		chars += line.length + 1;
		if (line.length > limits.line || chars > limits.chars)
			throw new RangeError('too long a backup');
		return `${line}\n`;
	};
}

/**
 * Why a file is no backup that can be restored: something else (`foreign`), of a form that is not
 * known yet (`newer`), not as it was written (`damaged`), ended too early (`cut`), past the limits
 * (`too-large`).
 */
export interface BackupRefusal {
	readonly why: 'foreign' | 'newer' | 'damaged' | 'cut' | 'too-large';
	/** Where reading stopped, counted from 1. */
	readonly line?: number;
}

type Why = BackupRefusal['why'];

/** Takes in a text that comes in pieces, cut anywhere. */
export interface BackupReader {
	/** False once the text is refused and more of it would be in vain. */
	readonly push: (text: string) => boolean;
	readonly end: () => Result<Backup, BackupRefusal>;
}

/** A reader of one backup. After the first refusal it takes nothing in and holds nothing. */
export function createBackupReader(limits: BackupLimits = BACKUP_LIMITS): BackupReader {
	const lines = createLineTaker(limits);
	let [rest, chars, line] = ['', 0, 1];
	let refusal: BackupRefusal | undefined;

	function refuse(why: Why | undefined): void {
		if (!why || refusal) return;
		refusal = { why, line };
		rest = '';
		lines.forget();
	}

	function takeLine(text: string): void {
		rest = '';
		refuse(text.length > limits.line ? 'too-large' : lines.take(text));
		line += 1;
	}

	function takeLines(text: string): void {
		let from = 0;
		for (let to = text.indexOf('\n'); to >= 0 && !refusal; to = text.indexOf('\n', from)) {
			takeLine(rest + text.slice(from, to));
			from = to + 1;
		}
		if (!refusal) rest += text.slice(from);
		if (rest.length > limits.line) refuse('too-large');
	}

	return {
		push: (text) => {
			chars += text.length;
			if (chars > limits.chars) refuse('too-large');
			if (!refusal) takeLines(text);
			// A newer format may be damage, which the checksum at the end of the file tells.
			return !refusal || (refusal.why === 'newer' && chars <= limits.chars);
		},
		end: () => {
			refuse(refusal ? undefined : lines.takeLast(rest));
			const backup = lines.backup();
			return refusal || !backup ? fail(refusal ?? { why: 'cut', line }) : ok(backup);
		}
	};
}

/** Takes the lines of a backup in their order; a line's place tells what it is. */
function createLineTaker(limits: BackupLimits) {
	const entries: unknown[] = [];
	const unreadable: unknown[] = [];
	let head: Head | undefined;
	let ended = false;

	function takeHead(value: unknown): Why | undefined {
		if (!isRecord(value) || value.kachi !== 'backup') return 'foreign';
		if (typeof value.format === 'number' && value.format > FORMAT) return 'newer';
		if (!isHead(value)) return 'damaged';
		if (value.entries + value.unreadable > limits.entries) return 'too-large';
		head = value;
		return undefined;
	}

	function takeUnreadable(value: Readonly<Record<string, unknown>>): Why | undefined {
		if (!Object.hasOwn(value, 'unreadable')) return value.kachi === 'end' ? 'cut' : 'damaged';
		unreadable.push(value.unreadable);
		return undefined;
	}

	function takeBody(value: unknown, { entries: all, unreadable: others }: Counts): Why | undefined {
		if (ended || !isJsonObject(value)) return 'damaged';
		if (entries.length < all) return void entries.push(value);
		if (unreadable.length < others) return takeUnreadable(value);
		ended = value.kachi === 'end' && value.entries === all && value.unreadable === others;
		return ended ? undefined : 'damaged';
	}

	function take(text: string): Why | undefined {
		const value = parse(text);
		return head ? takeBody(value, head) : takeHead(value);
	}

	return {
		take,
		/** What stands after the last line feed: nothing, or else an end without one. */
		takeLast: (text: string): Why | undefined => {
			if (ended) return text === '' ? undefined : 'damaged';
			const why = take(text);
			return head && !ended ? 'cut' : why;
		},
		forget: () => {
			ended = false;
			entries.length = 0;
			unreadable.length = 0;
		},
		backup: (): Backup | undefined =>
			head && ended ? { header: headerOf(head), entries, unreadable } : undefined
	};
}

/** The text's value; undefined, which no JSON stands for, where it is none. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A header without what newer apps may have put there. */
function headerOf({ learner, made, app, part }: BackupHeader): BackupHeader {
	const { id, name } = learner;
	return {
		learner: name === undefined ? { id } : { id, name },
		made: { at: made.at, offset: made.offset },
		app,
		...(part === undefined ? {} : { part })
	};
}
