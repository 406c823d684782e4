import { fail, ok, type Result } from '../result';
import { sameBytes, type Bytes } from './bytes';
import { MAX_ASSIGNMENTS, MAX_INFLATED, MAX_ITEMS, MAX_RECEIPTS } from './caps';
import { bytes, chain, field, itemId, list, mapped, optional, record, someBytes } from './codec';
import { text, tuple, uint, type Codec } from './codec';
import { CLASS_ID_LENGTH } from './class-document';
import type { AssignmentCrypto, Signer } from './crypto-port';
import { faulty, type Fault } from './fault';
import { ID_LENGTH } from './practice';
import { CLEAR_HASH } from './sheet';
import { openDocument, signDocument, type SignedDocument } from './signed';

const SECRET_LENGTH = 16;

/** One more right answer to a typed item, by the item's place in the assignment. */
export interface Addition {
	readonly at: number;
	readonly text: string;
}

/** Another key of an item than it had: as CBOR, read beside the question at that place. */
export interface ChangedKey {
	readonly at: number;
	readonly key: Bytes;
}

/** What one assignment's students are given. */
export interface AnswersPart {
	/** The assignment's id in full. */
	readonly assignment: Bytes;
	/** Opens the keys that its document holds encrypted. */
	readonly secret?: Bytes;
	/** The keys of its own items as CBOR, where its document holds none. */
	readonly keys?: Bytes;
	/** The teacher's own ids of its own items, in order: one question in two documents is one card. */
	readonly itemIds: readonly string[];
	readonly additions: readonly Addition[];
	readonly changedKeys: readonly ChangedKey[];
	/** The first 6 bytes of the hash of every sheet the teacher has. */
	readonly receipts: readonly Bytes[];
}

/** What goes out after the marking: one a class, for every assignment of a set. */
export interface AnswersDocument {
	readonly classId?: Bytes;
	readonly parts: readonly AnswersPart[];
}

const place = uint(MAX_ITEMS - 1);

const addition: Codec<Addition> = mapped(
	tuple(place, text()),
	(value: Addition) => [value.at, value.text] as const,
	([at, given]) => ({ at, text: given })
);

const changedKey: Codec<ChangedKey> = mapped(
	tuple(place, someBytes(MAX_INFLATED)),
	({ at, key }: ChangedKey) => [at, key] as const,
	([at, key]) => ({ at, key })
);

const part: Codec<AnswersPart> = record<AnswersPart>({
	assignment: field(0, bytes(ID_LENGTH)),
	secret: optional(1, bytes(SECRET_LENGTH)),
	keys: optional(2, someBytes(MAX_INFLATED)),
	itemIds: field(3, list(itemId, MAX_ITEMS)),
	additions: field(4, list(addition, MAX_ITEMS)),
	changedKeys: field(5, list(changedKey, MAX_ITEMS)),
	receipts: field(6, chain(CLEAR_HASH, MAX_RECEIPTS))
});

const codec: Codec<AnswersDocument> = record<AnswersDocument>({
	classId: optional(0, bytes(CLASS_ID_LENGTH)),
	parts: field(1, list(part, MAX_ASSIGNMENTS, 1))
});

export const makeAnswers = (
	document: AnswersDocument,
	signer: Signer,
	crypto: AssignmentCrypto
): Promise<Result<Bytes, Fault>> => signDocument('answers', codec, document, signer, crypto);

/** What answers are held to before they touch anything: who set the assignments, and which. */
export interface AnswersFor {
	readonly teacher: Uint8Array;
	/** Ids of the assignments that this device has of that teacher. */
	readonly assignments: readonly Uint8Array[];
}

/** Opens answers for assignments at hand; `other-assignment` where they are for none of these. */
export async function openAnswers(
	payload: Uint8Array,
	{ teacher, assignments }: AnswersFor,
	crypto: AssignmentCrypto
): Promise<Result<SignedDocument<AnswersDocument>, Fault>> {
	const opened = await openDocument(payload, 'answers', codec, crypto, teacher);
	if (!opened.ok) return fail(opened.error);
	const isOurs = opened.value.document.parts.some(({ assignment }) =>
		assignments.some((id) => sameBytes(id, assignment))
	);
	return isOurs ? ok(opened.value) : faulty('other-assignment');
}

/** Whether the teacher had a sheet when these answers were made. */
export const isReceived = ({ receipts }: AnswersPart, sheetHash: Uint8Array): boolean =>
	receipts.some((receipt) => sameBytes(receipt, sheetHash.subarray(0, CLEAR_HASH)));
