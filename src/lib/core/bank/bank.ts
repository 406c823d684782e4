import type { CardKey, ItemKey, Part } from '../item/card-key';
import type { Difficulty, Item, Kind } from '../item/item';

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

/** `bank/source` */
export type SourceKey = `${string}/${string}`;

/** An article, as evidence names it. */
export interface Source {
	readonly key: SourceKey;
	readonly id: string;
	readonly title: string;
}

/** What is kept of an article: facts about it and short terms, never its sentences. */
export interface ListedSource {
	readonly id: string;
	readonly title: string;
	/** Whether the article carries this title itself; otherwise it was given here. */
	readonly titleGiven: boolean;
	/** What kind of text it is, and on what. */
	readonly about: Localized;
	/** What a reader should know before trusting it, a sentence each. */
	readonly cautions: readonly Localized[];
	readonly paragraphs: readonly { readonly n: number; readonly terms: readonly string[] }[];
}

/** A paragraph of an article, and what a bank makes of it. */
export interface CitedParagraph {
	/** Its number in the article. */
	readonly n: number;
	/** The words that evidence cites, none of which stands in another one. */
	readonly terms: readonly string[];
	/** Ids of the items that cite it, in the order of the bank. */
	readonly items: readonly string[];
}

/** An article as a learner is told of it. */
export interface CitedSource extends Source, Omit<ListedSource, 'paragraphs'> {
	/** Those that are cited, in their order. */
	readonly paragraphs: readonly CitedParagraph[];
}

/** A compiled, checked collection of items. */
export interface Bank {
	readonly id: string;
	/** Language of the items. */
	readonly lang: string;
	readonly title: Localized;
	readonly topics: readonly Topic[];
	readonly sources: readonly ListedSource[];
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
	/** Ids of the articles it rests on. */
	readonly sources: readonly string[];
}

/** What drawing a quiz must know of an item, beside what the index says. */
export interface DrawnBy {
	readonly difficulty: Difficulty;
	/** Ids of items of the same bank that give this one away. */
	readonly excludes: readonly string[];
}

/** Most items that are loaded together. */
export const SHELF_SIZE = 8;

/** The lazy parts of a bank. Some items at a time: a session begins without waiting for all. */
export interface BankContent {
	/** The articles the items rest on. */
	readonly sources: readonly Source[];
	/** What there is to tell of each. */
	readonly articles: readonly CitedSource[];
	/** By id of the item. */
	readonly texts: Readonly<Record<string, ItemWords>>;
	/** By id of the item. */
	readonly draws: Readonly<Record<string, DrawnBy>>;
	/** The items of each topic in the bank's order, a shelf of {@link SHELF_SIZE} at a time. */
	readonly shelves: Readonly<Record<string, readonly (readonly LoadedItem[])[]>>;
}

export type Load<T> = () => Promise<T>;

/** Loads the lazy parts of a bank. */
export interface ContentLoaders {
	readonly sources: Load<BankContent['sources']>;
	readonly articles: Load<BankContent['articles']>;
	readonly texts: Load<BankContent['texts']>;
	readonly draws: Load<BankContent['draws']>;
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
