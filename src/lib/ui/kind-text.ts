import type { Kind } from '$lib/core/item/item';
import { m } from '$lib/paraglide/messages';

const kindNames: Readonly<Record<Kind, () => string>> = {
	choice: m.kind_choice,
	flashcard: m.kind_flashcard,
	multiple: m.kind_multiple,
	'true-false': m.kind_true_false,
	text: m.kind_text,
	number: m.kind_number,
	cloze: m.kind_cloze,
	match: m.kind_match,
	order: m.kind_order
};

export const kindText = (kind: Kind): string => kindNames[kind]();
