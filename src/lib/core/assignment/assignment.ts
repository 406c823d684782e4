import type { Part } from '../item/card-key';
import { publicItem } from '../item/registry';
import type { Random } from '../random';
import { fail, ok, type Result } from '../result';
import {
	HEAD_LENGTH,
	headOf,
	readAssignment,
	unsignedBytes,
	writtenBody
} from './assignment-codec';
import type { AssignedItem, AssignmentDocument } from './assignment-codec';
import { FULL_HASH, SHORT_HASH, type BundledCard, type BundledCards } from './bundled';
import { concat, padded, unpadded, type Bytes } from './bytes';
import { KEYS_PADDING, MAX_INFLATED } from './caps';
import { decodeAs } from './codec';
import type { AssignmentCrypto, Signer } from './crypto-port';
import { faulty, type Fault } from './fault';
import { firstByte } from './frame';
import { keyCodec, keysCodec } from './key-codec';
import { documentItem, documentTag, questionOf } from './public-document';
import type { AssignableItem, Question } from './public-document';
import { openPlain, signPlain, writtenOnce } from './signed';

/** An item that a teacher picked. */
export type PickedItem =
	| { readonly is: 'bundled'; readonly card: BundledCard }
	| { readonly is: 'own'; readonly item: AssignableItem; readonly part: Part };

/** An assignment before it has a form that travels. */
export interface AssignmentDraft extends Omit<AssignmentDocument, 'items' | 'keys' | 'itemIds'> {
	readonly items: readonly PickedItem[];
}

/** What a teacher keeps of an assignment that was made. */
export interface MadeAssignment {
	readonly payload: Bytes;
	/** In full, 32 bytes. */
	readonly id: Bytes;
	/** Its own items under the document's ids, with their keys. */
	readonly frozen: readonly AssignableItem[];
}

/** What a student's device knows of an item. */
export type OpenedItem =
	| { readonly is: 'bundled'; readonly card: BundledCard }
	| { readonly is: 'own'; readonly question: Question };

export interface OpenedAssignment {
	readonly id: Bytes;
	readonly signedBy: Bytes;
	readonly document: AssignmentDocument;
	readonly items: readonly OpenedItem[];
	/** Its own items with their keys, where these came with it. */
	readonly keyed?: readonly AssignableItem[];
}

const RELEASE = 'kachi/release/1';

const FIRST = Uint8Array.of(firstByte('assignment'));

/** SHA-256 of the unsigned bytes, with bundled items by their whole hashes. */
const assignmentId = (document: AssignmentDocument, signedBy: Bytes, crypto: AssignmentCrypto) =>
	crypto.sha256(concat(FIRST, signedBy, unsignedBytes(document, FULL_HASH)));

/** How keys are encrypted until the release: bound to everything else in the document. */
function releaseBox(document: AssignmentDocument, signedBy: Bytes, secret: Bytes) {
	const { keys: _, ...rest } = document;
	const aad = concat(FIRST, signedBy, unsignedBytes(rest, SHORT_HASH));
	return { secret, salt: document.salt, use: RELEASE, aad };
}

function frozenItems({ salt, items }: AssignmentDraft, random: Random): readonly AssignableItem[] {
	const tag = documentTag(salt);
	return items.flatMap((picked, at) =>
		picked.is === 'own' ? [documentItem(picked.item, picked.part, { tag, at }, random)] : []
	);
}

function assigned({ items }: AssignmentDraft, questions: readonly Question[]) {
	const rest = [...questions];
	return items.flatMap((picked): AssignedItem | readonly AssignedItem[] => {
		if (picked.is === 'bundled') return { is: 'bundled', hashes: picked.card.hashes };
		const question = rest.shift();
		return question ? { is: 'own', question } : [];
	});
}

/** What making an assignment takes from the device. */
export interface AssignmentTools {
	readonly crypto: AssignmentCrypto;
	readonly signer: Signer;
	/** Secret: see {@link documentItem}. */
	readonly random: Random;
	/** 16 random bytes that are given out later; of use in the mode `release` alone. */
	readonly secret: Bytes;
	/** All that the app has: what one name would mean two of is refused. */
	readonly bundled: BundledCards;
}

