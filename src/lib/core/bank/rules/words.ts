import { foldAnswer } from '../../item/fold-answer';
import { comparable, plainText } from '../../text';

/** The words of a text as they are compared: without markup, in lower case, one form of quotes. */
export const wordsOf = (text: string): readonly string[] =>
	comparable(text).match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];

/** A text with what stands in quotation marks taken out, a bar in its place. */
export const withoutQuotations = (text: string): string =>
	plainText(text).replace(/[“"][^”"]*[”"]/g, ' | ');

/** What was folded: every pair of items compares the same few texts. */
const folded = new Map<string, string>();

/** The words of a text as typed answers are compared, so that spelling does not matter. */
export function foldedText(text: string): string {
	const known = folded.get(text) ?? foldAnswer(text).join(' ');
	folded.set(text, known);
	return known;
}

const FUNCTION_WORDS = new Set(
	(
		'a an the and or of in on at to from by for with about after before between during over under into ' +
		'as is are was were be been being do does did has have had it its this that these those which who ' +
		'whom whose what when where while there their they them his her him he she will would could should ' +
		'might may can other others than then also both such same each more most many according name names ' +
		'named give gives given says said question article articles report commentary following'
	).split(' ')
);

/** Whether a word carries no meaning of its own. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word.toLowerCase());

const singular = (word: string) => (/[^s]s$/.test(word) ? word.slice(0, -1) : word);

/** Words of more than four letters that carry meaning, in one spelling and in the singular. */
export const contentWords = (text: string): ReadonlySet<string> =>
	new Set(
		foldAnswer(text)
			.filter((word) => word.length > 4 && !isFunctionWord(word))
			.map(singular)
	);

/** How many words two sets share. */
export const sharedCount = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
	[...some].filter((word) => others.has(word)).length;

/** Whether no two texts are read as the same. */
export const areDistinct = (texts: readonly string[]): boolean =>
	new Set(texts.map(foldedText)).size === texts.length;
