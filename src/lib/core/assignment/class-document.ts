import type { Result } from '../result';
import type { Bytes } from './bytes';
import { bytes, field, record, type Codec } from './codec';
import type { AssignmentCrypto, Signer } from './crypto-port';
import type { Fault } from './fault';
import { nameCodec } from './names';
import { openDocument, signDocument, type SignedDocument } from './signed';

export const CLASS_ID_LENGTH = 16;

/** What makes a teacher known to a student's device: the key that signed it is pinned to the name. */
export interface ClassDocument {
	/** 16 random bytes. */
	readonly id: Bytes;
	readonly name: string;
	/** What the teacher calls themself. */
	readonly teacher: string;
}

const codec: Codec<ClassDocument> = record<ClassDocument>({
	id: field(0, bytes(CLASS_ID_LENGTH)),
	name: field(1, nameCodec),
	teacher: field(2, nameCodec)
});

export const makeClass = (
	document: ClassDocument,
	signer: Signer,
	crypto: AssignmentCrypto
): Promise<Result<Bytes, Fault>> => signDocument('class', codec, document, signer, crypto);

export const openClass = (
	payload: Uint8Array,
	crypto: AssignmentCrypto
): Promise<Result<SignedDocument<ClassDocument>, Fault>> =>
	openDocument(payload, 'class', codec, crypto);