/** Freezes the items and signs what may leave of them. Nothing is sent that could not be opened. */
export async function makeAssignment(
	draft: AssignmentDraft,
	{ crypto, signer, random, secret, bundled }: AssignmentTools
): Promise<Result<MadeAssignment, Fault>> {
	const unnamed = draft.items.filter(
		(picked) => picked.is === 'bundled' && !bundled.find(picked.card.hashes)
	);
	if (unnamed.length > 0) return fail({ is: 'unknown-items', count: unnamed.length });
	const frozen = frozenItems(draft, random);
	const questions = frozen.map(questionOf);
	const { items: _, ...head } = draft;
	const itemIds = draft.items.flatMap((each) => (each.is === 'own' ? each.item.id : []));
	const hasIds = itemIds.length > 0 && draft.policy.keyMode === 'at-once';
	const open: AssignmentDocument = {
		...{ ...head, items: assigned(draft, questions) },
		...(hasIds ? { itemIds } : {})
	};
	const document = { ...open };
	if (frozen.length > 0 && draft.policy.keyMode !== 'device') {
		const keys = writtenOnce(keysCodec(questions), frozen);
		if (!keys.ok) return keys;
		const box = releaseBox(open, signer.publicKey, secret);
		const isOpen = draft.policy.keyMode === 'at-once';
		const hidden = async () =>
			crypto.encrypt(padded(await crypto.deflate(keys.value), KEYS_PADDING), box);
		Object.assign(document, { keys: isOpen ? keys.value : await hidden() });
	}
	const body = writtenBody(document);
	if (!body.ok) return body;
	return ok({
		payload: await signPlain('assignment', body.value, signer, crypto, headOf(document)),
		id: await assignmentId(document, signer.publicKey, crypto),
		frozen
	});
}

const questionsOf = (items: readonly { is: string; question?: Question }[]) =>
	items.flatMap(({ question }) => question ?? []);

/** Hashes in full, and the cards they name; `unknown-items` for those that are not at hand. */
function expand(document: AssignmentDocument, bundled: BundledCards) {
	const items = document.items.map((item): OpenedItem | undefined => {
		if (item.is === 'own') return item;
		const card = bundled.find(item.hashes);
		return card && { is: 'bundled', card };
	});
	const found = items.filter((item) => item !== undefined);
	const missing = items.length - found.length;
	if (missing > 0) return fail<Fault>({ is: 'unknown-items', count: missing });
	const expanded = found.map((item): AssignedItem =>
		item.is === 'own' ? item : { is: 'bundled', hashes: item.card.hashes }
	);
	return ok({ items: found, expanded: { ...document, items: expanded } });
}

/**
 * Opens an assignment, with the keys that came with it.
 *
 * @param teacher the only key whose assignment is taken
 */
export async function openAssignment(
	payload: Uint8Array,
	crypto: AssignmentCrypto,
	bundled: BundledCards,
	teacher?: Uint8Array
): Promise<Result<OpenedAssignment, Fault>> {
	const signed = await openPlain(payload, 'assignment', crypto, teacher, HEAD_LENGTH);
	if (!signed.ok) return signed;
	const { signedBy, head, body } = signed.value;
	const read = readAssignment(head, body);
	if (!read.ok) return read;
	const whole = expand(read.value, bundled);
	if (!whole.ok) return whole;
	const { items, expanded } = whole.value;
	const id = await assignmentId(expanded, signedBy, crypto);
	const opened = { id, signedBy, document: read.value, items };
	const { keys, policy } = read.value;
	if (!keys || policy.keyMode !== 'at-once') return ok(opened);
	const keyed = readKeys(opened, keys);
	return keyed.ok ? ok({ ...opened, keyed: keyed.value }) : keyed;
}

/** The own items of an assignment with keys that stand in the clear. */
export const readKeys = (
	{ items }: Pick<OpenedAssignment, 'items'>,
	keys: Bytes
): Result<readonly AssignableItem[], Fault> => decodeAs(keysCodec(questionsOf(items)), keys);

/** Opens the keys with the secret of a release; with another's it is `other-assignment`. */
export async function releaseKeys(
	assignment: OpenedAssignment,
	secret: Bytes,
	crypto: AssignmentCrypto
): Promise<Result<readonly AssignableItem[], Fault>> {
	const { document, signedBy } = assignment;
	if (!document.keys || document.policy.keyMode !== 'release') return faulty('other-assignment');
	const box = releaseBox(document, signedBy, secret);
	const decrypted = await crypto.decrypt(document.keys, box);
	if (!decrypted) return faulty('other-assignment');
	const deflated = unpadded(decrypted, KEYS_PADDING);
	if (!deflated) return faulty('altered');
	const plain = await crypto.inflate(deflated, MAX_INFLATED);
	if (plain === 'too-large') return faulty('too-large');
	return plain === 'damaged' ? faulty('altered') : readKeys(assignment, plain);
}

/** The keys of an assignment as an answers document carries them. */
export const writtenKeys = (frozen: readonly AssignableItem[]): Result<Bytes, Fault> =>
	writtenOnce(keysCodec(frozen.map(questionOf)), frozen);

/** The key of one item, as it stands beside the place of the item where that key was changed. */
export const writtenKey = (item: AssignableItem, part: Part): Result<Bytes, Fault> =>
	writtenOnce(keyCodec(publicItem(item, part) as Question), item);
