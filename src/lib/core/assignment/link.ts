import { ok, type Result } from '../result';
import { fromBase64Url, toBase64Url } from './base64url';
import type { Bytes } from './bytes';
import { MAX_LINK, MAX_PASTED, MAX_SHEETS } from './caps';
import { faulty, type Fault } from './fault';
import { DOCUMENT_KINDS, frameEnd, kindOf, type DocumentKind } from './frame';

/**
 * The payload as one number in decimal digits: QR codes hold them best, and addresses as they are.
 * No payload begins with a zero byte, so that none is lost.
 */
export function toDigits(bytes: Uint8Array): string {
	const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return BigInt(`0x${digits}`).toString();
}

function fromDigits(text: string): Bytes {
	const digits = BigInt(text).toString(16);
	const even = digits.length % 2 === 0 ? digits : `0${digits}`;
	return Uint8Array.from({ length: even.length / 2 }, (_, at) =>
		Number.parseInt(even.slice(2 * at, 2 * at + 2), 16)
	);
}

/** A link for chats and mail. @param page the address of the page that opens it, without a hash */
export const toLink = (page: string, payload: Uint8Array): string =>
	`${page}#${toBase64Url(payload)}`;

/** A link for a QR code, whose digits are best kept in a numeric segment of their own. */
export const toQrLink = (page: string, payload: Uint8Array): string =>
	`${page}#${toDigits(payload)}`;

const HASH = /#|%23/i;
const PAYLOAD = /^[\w-]+$/;
/** The page that opens documents, with nothing to open. */
const PAGE = /^https?:\/\/\S+\/a\/?$/i;
const DIGITS = /^[1-9]\d+$/;

/** Bytes of a fragment; `altered` where they could have been written otherwise. */
function readFragment(fragment: string): Result<Bytes, Fault> {
	// The first letter of base64url is never a digit: no payload begins with a byte so high.
	if (DIGITS.test(fragment)) return ok(fromDigits(fragment));
	const { bytes, isExact } = fromBase64Url(fragment);
	const end = frameEnd(bytes);
	if (!isExact && (end === undefined || end <= bytes.length)) return faulty('altered');
	return ok(bytes);
}

/**
 * The payload of one link, whatever host it names, or of what stands after its “#” alone. What it
 * is, and whether it is whole, is for {@link readFrame} to say.
 */
export function readLink(given: string): Result<Bytes, Fault> {
	if (given.length > MAX_LINK) return faulty('too-large');
	const link = given.trim();
	const [head, fragment, ...more] = link.split(HASH);
	const payload = fragment ?? head ?? '';
	if (fragment === '' || (fragment === undefined && PAGE.test(link))) return faulty('cut');
	if (more.length > 0 || !PAYLOAD.test(payload)) return faulty('foreign');
	return readFragment(payload);
}

/** What mail and chats put into the middle of a link: quotes, soft breaks, what is not seen. */
const BROKEN = /=?[ \t]*\r?\n[ \t>|]*|[\u00ad\u200b-\u200d\u2060\ufeff]+/y;
const RUN = /[\w-]+/y;

/** Letters that hold the first byte of a payload and its length. */
const LENGTH_LETTERS = 6;

/** A word after a “#” is no link that was cut. */
const LEAST_CUT = 24;

/** Letters that a whole payload takes, by the length in its first bytes. */
function lettersOf(start: string): number | undefined {
	const end = frameEnd(fromBase64Url(start.slice(0, LENGTH_LETTERS)).bytes);
	return end === undefined ? undefined : Math.ceil((end * 4) / 3);
}

/** Letters from a place on, past line breaks as long as the payload is not whole. */
function fragmentAt(text: string, from: number): string {
	let [at, letters, most] = [from, '', MAX_LINK];
	while (letters.length < most) {
		RUN.lastIndex = at;
		const run = RUN.exec(text)?.[0] ?? '';
		letters += run;
		at += run.length;
		// Digits come from a QR code, which breaks no lines.
		if (run === '' || /^\d/.test(letters)) break;
		if (letters.length >= LENGTH_LETTERS) most = lettersOf(letters) ?? 0;
		BROKEN.lastIndex = at;
		const gap = letters.length < most ? (BROKEN.exec(text)?.[0] ?? '') : '';
		if (gap === '') break;
		at += gap.length;
	}
	return letters.slice(0, most);
}

/** What was found in a text. */
export interface FoundPayloads {
	/** Each once, in the order they stand there. */
	readonly payloads: readonly Bytes[];
	/** How many links of the kind end before they should. */
	readonly cut: number;
	/** Whether there were more than are taken at once. */
	readonly tooMany: boolean;
}

/**
 * Every payload of one kind in a text of any kind: a chat, a mail that quotes and breaks its lines,
 * a table. One that is quoted twice counts once. The steps grow with the length of the text.
 */
export function findPayloads(text: string, kind: DocumentKind): Result<FoundPayloads, Fault> {
	if (text.length > MAX_PASTED) return faulty('too-large');
	const found = new Map<string, Bytes>();
	const cut = new Set<string>();
	let tooMany = false;
	for (const { index, 0: mark } of text.matchAll(/#|%23/gi)) {
		const letters = fragmentAt(text, index + mark.length);
		const read = letters.length < 4 ? undefined : readFragment(letters);
		if (!read?.ok || kindOf(read.value) !== kind) continue;
		const end = frameEnd(read.value);
		if (end === read.value.length) {
			// The same bytes may stand there as letters and as digits.
			const name = DIGITS.test(letters) ? toBase64Url(read.value) : letters;
			if (found.size < MAX_SHEETS || found.has(name)) found.set(name, read.value);
			else tooMany = true;
		} else if (letters.length >= LEAST_CUT) cut.add(letters);
	}
	return ok({ payloads: [...found.values()], cut: cut.size, tooMany });
}

/** The first payload in a text of any kind, whichever it is; a link alone may stand without its page. */
export function findAnyPayload(text: string): Result<Bytes, Fault> {
	const all = DOCUMENT_KINDS.map((kind) => findPayloads(text, kind));
	let isCut = false;
	for (const found of all) {
		if (!found.ok) return found;
		const [first] = found.value.payloads;
		if (first) return ok(first);
		isCut ||= found.value.cut > 0;
	}
	if (isCut) return faulty('cut');
	const link = readLink(text);
	return link.ok && !kindOf(link.value) ? faulty('foreign') : link;
}
