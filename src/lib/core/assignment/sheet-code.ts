const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 4;

/** The four letters that teacher and student compare: the first 20 bits of a sheet's hash. */
export function sheetCode(hash: Uint8Array): string {
	const bits = ((hash[0] ?? 0) << 12) | ((hash[1] ?? 0) << 4) | ((hash[2] ?? 0) >> 4);
	return Array.from({ length: LETTERS }, (_, at) =>
		ALPHABET.charAt((bits >> (5 * (LETTERS - 1 - at))) & 31)
	).join('');
}
