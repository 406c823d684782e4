/** Anything a learner can choose in an item. */
export interface Option {
	readonly id: string;
	readonly text: string;
	/** Why a wrong option tempts and why it is wrong; a key has none. */
	readonly why?: string;
}

/** An option as it may be seen before the answer. */
export type PublicOption = Pick<Option, 'id' | 'text'>;

/** Options without their reasons, in an order that tells nothing of the author's. */
export const publicOptions = (options: readonly Option[]): readonly PublicOption[] =>
	options.map(({ id, text }) => ({ id, text })).sort((a, b) => (a.id < b.id ? -1 : 1));
