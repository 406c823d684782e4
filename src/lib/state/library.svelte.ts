import {
	SHELF_SIZE,
	type BankContent,
	type BankIndex,
	type Card,
	type CitedSource,
	type ContentLoaders,
	type Load,
	type LoadedItem,
	type Source
} from '$lib/core/bank/bank';
import { generateCards } from '$lib/core/bank/generate-cards';
import type { ListedBank } from '$lib/core/browse/browse-rows';
import type { ItemKey } from '$lib/core/item/card-key';

/** An item with the bank it stands in. */
export interface ShelvedItem extends LoadedItem {
	readonly bank: BankIndex;
	readonly sources: readonly Source[];
}

type Loaders = Readonly<Record<string, ContentLoaders | undefined>>;

/** The banks on this device: an index at once, their items when they are asked for. */
export class Library {
	readonly #bundled: readonly BankIndex[];
	readonly #bundledLoaders: Loaders;
	readonly #loading = new WeakMap<Load<unknown>, Promise<unknown>>();
	#loaders: Loaders = {};
	banks: readonly BankIndex[] = $state.raw([]);
	cards: readonly Card[] = $state.raw([]);

	constructor(banks: readonly BankIndex[], loaders: Loaders) {
		this.#bundled = banks;
		this.#bundledLoaders = loaders;
		this.adopt([], {});
	}

	/** Takes in the banks of the learner's own, in place of those that were taken in before. */
	adopt(banks: readonly BankIndex[], loaders: Loaders): void {
		this.#loaders = { ...loaders, ...this.#bundledLoaders };
		this.banks = [...this.#bundled, ...banks];
		this.cards = generateCards(this.banks);
	}

	cardsOf(item: string): readonly Card[] {
		return this.cards.filter((card) => card.item === item);
	}

	/** The cards of a topic, in bank order. */
	cardsIn(bank: string, topic: string): readonly Card[] {
		return this.cards.filter((card) => card.topic === topic && card.item.startsWith(`${bank}/`));
	}

	/** Loads a part once. */
	#once<T>(load: Load<T>): Promise<T> {
		const loading = (this.#loading.get(load) as Promise<T> | undefined) ?? load();
		this.#loading.set(load, loading);
		// A failed load must not be remembered: the network may come back.
		loading.catch(() => this.#loading.delete(load));
		return loading;
	}

	/** Begins to load what cards need that are about to be shown. */
	prepare(cards: readonly Card[]): void {
		for (const { item } of cards) this.item(item).catch(() => undefined);
	}

	/** All banks with what their items ask; rejects when it cannot be loaded. */
	list(): Promise<readonly ListedBank[]> {
		return Promise.all(
			this.banks.flatMap((bank) => {
				const loaders = this.#loaders[bank.id];
				return loaders ? this.#once(loaders.texts).then((texts) => ({ bank, texts })) : [];
			})
		);
	}

	/** The articles of all banks, as evidence names them; rejects when they cannot be loaded. */
	async sources(): Promise<readonly Source[]> {
		const loaders = this.banks.flatMap(({ id }) => this.#loaders[id] ?? []);
		return (await Promise.all(loaders.map(({ sources }) => this.#once(sources)))).flat();
	}

	/** What drawing a quiz must know of a bank's items; rejects when it cannot be loaded. */
	async draws(bank: BankIndex): Promise<BankContent['draws']> {
		const loaders = this.#loaders[bank.id];
		return loaders ? this.#once(loaders.draws) : {};
	}

	/** What there is to tell of a bank's articles; rejects when it cannot be loaded. */
	async articles(bank: BankIndex): Promise<readonly CitedSource[]> {
		const loaders = this.#loaders[bank.id];
		return loaders ? this.#once(loaders.articles) : [];
	}

	/** Undefined when no bank here has the item; rejects when it cannot be loaded. */
	async item(key: ItemKey | string): Promise<ShelvedItem | undefined> {
		const bank = this.banks.find(({ id }) => key.startsWith(`${id}/`));
		const id = bank && key.slice(bank.id.length + 1);
		const topic = bank?.items.find((item) => item.id === id)?.topic;
		if (!bank || topic === undefined) return undefined;
		const place = bank.items
			.filter((item) => item.topic === topic)
			.findIndex((item) => item.id === id);
		const loaders = this.#loaders[bank.id];
		const load = loaders?.shelves[topic]?.[Math.floor(place / SHELF_SIZE)];
		if (!loaders || !load) return undefined;
		const [sources, items] = await Promise.all([this.#once(loaders.sources), this.#once(load)]);
		const loaded = items.find(({ item }) => item.id === id);
		return loaded && { ...loaded, bank, sources };
	}
}
