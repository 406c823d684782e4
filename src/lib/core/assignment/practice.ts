import type { Result } from '../result';
import type { Bytes } from './bytes';
import { MAX_ASSIGNMENTS } from './caps';
import { chain, check, field, record, type Codec } from './codec';
import type { AssignmentCrypto, Signer } from './crypto-port';
import type { Fault } from './fault';
import { nameCodec } from './names';
import { openDocument, signDocument, type SignedDocument } from './signed';

/** Bytes of an assignment's id. */
export const ID_LENGTH = 32;

/** *Your own missed ones*: each phone makes the quiz from what its owner missed in these. */
export interface PracticeDocument {
	readonly title: string;
	/** Their ids in full, at least one. */
	readonly assignments: readonly Bytes[];
}

const ids = chain(ID_LENGTH, MAX_ASSIGNMENTS);

const codec: Codec<PracticeDocument> = record<PracticeDocument>({
	title: field(0, nameCodec),
	assignments: field(1, {
		write: ids.write,
		read(value) {
			const read = ids.read(value);
			check(read.length > 0);
			return read;
		}
	})
});

export const makePractice = (
	document: PracticeDocument,
	signer: Signer,
	crypto: AssignmentCrypto
): Promise<Result<Bytes, Fault>> => signDocument('practice', codec, document, signer, crypto);

/** @param teacher who set the assignments, where they are known */
export const openPractice = (
	payload: Uint8Array,
	crypto: AssignmentCrypto,
	teacher?: Uint8Array
): Promise<Result<SignedDocument<PracticeDocument>, Fault>> =>
	openDocument(payload, 'practice', codec, crypto, teacher);
