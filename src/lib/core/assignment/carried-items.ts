import { isOwnBank } from '../bank/own-id';
import { canonicalJson } from '../canonical';
import { ID_PATTERN } from '../item/item';
import { isStoredItem } from '../item/stored-item';
import type { ItemKey } from '../item/card-key';
import type { Result } from '../result';
import { concat, type Bytes } from './bytes';
import { MAX_INFLATED, MAX_ITEMS } from './caps';
import { bytes, check, field, list, mapped, record, text, tuple, type Codec } from './codec';
import type { AssignmentCrypto, Signer } from './crypto-port';
import type { Fault } from './fault';
import { ID_LENGTH } from './practice';
import type { AssignableItem } from './public-document';
import { signDocument } from './signed';

/** An item of a bank, whole: its key is in every app that has this revision. */
export interface CarriedItem {
	readonly key: ItemKey;
	readonly item: AssignableItem;
}

/** Items of banks for apps that lack them: they go beside one assignment, in its file. */
export interface CarriedItems {
	/** The assignment's, in full. */
	readonly id: Bytes;
	/** BCP 47. */
	readonly lang: string;
	/** Each once, at least one. */
	readonly items: readonly CarriedItem[];
}

const KEY = /^([^/]+)\/([^/]+)$/;

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

/** An item as a log would hold it, written in the one way there is. @throws Refusal */
function readItem([key, json]: readonly [string, string]): CarriedItem {
	const [, bank = '', id = ''] = KEY.exec(key) ?? [];
	const value = parsed(json);
	// Under the name of one's own bank, a teacher would mark one's own cards.
	check(ID_PATTERN.test(bank) && !isOwnBank(bank));
	check(ID_PATTERN.test(id) && isStoredItem(value));
	const item = value as AssignableItem;
	check(item.id === id && (item.kind as string) !== 'flashcard' && canonicalJson(item) === json);
	return { key: `${bank}/${id}`, item };
}

const carriedItem = mapped<CarriedItem, readonly [string, string]>(
	tuple<readonly [string, string]>(text(130), text(MAX_INFLATED)),
	({ key, item }) => [key, canonicalJson(item)],
	readItem
);

export const carriedCodec: Codec<CarriedItems> = mapped<CarriedItems, CarriedItems>(
	record<CarriedItems>({
		id: field(0, bytes(ID_LENGTH)),
		lang: field(1, text(35)),
		items: field(2, list(carriedItem, MAX_ITEMS, 1))
	}),
	(carried) => carried,
	(carried) => {
		check(new Set(carried.items.map(({ key }) => key)).size === carried.items.length);
		return carried;
	}
);

/** Signs what goes beside an assignment; `too-large` for more than a document holds. */
export const makeCarried = (
	carried: CarriedItems,
	signer: Signer,
	crypto: AssignmentCrypto
): Promise<Result<Bytes, Fault>> => signDocument('items', carriedCodec, carried, signer, crypto);

/** The file of an assignment: its payload, and after it the items. */
export const writtenFile = (payload: Uint8Array, carried: Uint8Array): Bytes =>
	concat(payload, carried);
