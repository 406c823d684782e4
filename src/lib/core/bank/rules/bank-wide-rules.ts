import type { Asked } from './asked';
import { findIf, type AskedBank, type Finding, type Rule } from './rule';

const ITEMS = ['topics'];
const choicesOf = ({ items }: AskedBank) => items.filter(({ kind }) => kind === 'choice');
const keyAt = ({ options }: Asked) => options.findIndex(({ isKey }) => isKey);

/** How often each position holds the key, and how often it would if all were alike. */
export function keyPositions(
	bank: AskedBank
): readonly { readonly found: number; readonly expected: number }[] {
	const choices = choicesOf(bank);
	const most = Math.max(0, ...choices.map(({ options }) => options.length));
	return Array.from({ length: most }, (_, at) => ({
		found: choices.filter((item) => keyAt(item) === at).length,
		expected: choices
			.filter(({ options }) => options.length > at)
			.reduce((sum, { options }) => sum + 1 / options.length, 0)
	}));
}

/** Chi-square that chance exceeds once in twenty, for 1 to 6 degrees of freedom. */
const CRITICAL = [3.84, 5.99, 7.81, 9.49, 11.07, 12.59];
const LEAST_EXPECTED = 3;
const MOST_TIMES_EXPECTED = 1.5;
const LONGEST_RUN = 3;

function unevenly(bank: AskedBank): readonly Finding[] {
	const positions = keyPositions(bank);
	const chiSquare = positions.reduce(
		(sum, { found, expected }) => sum + (found - expected) ** 2 / expected,
		0
	);
	return [
		...findIf(
			chiSquare > (CRITICAL[positions.length - 2] ?? Infinity),
			ITEMS,
			`keys are not spread by chance over the positions: ${positions.map(({ found }) => found).join(', ')}`
		),
		...positions.flatMap(({ found, expected }, at) =>
			findIf(
				expected >= LEAST_EXPECTED && found > MOST_TIMES_EXPECTED * expected,
				ITEMS,
				`position ${at + 1} holds ${found} keys where ${expected.toFixed(1)} are to be expected`
			)
		)
	];
}

function longRuns(bank: AskedBank): readonly Finding[] {
	const places = choicesOf(bank).map(keyAt);
	const at = places.findIndex(
		(place, n) =>
			n >= LONGEST_RUN && places.slice(n - LONGEST_RUN, n).every((other) => other === place)
	);
	const item = choicesOf(bank)[at];
	return item
		? [
				{
					path: ITEMS,
					message: `more than ${LONGEST_RUN} choices in a row have their key at position ${(places[at] ?? 0) + 1}, up to “${item.id}”`
				}
			]
		: [];
}

/** How many true-or-false items there are, and how many are true. */
export function truths({ items }: AskedBank): { readonly all: number; readonly isTrue: number } {
	const all = items.filter(({ truth }) => truth !== undefined);
	return { all: all.length, isTrue: all.filter(({ truth }) => truth).length };
}

/** An odd number cannot be halved: half an item to either side is always allowed. */
function truthBalance(bank: AskedBank): readonly Finding[] {
	const { all, isTrue } = truths(bank);
	const off = Math.abs(isTrue - all / 2);
	return findIf(
		off > Math.max(0.5, 0.05 * all),
		ITEMS,
		`${isTrue} of ${all} true-or-false statements are true, not 45 to 55 %`
	);
}

/** Of how many choices the key is the one longest option, and of how many it would be by chance. */
export function longestKeys(bank: AskedBank): {
	readonly all: number;
	readonly longest: number;
	readonly byChance: number;
} {
	const choices = choicesOf(bank);
	const isLongest = ({ options }: Asked) => {
		const key = options.find(({ isKey }) => isKey)?.text.length ?? 0;
		return options.every(({ isKey, text }) => isKey || text.length < key);
	};
	return {
		all: choices.length,
		longest: choices.filter(isLongest).length,
		byChance: choices.reduce((sum, { options }) => sum + 1 / options.length, 0)
	};
}

const LEAST_CHOICES = 8;

function longestKey(bank: AskedBank): readonly Finding[] {
	const { all, longest, byChance } = longestKeys(bank);
	return findIf(
		all >= LEAST_CHOICES && longest > byChance + 0.1 * all,
		ITEMS,
		`in ${longest} of ${all} choices the key is the longest option`
	);
}

/** What can be seen in the bank as a whole; found in `bank.yaml`, and accepted there. */
export const bankWideRules: readonly Rule[] = [
	{
		number: 26,
		code: 'key-positions',
		title:
			'Over the bank each position holds the key about equally often, and not more than three times running.',
		level: 'warning',
		hint: 'take a wrong option that sorts before or after the key',
		bank: (bank) => [...unevenly(bank), ...longRuns(bank)]
	},
	{
		number: 27,
		code: 'truth-balance',
		title: 'Of the true-or-false statements of a bank 45 to 55 % are true.',
		level: 'warning',
		hint: 'turn a statement round under a new id',
		bank: truthBalance
	},
	{
		number: 29,
		code: 'longest-key',
		title:
			'The key is the longest option no more often than chance would have it, and ten in a hundred.',
		level: 'warning',
		hint: 'shorten keys, or give wrong options more detail',
		bank: longestKey
	}
];
