import type { Response } from '../item/response';
import { fail, ok, type Result } from '../result';
import { concat, padded, sameBytes, unpadded, type Bytes } from './bytes';
import { SHEET_PADDING } from './caps';
import { decodeAs } from './codec';
import type { AssignmentCrypto, Opener, Signer } from './crypto-port';
import { faulty, type Fault } from './fault';
import { firstByte, readFrame, writeFrame } from './frame';
import type { Question } from './public-document';
import { responseTo } from './responses';
import { sheetCodec, type SheetBody } from './sheet-codec';
import { context, KEY_LENGTH, SIGNATURE_LENGTH, writtenOnce } from './signed';

/** Bytes of an assignment's id and of a sheet's hash that stand in the clear. */
const CLEAR_ID = 8;
export const CLEAR_HASH = 6;

const TAG_LENGTH = 16;
const CLEAR = CLEAR_ID + CLEAR_HASH;
const FIRST = Uint8Array.of(firstByte('sheet'));

/** A sheet as it is handed in. It is sealed once; handing in again sends the same bytes. */
export interface SealedSheet {
	readonly payload: Bytes;
	/** Its identity: SHA-256 of what is signed. */
	readonly hash: Bytes;
}

/** An assignment that sheets may be for. */
export interface SheetTarget {
	readonly id: Bytes;
	readonly opener: Opener;
	/** All of its items, as the student saw them. */
	readonly questions: readonly Question[];
}

export interface OpenedSheet {
	/** The assignment's. */
	readonly id: Bytes;
	readonly hash: Bytes;
	readonly deviceKey: Bytes;
	readonly body: SheetBody;
	/** Null where nothing was answered. */
	readonly responses: readonly (Response | null)[];
}

const signedBytes = (id: Uint8Array, deviceKey: Uint8Array, plain: Uint8Array) =>
	concat(context('sheet'), id, deviceKey, plain);

const sealContext = (id: Uint8Array, clear: Uint8Array) => ({
	info: concat(context('sheet'), id),
	aad: concat(FIRST, clear)
});

/** Signs a sheet with the device's key and seals it to the assignment's. */
export async function sealSheet(
	body: SheetBody,
	assignment: { readonly id: Bytes; readonly sealKey: Bytes },
	device: Signer,
	crypto: AssignmentCrypto
): Promise<Result<SealedSheet, Fault>> {
	const plain = writtenOnce(sheetCodec, body);
	if (!plain.ok) return plain;
	const { id, sealKey } = assignment;
	const message = signedBytes(id, device.publicKey, plain.value);
	const [hash, signature] = await Promise.all([crypto.sha256(message), device.sign(message)]);
	const clear = concat(id.subarray(0, CLEAR_ID), hash.subarray(0, CLEAR_HASH));
	const inside = padded(concat(device.publicKey, signature, plain.value), SHEET_PADDING);
	const sealed = await crypto.seal(sealKey, inside, sealContext(id, clear));
	if (!sealed) return faulty('altered');
	const content = concat(clear, sealed);
	return ok({ payload: writeFrame({ kind: 'sheet', isDeflated: false, content }), hash });
}

/** What stands in the clear on a sheet, by which it is sorted before anything is opened. */
interface SortedSheet {
	readonly clear: Bytes;
	readonly sealed: Bytes;
}

function sorted(payload: Uint8Array): Result<SortedSheet, Fault> {
	const frame = readFrame(payload, 'sheet');
	if (!frame.ok) return frame;
	const { content, isDeflated } = frame.value;
	const padding = content.length - CLEAR - KEY_LENGTH - TAG_LENGTH;
	if (isDeflated || padding <= 0 || padding % SHEET_PADDING !== 0) return faulty('altered');
	return ok({ clear: content.slice(0, CLEAR), sealed: content.slice(CLEAR) });
}

