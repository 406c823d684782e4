/** A share of one in whole percent, in words of a language. */
export const percentText = (share: number, lang: string): string =>
	new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(share);
