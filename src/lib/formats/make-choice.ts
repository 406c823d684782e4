import {
	MAX_PASTED_OPTIONS,
	type PastedItem,
	type PasteFault,
	type PasteProblem
} from '$lib/core/bank/pasted';
import { comparable, MAX_TEXT_LENGTH } from '$lib/core/text';
import { asWritten } from './as-written';

/** What one block comes to. */
export type Made = { readonly item: PastedItem } | { readonly problem: PasteProblem };

export const fault = (what: PasteFault, of?: string): Made => ({
	problem: of === undefined ? { what } : { what, of }
});

/** Finds the option that is meant; -1 where none is. */
export type FindKey = (texts: readonly string[]) => number;

export const isLong = (text: string): boolean => asWritten(text).length > MAX_TEXT_LENGTH;

/** The first text that stands there before already. */
function repeatedText(texts: readonly string[]): string | undefined {
	const forms = texts.map(comparable);
	return texts.find((_, at) => forms.indexOf(forms[at] ?? '') < at);
}

/** A choice, or the first thing that is wrong with it. */
export function makeChoice(
	stem: string,
	texts: readonly string[],
	key: string | undefined,
	findKey: FindKey
): Made {
	if (stem.trim() === '') return fault('no-stem');
	if (texts.length === 0) return fault('no-options');
	if (texts.length === 1) return fault('one-option');
	if (texts.length > MAX_PASTED_OPTIONS) return fault('too-many-options');
	if ([stem, ...texts].some(isLong)) return fault('too-long');
	const twice = repeatedText(texts);
	if (twice !== undefined) return fault('options-alike', twice);
	if (key === undefined || key.trim() === '') return fault('no-answer');
	const at = findKey(texts);
	if (at < 0) return fault('answer-unknown', key);
	const options = texts.map((text, n) => {
		const written = { text: asWritten(text) };
		return n === at ? { ...written, key: true as const } : written;
	});
	return { item: { kind: 'choice', stem: asWritten(stem), options } };
}
