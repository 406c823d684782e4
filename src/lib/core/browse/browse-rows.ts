import { topicKey } from '../bank/topic-key';
import type { BankContent, BankIndex, Card } from '../bank/bank';
import { itemKey, type ItemKey } from '../item/card-key';
import type { Kind } from '../item/item';
import { noteOf, recordOf, type Fold } from '../log/fold';
import type { CardRecord } from '../log/fold-card';
import { searchText } from './search-text';
import { itemStanding, type ItemStanding } from './standing';

/** An item as it stands in a list, made once for all searches. */
export interface BrowseRow {
	readonly key: ItemKey;
	readonly text: string;
	/** What it asks and its answers, in the form they are searched in. */
	readonly sought: string;
	/** Language of the text. */
	readonly lang: string;
	/** `bank/topic` */
	readonly topic: string;
	readonly kind: Kind;
	/** Keys of its cards. */
	readonly cards: readonly string[];
	/** Keys of the articles it rests on. */
	readonly sources: readonly string[];
}

/** A bank and the words of its items. */
export interface ListedBank {
	readonly bank: BankIndex;
	readonly texts: BankContent['texts'];
}

/** All items in the order of their banks; one whose words are missing, as in another version, is left out. */
export function browseRows(
	listed: readonly ListedBank[],
	cards: readonly Card[]
): readonly BrowseRow[] {
	const keys = new Map<string, string[]>();
	for (const { item, key } of cards) keys.set(item, [...(keys.get(item) ?? []), key]);
	return listed.flatMap(({ bank, texts }) =>
		bank.items.flatMap(({ id, topic, kind }) => {
			const words = texts[id];
			const key = itemKey(bank.id, id);
			const itemCards = keys.get(key);
			if (!words || !itemCards) return [];
			const sought = searchText(`${words.asks} ${words.answers}`);
			const common = { key, text: words.asks, sought, lang: bank.lang };
			const sources = words.sources.map((source) => `${bank.id}/${source}`);
			return { ...common, topic: topicKey(bank.id, topic), kind, cards: itemCards, sources };
		})
	);
}

/** A row, and where its item stands. */
export interface StandingRow extends BrowseRow {
	readonly now: ItemStanding;
	/** What the log says of its cards. */
	readonly records: readonly CardRecord[];
	/** The learner's note in the form it is searched in; empty without one. */
	readonly note: string;
}

/** @param day the study day it is */
export function standingRow(row: BrowseRow, fold: Fold, day: number): StandingRow {
	const note = noteOf(fold, row.key) ?? '';
	const records = row.cards.map((card) => recordOf(fold, card));
	const now = itemStanding(records, day, note !== '');
	return { ...row, now, records, note: searchText(note) };
}
