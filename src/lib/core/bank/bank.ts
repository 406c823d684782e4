import type { CardKey, ItemKey, Part } from '../item/card-key';
import type { Item, Kind } from '../item/item';

/** A text in each language of the app. */
export interface Localized {
	readonly en: string;
	readonly ko: string;
	readonly ja: string;
}

export interface Topic {
	readonly id: string;
	readonly title: Localized;
}

/** What is kept of an article: facts about it and short terms, never its sentences. */
export interface Source {
	readonly id: string;
	readonly title: string;
	/** Whether the article carries this title itself; otherwise it was given here. */
	readonly titleGiven: boolean;
	readonly about: string;
	/** What a reader should know before trusting it. */
	readonly caution: string;
	readonly paragraphs: readonly { readonly n: number; readonly terms: readonly string[] }[];
}

/** A compiled, checked collection of items. */
export interface Bank {
	readonly id: string;
	/** Language of the items. */
	readonly lang: string;
	readonly title: Localized;
	readonly topics: readonly Topic[];
	readonly sources: readonly Source[];
	readonly items: readonly CompiledItem[];
}

/** A compiled item. Beside the item, not in it: the author's fields stay as they were parsed. */
export interface CompiledItem {
	readonly key: ItemKey;
	readonly topic: string;
	readonly revision: string;
	readonly item: Item;
}

/** What the first load knows of an item: enough to count and plan, and nothing else. */
export interface IndexItem {
	readonly id: string;
	readonly topic: string;
	readonly kind: Kind;
	/** Absent where it has one part, the one without a name. */
	readonly parts?: readonly Part[];
	/** A number for its fact, where other items rest on it too. */
	readonly fact?: number;
}

export interface BankIndex {
	readonly id: string;
	readonly lang: string;
	readonly title: Localized;
	readonly topics: readonly Topic[];
	readonly items: readonly IndexItem[];
}

/** An item as it is loaded, and the revision that its answers name. */
export interface LoadedItem {
	readonly item: Item;
	readonly revision: string;
}

/** An item as a list knows it, in lines of plain words. */
export interface ItemWords {
	readonly asks: string;
	/** What it can be found by as well; never shown, for the key is in it. */
	readonly answers: string;
}

/** Most items that are loaded together. */
export const SHELF_SIZE = 8;

/** The lazy parts of a bank. Some items at a time: a session begins without waiting for all. */
export interface BankContent {
	/** The articles the items rest on. */
	readonly sources: readonly Source[];
	/** By id of the item. */
	readonly texts: Readonly<Record<string, ItemWords>>;
	/** The items of each topic in the bank's order, a shelf of {@link SHELF_SIZE} at a time. */
	readonly shelves: Readonly<Record<string, readonly (readonly LoadedItem[])[]>>;
}

export type Load<T> = () => Promise<T>;

/** Loads the lazy parts of a bank. */
export interface ContentLoaders {
	readonly sources: Load<BankContent['sources']>;
	readonly texts: Load<BankContent['texts']>;
	readonly shelves: Readonly<Record<string, readonly Load<readonly LoadedItem[]>[] | undefined>>;
}

/** One schedulable prompt. */
export interface Card {
	readonly key: CardKey;
	readonly item: ItemKey;
	readonly part: Part;
	readonly kind: Kind;
	readonly topic: string;
	/** Cards of one group are kept apart: siblings of an item, and items on one fact. */
	readonly group: string;
	/** New cards come in this order: that of the bank, with its topics mixed. */
	readonly order: number;
}
