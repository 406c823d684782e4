import type { BankContent, BankIndex, Card, Source } from '$lib/core/bank/bank';
import { generateCards } from '$lib/core/bank/generate-cards';
import { itemKey, type ItemKey } from '$lib/core/item/card-key';
import type { Item } from '$lib/core/item/item';

/** Loads the lazy part of each bank, by bank id. */
export type ContentLoaders = Readonly<Record<string, (() => Promise<BankContent>) | undefined>>;

/** An item with the bank it stands in. */
export interface ShelvedItem {
	readonly item: Item;
	readonly bank: BankIndex;
	readonly sources: readonly Source[];
}

/** The banks on this device: an index at once, their items when they are asked for. */
export class Library {
	readonly banks: readonly BankIndex[];
	readonly cards: readonly Card[];
	readonly #loaders: ContentLoaders;
	readonly #loading = new Map<string, Promise<BankContent>>();

	constructor(banks: readonly BankIndex[], loaders: ContentLoaders) {
		this.banks = banks;
		this.cards = generateCards(banks);
		this.#loaders = loaders;
	}

	cardsOf(item: string): readonly Card[] {
		return this.cards.filter((card) => card.item === item);
	}

	#content(bank: string): Promise<BankContent> | undefined {
		const loading = this.#loading.get(bank) ?? this.#loaders[bank]?.();
		if (!loading) return undefined;
		this.#loading.set(bank, loading);
		// A failed load must not be remembered: the network may come back.
		loading.catch(() => this.#loading.delete(bank));
		return loading;
	}

	/** Begins to load the items of every bank, for a page that is about to need them. */
	prepare(): void {
		for (const { id } of this.banks) this.#content(id)?.catch(() => undefined);
	}

	/** All banks with their content; rejects when one cannot be loaded. */
	shelves(): Promise<readonly { readonly bank: BankIndex; readonly content: BankContent }[]> {
		return Promise.all(
			this.banks.flatMap((bank) => {
				const loading = this.#content(bank.id);
				return loading ? loading.then((content) => ({ bank, content })) : [];
			})
		);
	}

	/** Undefined when no bank here has the item; rejects when its bank cannot be loaded. */
	async item(key: ItemKey | string): Promise<ShelvedItem | undefined> {
		const bank = this.banks.find(({ id }) => key.startsWith(`${id}/`));
		const content = bank && (await this.#content(bank.id));
		const item = content?.items.find(({ id }) => itemKey(bank?.id ?? '', id) === key);
		return bank && content && item && { item, bank, sources: content.sources };
	}
}
