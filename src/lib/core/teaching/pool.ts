import type { BankContent, BankIndex, Card } from '../bank/bank';
import { topicKey } from '../bank/topic-key';
import { searchText } from '../browse/search-text';
import { itemKey, type CardKey } from '../item/card-key';
import type { Difficulty, Kind } from '../item/item';
import { traits } from '../item/traits';
import { drawItems, type Drawable } from '../quiz/draw-items';
import { DEFAULT_QUIZ } from '../quiz/quiz-settings';

/** A bank, what its items ask, and what drawing must know of them. */
export interface PooledBank {
	readonly bank: BankIndex;
	readonly texts: BankContent['texts'];
	readonly draws: BankContent['draws'];
}

/** An item that a teacher may pick: of several cards its first. */
export interface PoolItem extends Drawable {
	readonly bank: string;
	readonly text: string;
	/** What it asks and its answers, in the form they are searched in. */
	readonly sought: string;
	/** Language of the text. */
	readonly lang: string;
	/** Keys of the articles it rests on. */
	readonly sources: readonly string[];
}

/** What a pool is narrowed to; an empty text narrows nothing. */
export interface PoolFilter {
	readonly bank: string;
	/** `bank/topic` */
	readonly topic: string;
	readonly kind: Kind | '';
	readonly difficulty: Difficulty | '';
	/** `bank/source` */
	readonly source: string;
	readonly words: string;
}

export const WHOLE_POOL: PoolFilter = {
	...{ bank: '', topic: '', kind: '', difficulty: '', source: '', words: '' }
};

/** Everything that can be assigned, in the order of the banks; flashcards cannot. */
export function poolOf(banks: readonly PooledBank[], cards: readonly Card[]): readonly PoolItem[] {
	const first = new Map<string, CardKey>();
	for (const { item, key } of cards) if (!first.has(item)) first.set(item, key);
	return banks.flatMap(({ bank, texts, draws }) =>
		bank.items.flatMap(({ id, topic, kind, fact }): PoolItem | readonly PoolItem[] => {
			const item = itemKey(bank.id, id);
			const [card, words, known] = [first.get(item), texts[id], draws[id]];
			if (!card || !words || !known || traits[kind].selfRated) return [];
			return {
				...{ item, card, bank: bank.id, topic: topicKey(bank.id, topic), kind, lang: bank.lang },
				...{ text: words.asks, sought: searchText(`${words.asks} ${words.answers}`) },
				sources: words.sources.map((source) => `${bank.id}/${source}`),
				difficulty: known.difficulty,
				group: fact === undefined ? item : `${bank.id}/fact:${fact}`,
				excludes: known.excludes.map((other) => itemKey(bank.id, other)),
				...{ seen: false, missed: false }
			};
		})
	);
}

const isOr = (wanted: string, value: string) => wanted === '' || wanted === value;

/** Those of a pool that fit, in its order. */
export function narrowed(pool: readonly PoolItem[], filter: PoolFilter): readonly PoolItem[] {
	const words = searchText(filter.words).split(' ').filter(Boolean);
	return pool.filter(
		(each) =>
			isOr(filter.bank, each.bank) &&
			isOr(filter.topic, each.topic) &&
			isOr(filter.kind, each.kind) &&
			isOr(filter.difficulty, each.difficulty) &&
			(filter.source === '' || each.sources.includes(filter.source)) &&
			words.every((word) => each.sought.includes(word))
	);
}

/**
 * Draws from what fits: none that was chosen, none that gives a chosen one away or shares its fact,
 * nor two such.
 *
 * Law: equal seeds draw equally from an equal pool.
 * @param chosen of the whole pool
 */
export function drawFrom(
	fitting: readonly PoolItem[],
	chosen: readonly PoolItem[],
	count: number,
	seed: string
): readonly CardKey[] {
	const taken = new Set(chosen.map(({ item }) => item));
	const groups = new Set(chosen.map(({ group }) => group));
	const told = new Set(chosen.flatMap(({ excludes }) => excludes));
	const free = fitting.filter(
		({ item, group, excludes }) =>
			!taken.has(item) &&
			!groups.has(group) &&
			!told.has(item) &&
			!excludes.some((other) => taken.has(other))
	);
	return drawItems(free, { ...DEFAULT_QUIZ, count, shuffle: false }, seed).map(({ card }) => card);
}
