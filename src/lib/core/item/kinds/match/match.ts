import type { ItemBase } from '../../item';

/** What is to be matched with one of the responses. */
export interface Premise {
	readonly id: string;
	readonly text: string;
}

/** What a premise can be matched with. */
export interface MatchOption {
	readonly id: string;
	readonly text: string;
	/** Of a spare: why it tempts and why it belongs to no premise. */
	readonly why?: string;
}

/** Premises, each of which has one response of its own; some responses belong to none. */
export interface MatchItem extends ItemBase {
	readonly kind: 'match';
	readonly stem: string;
	/** In the author's order; shown shuffled. */
	readonly premises: readonly Premise[];
	/** Those of the premises and the spares; shown alphabetically. */
	readonly responses: readonly MatchOption[];
	/** By premise the id of its response. */
	readonly key: Readonly<Record<string, string>>;
}

/** What may be shown before the answer: no key, no reasons. */
export interface PublicMatchItem {
	readonly kind: 'match';
	readonly id: string;
	readonly stem: string;
	/** By id. */
	readonly premises: readonly Premise[];
	/** Alphabetically by text. */
	readonly responses: readonly { readonly id: string; readonly text: string }[];
}

/** Which response was given to which premise, by ids and never by position. */
export interface MatchResponse {
	readonly kind: 'match';
	readonly pairs: readonly (readonly [premise: string, response: string])[];
}
