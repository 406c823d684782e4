import type { BankContent, BankIndex } from '../bank/bank';
import { topicKey } from '../bank/topic-key';
import { cardKey, itemKey, type CardKey, type ItemKey } from '../item/card-key';
import type { Difficulty, Kind } from '../item/item';
import { traits } from '../item/traits';
import { recordOf, type Fold } from '../log/fold';
import { seededRandom, shuffled } from '../random';
import type { DrawFrom, QuizSettings } from './quiz-settings';

/** A bank and what drawing must know of its items. */
export interface DrawnBank {
	readonly bank: BankIndex;
	readonly draws: BankContent['draws'];
}

/** An item as it may be drawn. */
export interface Drawable {
	readonly item: ItemKey;
	/** The card that is asked: of an item with several parts its first. */
	readonly card: CardKey;
	/** `bank/topic` */
	readonly topic: string;
	readonly kind: Kind;
	readonly difficulty: Difficulty;
	/** Items on one fact share it. */
	readonly group: string;
	/** Items that this one gives away, or that give it away. */
	readonly excludes: readonly ItemKey[];
	readonly seen: boolean;
	readonly missed: boolean;
}

/**
 * The items of some banks that a quiz can be drawn from, in bank order. Flashcards are left out,
 * for they rate themselves, and so is what is out of study and what is of another version.
 */
export function drawables(banks: readonly DrawnBank[], fold: Fold): readonly Drawable[] {
	return banks.flatMap(({ bank, draws }) =>
		bank.items.flatMap(
			({ id, topic, kind, parts = [''], fact }): Drawable | readonly Drawable[] => {
				const known = Object.hasOwn(draws, id) ? draws[id] : undefined;
				if (!known || traits[kind].selfRated) return [];
				const item = itemKey(bank.id, id);
				const records = parts.map((part) => recordOf(fold, cardKey(item, part)));
				const [first] = records;
				if (!first || first.suspended) return [];
				return {
					...{ item, card: cardKey(item, parts[0] ?? ''), topic: topicKey(bank.id, topic), kind },
					difficulty: known.difficulty,
					group: fact === undefined ? item : `${bank.id}/fact:${fact}`,
					excludes: known.excludes.map((other) => itemKey(bank.id, other)),
					seen: records.some(({ state, missed }) => state !== undefined || missed !== undefined),
					missed: records.some(({ missed }) => missed !== undefined)
				};
			}
		)
	);
}

const isFrom = ({ seen, missed }: Drawable, from: DrawFrom): boolean => {
	if (from === 'all') return true;
	return from === 'missed' ? missed : seen === (from === 'seen');
};

const isWanted = <T>(wanted: readonly T[], value: T) =>
	wanted.length === 0 || wanted.includes(value);

type Wanted = Pick<QuizSettings, 'topics' | 'kinds' | 'difficulties' | 'from'>;

/** Whether an item is one that a quiz is drawn from. */
const fits = (drawable: Drawable, { topics, kinds, difficulties, from }: Wanted): boolean =>
	isWanted(topics, drawable.topic) &&
	isWanted(kinds, drawable.kind) &&
	isWanted(difficulties, drawable.difficulty) &&
	isFrom(drawable, from);

/** Leaves out every item that an earlier one shares a fact with, or gives away, or is given away by. */
function apart(drawn: readonly Drawable[]): readonly Drawable[] {
	const groups = new Set<string>();
	const items = new Set<string>();
	const excluded = new Set<string>();
	return drawn.filter(({ item, group, excludes }) => {
		const isTold = excluded.has(item) || excludes.some((other) => items.has(other));
		if (isTold || groups.has(group)) return false;
		groups.add(group);
		items.add(item);
		for (const other of excludes) excluded.add(other);
		return true;
	});
}

/**
 * Draws a quiz: the unseen come before the seen, never two items of one fact, nor one that gives
 * another away.
 *
 * Law: equal seeds draw equally from an equal pool; a greater count only adds items.
 * @param pool in bank order
 */
export function drawItems(
	pool: readonly Drawable[],
	settings: QuizSettings,
	seed: string
): readonly Drawable[] {
	const random = seededRandom(seed);
	const mixed = shuffled(
		pool.filter((drawable) => fits(drawable, settings)),
		random
	);
	const unseenFirst = [...mixed].sort((a, b) => Number(a.seen) - Number(b.seen));
	const drawn = apart(unseenFirst).slice(0, settings.count);
	if (settings.shuffle) return shuffled(drawn, seededRandom(`${seed}:order`));
	return pool.filter((drawable) => drawn.includes(drawable));
}

/** What of a choice keeps a quiz from having any item: loosening that alone would give one. */
export type Tight = 'topics' | 'kinds' | 'difficulties' | 'from';

/** The parts of a choice that nothing fits, each of which would do if it were loosened. */
export function tightParts(pool: readonly Drawable[], settings: Wanted): readonly Tight[] {
	const loose = { topics: [], kinds: [], difficulties: [], from: 'all' } as const;
	return (['from', 'difficulties', 'kinds', 'topics'] as const).filter((part) =>
		pool.some((drawable) => fits(drawable, { ...settings, [part]: loose[part] }))
	);
}
