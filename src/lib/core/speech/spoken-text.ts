import type { Item } from '../item/item';
import type { PublicItem } from '../item/public-item';

/** Gaps, which are a moment of silence. */
const GAP_MARKS = /\{c[1-9]\}/g;

/**
 * What of a question is read aloud: its stem, or the side of a flashcard that was turned last.
 *
 * @param solution once it may be seen
 */
export function spokenText(question: PublicItem, solution: Item | undefined): string {
	if (question.kind !== 'flashcard') return question.stem.replace(GAP_MARKS, '…');
	if (solution?.kind !== 'flashcard') return question.prompt;
	return question.prompt === solution.front ? solution.back : solution.front;
}