/** What anybody can read of a sealed sheet: enough to tell sheets apart, and nothing else. */
export interface SheetLabel {
	/** The first 8 bytes of the assignment's id. */
	readonly assignment: Bytes;
	/** The first 6 bytes of the sheet's hash, as the sheet says; the opening checks it. */
	readonly hash: Bytes;
}

/** Reads what stands in the clear on a sheet. */
export function sheetLabel(payload: Uint8Array): Result<SheetLabel, Fault> {
	const parts = sorted(payload);
	if (!parts.ok) return parts;
	const { clear } = parts.value;
	return ok({ assignment: clear.slice(0, CLEAR_ID), hash: clear.slice(CLEAR_ID) });
}

/** Most assignments that a sheet is held to when it does not belong where it was sealed to. */
const MOST_OTHERS = 50;

interface Inside {
	readonly deviceKey: Bytes;
	readonly signature: Bytes;
	readonly plain: Bytes;
}

async function signatureFault(
	{ deviceKey, signature, plain }: Inside,
	targets: readonly SheetTarget[],
	crypto: AssignmentCrypto
): Promise<'other-assignment' | 'altered'> {
	for (const { id } of targets.slice(0, MOST_OTHERS)) {
		const message = signedBytes(id, deviceKey, plain);
		if (await crypto.verify(deviceKey, signature, message)) return 'other-assignment';
	}
	return 'altered';
}

function responsesOf({ answers }: SheetBody, questions: readonly Question[]) {
	if (answers.length !== questions.length) return undefined;
	const responses = questions.map((question, at) => responseTo(answers[at] ?? null, question));
	return responses.every((response) => response !== undefined) ? responses : undefined;
}

/**
 * Opens a sheet that is for one of a teacher's assignments. `other-teacher` where it is for none of
 * them, `other-assignment` where it was moved from one to another.
 *
 * @param only the id of the one assignment whose sheets are wanted
 */
export async function openSheet(
	payload: Uint8Array,
	targets: readonly SheetTarget[],
	crypto: AssignmentCrypto,
	only?: Uint8Array
): Promise<Result<OpenedSheet, Fault>> {
	const parts = sorted(payload);
	if (!parts.ok) return parts;
	const { clear, sealed } = parts.value;
	const isFor = ({ id }: SheetTarget) =>
		sameBytes(id.subarray(0, CLEAR_ID), clear.subarray(0, CLEAR_ID));
	const target = targets.find(isFor);
	if (!target) return faulty('other-teacher');
	if (only && !sameBytes(only, target.id)) return faulty('other-assignment');

	const opened = await target.opener.open(sealed, sealContext(target.id, clear));
	const bytes = opened && unpadded(opened, SHEET_PADDING);
	if (!bytes || bytes.length <= KEY_LENGTH + SIGNATURE_LENGTH) return faulty('altered');
	const inside: Inside = {
		deviceKey: bytes.slice(0, KEY_LENGTH),
		signature: bytes.slice(KEY_LENGTH, KEY_LENGTH + SIGNATURE_LENGTH),
		plain: bytes.slice(KEY_LENGTH + SIGNATURE_LENGTH)
	};
	return readInside(inside, target, clear, targets, crypto);
}

async function readInside(
	inside: Inside,
	target: SheetTarget,
	clear: Bytes,
	targets: readonly SheetTarget[],
	crypto: AssignmentCrypto
): Promise<Result<OpenedSheet, Fault>> {
	const { deviceKey, signature, plain } = inside;
	const { id, questions } = target;
	const message = signedBytes(id, deviceKey, plain);
	if (!(await crypto.verify(deviceKey, signature, message))) {
		return faulty(await signatureFault(inside, targets, crypto));
	}
	const hash = await crypto.sha256(message);
	if (!sameBytes(hash.subarray(0, CLEAR_HASH), clear.subarray(CLEAR_ID))) return faulty('altered');
	const body = decodeAs(sheetCodec, plain);
	if (!body.ok) return fail(body.error);
	const responses = responsesOf(body.value, questions);
	return responses ? ok({ id, hash, deviceKey, body: body.value, responses }) : faulty('altered');
}
