import { revisionOf } from '../bank/compile-bank';
import { cardKey, itemOfCard, type Part } from '../item/card-key';
import { fail, ok, type Result } from '../result';
import { openAssignment, type OpenedAssignment } from './assignment';
import { bundledCard, type BundledCard, type BundledCards } from './bundled';
import { sameBytes, type Bytes } from './bytes';
import { carriedCodec, type CarriedItem, type CarriedItems } from './carried-items';
import type { AssignmentCrypto } from './crypto-port';
import { faulty, type Fault } from './fault';
import type { AssignableItem } from './public-document';
import { openDocument } from './signed';
import { splitFile } from './split-file';

/** What opening a file takes from the device. */
export interface FileTools {
	readonly crypto: AssignmentCrypto;
	/** SHA-256 of a text, as hexadecimal digits. */
	digest(text: string): string;
}

const partsOf = (item: AssignableItem): readonly Part[] =>
	item.kind === 'cloze' ? item.gaps.map(({ id }) => id) : [''];

/** The cards of carried items, by a revision that is worked out here. */
async function cardsOf({ items, lang }: CarriedItems, { crypto, digest }: FileTools) {
	const cards = items.flatMap(({ key, item }) =>
		partsOf(item).map(async (part): Promise<BundledCard> => {
			const card = await bundledCard(cardKey(key, part), revisionOf(item, digest), crypto);
			return { ...card, carried: { item, lang } };
		})
	);
	return Promise.all(cards);
}

/** Whether an assignment asks an item in just this revision. */
const isAsked = ({ items }: OpenedAssignment, { key }: CarriedItem, revision: string) =>
	items.some(
		(item) =>
			item.is === 'bundled' && itemOfCard(item.card.key) === key && item.card.revision === revision
	);

/**
 * Opens an assignment, with the items of banks that its file may carry for apps that lack them. They
 * are taken where all of it holds: the same key signed both, the id in full is the one they were
 * signed for, and the hash of each is one that the assignment names. What the app has comes first.
 */
export async function openAssignmentFile(
	file: Bytes,
	tools: FileTools,
	bundled: BundledCards
): Promise<Result<OpenedAssignment, Fault>> {
	const { crypto, digest } = tools;
	const { payload, carried } = splitFile(file);
	if (!carried) return openAssignment(payload, crypto, bundled);
	const items = await openDocument(carried, 'items', carriedCodec, crypto);
	if (!items.ok) return fail(items.error);
	const { document, signedBy } = items.value;
	const cards = await cardsOf(document, tools);
	const opened = await openAssignment(payload, crypto, bundled.and(cards));
	if (!opened.ok) return opened;
	if (!sameBytes(opened.value.signedBy, signedBy)) return faulty('other-teacher');
	if (!sameBytes(opened.value.id, document.id)) return faulty('other-assignment');
	const areAsked = document.items.every((each) =>
		isAsked(opened.value, each, revisionOf(each.item, digest))
	);
	return areAsked ? ok(opened.value) : faulty('altered');
}
