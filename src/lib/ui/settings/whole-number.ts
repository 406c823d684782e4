/** A whole number within bounds, as it is typed; undefined for anything else. */
export function wholeNumber(typed: string, min: number, max: number): number | undefined {
	const text = typed.normalize('NFKC').trim();
	if (!/^\d{1,9}$/.test(text)) return undefined;
	const number = Number(text);
	return number >= min && number <= max ? number : undefined;
}
