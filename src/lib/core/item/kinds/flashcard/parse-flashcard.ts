import * as v from 'valibot';
import { diagnosticsOf } from '../../../diagnose';
import { fail, ok } from '../../../result';
import { baseFields, flag, text } from '../../item-schema';
import type { KindParser } from '../../parse-item';
import type { FlashcardItem } from './flashcard';

const schema = v.strictObject({
	kind: v.literal('flashcard'),
	...baseFields,
	front: text,
	back: text,
	reverse: v.optional(flag, false)
});

export const flashcardParser: KindParser<FlashcardItem> = {
	parse(value) {
		const parsed = v.safeParse(schema, value);
		return parsed.success ? ok(parsed.output) : fail(diagnosticsOf(parsed.issues));
	},
	scored: ({ kind, front, back, reverse }) => ({ kind, front, back, reverse }),
	texts: ({ front, back }) => [front, back],
	// The back of a card is a phrase of the author's.
	evident: () => []
};
