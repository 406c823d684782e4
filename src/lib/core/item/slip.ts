/** How far two texts agree from their beginning and from their end, in elements. */
function agreement(one: ArrayLike<string>, other: ArrayLike<string>) {
	const shorter = Math.min(one.length, other.length);
	let head = 0;
	while (head < shorter && one[head] === other[head]) head += 1;
	let tail = 0;
	const most = shorter - head;
	while (tail < most && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
	return { head, tail };
}

/**
 * Whether one slip of the hand makes one text of the other: a letter too many, too few or wrong,
 * or two neighbours exchanged. It takes a step for each letter.
 */
export function isOneSlipApart(one: ArrayLike<string>, other: ArrayLike<string>): boolean {
	if (Math.abs(one.length - other.length) > 1) return false;
	const { head, tail } = agreement(one, other);
	const [left, right] = [one.length - head - tail, other.length - head - tail];
	if (left <= 1 && right <= 1) return left + right > 0;
	return (
		left === 2 && right === 2 && one[head] === other[head + 1] && one[head + 1] === other[head]
	);
}

/** Where two texts differ: what they share before and after, and what each has between. */
export interface Difference {
	readonly before: string;
	readonly given: string;
	readonly expected: string;
	readonly after: string;
}

/** The difference as it is shown; case is none. */
export function differenceOf(given: string, expected: string): Difference {
	const [one, other] = [given, expected].map((text) => [...text.normalize('NFC')]) as [
		string[],
		string[]
	];
	const lower = (letters: readonly string[]) => letters.map((letter) => letter.toLowerCase());
	const { head, tail } = agreement(lower(one), lower(other));
	return {
		before: other.slice(0, head).join(''),
		given: one.slice(head, one.length - tail).join(''),
		expected: other.slice(head, other.length - tail).join(''),
		after: other.slice(other.length - tail).join('')
	};
}
