import type { AnswersDocument, AnswersPart, ChangedKey } from '../assignment/answers';
import { writtenKey, writtenKeys } from '../assignment/assignment';
import { MAX_ITEMS, MAX_RECEIPTS } from '../assignment/caps';
import type { Fault } from '../assignment/fault';
import { CLEAR_HASH } from '../assignment/sheet';
import { ok, type Result } from '../result';
import { bytesOfHex } from '../assignment/bytes';
import type { SentAssignment } from '../teaching/sent';
import { withRight } from './changed-key';
import type { Decisions } from './decisions';
import { isTyped } from './marking';
import type { Gradebook } from './table';

/** The item of `bank/item#part`. */
const itemId = (own: string) => own.slice(own.indexOf('/') + 1).split('#', 1)[0] ?? '';

/** The hash of every sheet of an assignment, those that do not count too. */
function hashesOf({ rows }: Gradebook, assignment: string): readonly string[] {
	const attempts = rows.flatMap((row) => row.attempts);
	return attempts
		.flatMap((attempt) => (attempt.assignment === assignment ? [attempt.hash] : []))
		.sort();
}

/** Bundled items too: their keys stay the same in every app, but not the marks of this quiz. */
function additionsTo({ items }: SentAssignment, { accepted }: Decisions) {
	const added = items.flatMap(({ own, item }, at) =>
		isTyped(item) ? (accepted.get(own) ?? []).map(({ text }) => ({ at, text })) : []
	);
	return added.slice(0, MAX_ITEMS);
}

/** The keys that were changed since, of bundled items too: nothing of them went out before. */
function changedKeysOf(
	{ items }: SentAssignment,
	{ changedKeys }: Decisions
): Result<readonly ChangedKey[], Fault> {
	const changed: ChangedKey[] = [];
	for (const [at, { own, item: sent, part }] of items.entries()) {
		const item = withRight(sent, changedKeys.get(own)?.right);
		if (item === sent) continue;
		const key = writtenKey(item, part);
		if (!key.ok) return key;
		changed.push({ at, key: key.value });
	}
	return ok(changed);
}

function partFor(
	sent: SentAssignment,
	book: Gradebook,
	decisions: Decisions
): Result<AnswersPart, Fault> {
	const own = sent.items.filter(({ bundled }) => !bundled);
	const { keyMode } = sent.policy;
	const isKeyed = keyMode === 'device' && own.length > 0;
	const keys = isKeyed ? writtenKeys(own.map(({ item }) => item)) : undefined;
	if (keys && !keys.ok) return keys;
	const changedKeys = changedKeysOf(sent, decisions);
	if (!changedKeys.ok) return changedKeys;
	const hashes = hashesOf(book, sent.id).slice(0, MAX_RECEIPTS);
	return ok({
		assignment: bytesOfHex(sent.id),
		...(keyMode === 'release' && own.length > 0 ? { secret: sent.secret } : {}),
		...(keys ? { keys: keys.value } : {}),
		itemIds: own.map(({ own: key }) => itemId(key)),
		additions: additionsTo(sent, decisions),
		changedKeys: changedKeys.value,
		receipts: hashes.map((hash) => bytesOfHex(hash).slice(0, CLEAR_HASH))
	});
}

/** The classes that a set was sent to; undefined alone where it was sent to whoever has the link. */
export function classesOf(sent: readonly SentAssignment[]): readonly (string | undefined)[] {
	const classes = new Set(sent.flatMap(({ classId }) => classId ?? []));
	return classes.size === 0 && sent.length > 0 ? [undefined] : [...classes];
}

/**
 * What a class had of a set: what was sent to it, and what went to whoever has the link, so that one
 * link fits whichever of these a student opened.
 */
export const sentToClass = (
	sent: readonly SentAssignment[],
	classId: string | undefined
): readonly SentAssignment[] =>
	sent.filter((each) => each.classId === undefined || each.classId === classId);

/**
 * What one class is given after the marking of a set: every assignment of it, whichever link a
 * student had. Excuses and points by hand stay on the teacher's device.
 *
 * @param classId in hexadecimal digits; undefined for what was sent without a class
 */
export function answersForClass(
	sent: readonly SentAssignment[],
	classId: string | undefined,
	book: Gradebook,
	decisions: Decisions
): Result<AnswersDocument, Fault> {
	const parts: AnswersPart[] = [];
	for (const each of sentToClass(sent, classId)) {
		const part = partFor(each, book, decisions);
		if (!part.ok) return part;
		parts.push(part.value);
	}
	return ok({ ...(classId === undefined ? {} : { classId: bytesOfHex(classId) }), parts });
}
