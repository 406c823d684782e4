import { comparable, withoutLatinMarks } from '../text';

/**
 * A text in the form it is searched in: as texts are compared, without marks over Latin letters.
 * Hangul is taken apart, so that a syllable is found while it is still being typed.
 */
export const searchText = (text: string): string => withoutLatinMarks(comparable(text));
