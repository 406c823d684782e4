/** Most letters by which a word may differ from the one that was meant. */
const FAR = 2;

/** How many letters must be put in, left out or changed to make one word another. */
function distance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, at) => at);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const change = (row[j - 1] ?? 0) + (from.charAt(i - 1) === to.charAt(j - 1) ? 0 : 1);
			next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[to.length] ?? 0;
}

/**
 * The word that was most likely meant: the first that begins so, else the nearest one; undefined
 * when none is near.
 *
 * @param word in lower case
 */
export function didYouMean(word: string, words: readonly string[]): string | undefined {
	if (word === '' || word.length > 40) return undefined;
	const begun = words.find((each) => each.startsWith(word));
	if (begun !== undefined) return begun;
	const near = words
		.map((each) => ({ each, far: distance(word, each) }))
		.filter(({ each, far }) => far <= FAR && far < each.length - 1);
	return near.sort((a, b) => a.far - b.far)[0]?.each;
}
