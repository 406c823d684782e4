import type { ItemBase } from '../../item';
import type { TypedKey } from '../../typed-answer';

/** A question with a short answer that is typed. */
export interface TextItem extends ItemBase, TypedKey {
	readonly kind: 'text';
	readonly stem: string;
}

/** What may be shown before the answer. */
export interface PublicTextItem {
	readonly kind: 'text';
	readonly id: string;
	readonly stem: string;
}

/** What was typed, as it was typed. */
export interface TextResponse {
	readonly kind: 'text';
	readonly text: string;
}
