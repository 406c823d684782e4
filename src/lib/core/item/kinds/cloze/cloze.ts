import type { Gap } from '../../card-key';
import type { ItemBase } from '../../item';
import type { TypedKey } from '../../typed-answer';

/** One gap of a cloze, and what fills it. */
export interface ClozeGap extends TypedKey {
	readonly id: Gap;
}

/** A sentence with gaps to be filled by typing, each asked by itself on a card of its own. */
export interface ClozeItem extends ItemBase {
	readonly kind: 'cloze';
	/** Holds the mark of each gap once: `{c1}`. */
	readonly stem: string;
	/** In the order of their ids. */
	readonly gaps: readonly [ClozeGap, ...ClozeGap[]];
}

/** What may be shown before the answer: the words of the other gaps stand in their places. */
export interface PublicClozeItem {
	readonly kind: 'cloze';
	readonly id: string;
	readonly stem: string;
	/** The gap that is asked. */
	readonly gap: Gap;
}

/** What was typed into which gap, as it was typed. */
export interface ClozeResponse {
	readonly kind: 'cloze';
	readonly gap: string;
	readonly text: string;
}

const MARK = /\{(c[1-9])\}/;

/** A stem taken apart at its marks: what is written, and at the odd places the ids of gaps. */
export const piecesOf = (stem: string): readonly string[] => stem.split(MARK);

/** A key is no markup, whatever letters it has. */
const written = (key: string) => key.replace(/[\\*[\]]/g, '\\$&');

/** The stem as it is asked: the words of all gaps but one stand in it; without one, of all. */
export function stemFor({ stem, gaps }: Pick<ClozeItem, 'stem' | 'gaps'>, asked?: Gap): string {
	return piecesOf(stem)
		.map((piece, at) => {
			const filled = at % 2 === 1 && piece !== asked && gaps.find(({ id }) => id === piece);
			if (filled) return written(filled.key);
			return at % 2 === 1 ? `{${piece}}` : piece;
		})
		.join('');
}

/** The gap of a part; the first where a part names none. */
export const gapOf = ({ gaps }: ClozeItem, part: string): ClozeGap =>
	gaps.find(({ id }) => id === part) ?? gaps[0];
