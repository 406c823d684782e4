import type { ItemBase } from '../../item';
import type { TypedKey } from '../../typed-answer';

/** The gap of a cloze: its id, and how a stem marks it. */
export const GAP = 'c1';
export const GAP_MARK = `{${GAP}}`;

/** A sentence with a gap to be filled by typing. */
export interface ClozeItem extends ItemBase, TypedKey {
	readonly kind: 'cloze';
	/** Holds the mark of the gap once. */
	readonly stem: string;
}

/** What may be shown before the answer. */
export interface PublicClozeItem {
	readonly kind: 'cloze';
	readonly id: string;
	readonly stem: string;
}

/** What was typed into which gap, as it was typed. */
export interface ClozeResponse {
	readonly kind: 'cloze';
	readonly gap: string;
	readonly text: string;
}

/** What stands before and after the gap. */
export function aroundGap(stem: string): readonly [before: string, after: string] {
	const at = stem.indexOf(GAP_MARK);
	return at < 0 ? [stem, ''] : [stem.slice(0, at), stem.slice(at + GAP_MARK.length)];
}
