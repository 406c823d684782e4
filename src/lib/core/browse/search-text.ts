const MARKED_LATIN = /(\p{Script=Latin})\p{M}+/gu;

/**
 * A text in the form it is searched in: compatibility forms, case and marks over Latin letters are
 * gone, those of kana, such as the voicing of が, are kept. Hangul is taken apart, so that a
 * syllable is found while it is still being typed.
 */
export const searchText = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(MARKED_LATIN, '$1')
		.toLowerCase()
		.replace(/[‘’ʼ]/g, "'")
		.replace(/[“”]/g, '"')
		.replace(/[‐‑–—]/g, '-')
		.replace(/\s+/g, ' ')
		.trim();

/** The words of a query, in the form of `searchText`. */
export const searchWords = (query: string): readonly string[] =>
	searchText(query)
		.split(' ')
		.filter((word) => word !== '');
