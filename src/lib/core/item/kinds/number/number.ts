import type { ItemBase } from '../../item';

/** A question whose answer is a number; a year is one too. */
export interface NumberItem extends ItemBase {
	readonly kind: 'number';
	readonly stem: string;
	readonly key: number;
	/** Shown beside the box, in the language of the item. */
	readonly unit?: string;
	/** How far a right answer may lie from the key. */
	readonly tolerance: number;
	/** How far an answer may lie from the key to earn half. */
	readonly near?: number;
	/** Least and greatest answer that can be meant; what lies outside is asked again. */
	readonly range: readonly [least: number, greatest: number];
}

/** What may be shown before the answer. */
export interface PublicNumberItem {
	readonly kind: 'number';
	readonly id: string;
	readonly stem: string;
	readonly unit?: string;
}

/** What was typed, as it was typed: digits or words. */
export interface NumberResponse {
	readonly kind: 'number';
	readonly text: string;
}
