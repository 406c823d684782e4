import type { BankIndex } from '../bank/bank';
import type { CardKey } from '../item/card-key';
import { ascii, concat, hex, type Bytes } from './bytes';
import type { AssignmentCrypto } from './crypto-port';
import type { AssignableItem } from './public-document';

/** Bytes of each hash that a document carries; the whole ones are in its id. */
export const SHORT_HASH = 4;
export const FULL_HASH = 32;

/** How a document names an item of a bank: by the hashes of its card and of its revision. */
export interface BundledHashes {
	readonly card: Bytes;
	readonly revision: Bytes;
}

/** A card of a bank at hand, with its hashes in full. */
export interface BundledCard {
	readonly key: CardKey;
	readonly revision: string;
	readonly hashes: BundledHashes;
	/** The item itself, where it came with the quiz because the app may lack this revision. */
	readonly carried?: CarriedContent;
}

/** What came with a quiz of an item of a bank. */
export interface CarriedContent {
	readonly item: AssignableItem;
	/** BCP 47. */
	readonly lang: string;
}

/** Whether a card is of one of these banks. */
export const isOfBanks = (banks: readonly Pick<BankIndex, 'id'>[], card: string): boolean =>
	banks.some(({ id }) => card.startsWith(`${id}/`));

/** A card with its hashes: SHA-256 of `bank/item#part` and of the revision. */
export async function bundledCard(
	key: CardKey,
	revision: string,
	crypto: AssignmentCrypto
): Promise<BundledCard> {
	const [card, hash] = await Promise.all([
		crypto.sha256(ascii(key)),
		crypto.sha256(ascii(revision))
	]);
	return { key, revision, hashes: { card, revision: hash } };
}

const shortName = ({ card, revision }: BundledHashes) =>
	hex(concat(card.subarray(0, SHORT_HASH), revision.subarray(0, SHORT_HASH)));

/** The cards of the banks at hand by what documents call them. */
export class BundledCards {
	readonly #cards = new Map<string, BundledCard | undefined>();

	constructor(cards: Iterable<BundledCard>) {
		for (const card of cards) {
			const name = shortName(card.hashes);
			// What names two cards names none.
			this.#cards.set(name, this.#cards.has(name) ? undefined : card);
		}
	}

	/** These, and of others those that are not here. */
	and(others: readonly BundledCard[]): BundledCards {
		const here = [...this.#cards.values()].filter((card) => card !== undefined);
		return new BundledCards([...here, ...others.filter(({ hashes }) => !this.find(hashes))]);
	}

	/** The card that is meant, as long as it is one and at hand. */
	find(hashes: BundledHashes): BundledCard | undefined {
		return this.#cards.get(shortName(hashes));
	}
}
