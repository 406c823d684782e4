import { MAX_ANSWER_LENGTH } from '../../fold-answer';

const UNITS = [
	...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
	...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'],
	...['eighteen', 'nineteen']
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: Readonly<Record<string, number>> = { thousand: 1_000, million: 1_000_000 };

/** Digits with the separators of thousands in use, and a decimal point or comma. */
const DIGITS = /^([-+−]?)(\d{1,3}(?:[,.'’ ]\d{3})+|\d+)(?:([.,])(\d+))?/;

/** English words below a hundred, by their value. */
const SMALL: ReadonlyMap<string, number> = new Map([
	...UNITS.map((word, value) => [word, value] as const),
	...TENS.map((word, at) => [word, 20 + 10 * at] as const)
]);

const isWord = (word: string) =>
	SMALL.has(word) || word === 'hundred' || word === 'and' || Object.hasOwn(SCALES, word);

/** The value of English number words; undefined when they make none. */
function valueOf(words: readonly string[]): number | undefined {
	let [total, part] = [0, 0];
	let before: string | undefined;
	for (const word of words) {
		const small = SMALL.get(word);
		if (small !== undefined) {
			const isAfterTen = TENS.includes(before ?? '') && small > 0 && small < 10;
			const isCentury = part >= 10 && part < 100 && small >= 10;
			if (SMALL.has(before ?? '') && !isAfterTen && !isCentury) return undefined;
			// Nineteen sixty-five is a year.
			part = isCentury && SMALL.has(before ?? '') ? 100 * part + small : part + small;
		} else if (word === 'hundred') part = (part || 1) * 100;
		else if (word !== 'and') {
			total += (part || 1) * (SCALES[word] ?? 1);
			part = 0;
		}
		before = word;
	}
	return before === undefined || before === 'and' ? undefined : total + part;
}

/** A number and what is written after it. */
interface Written {
	readonly value: number;
	readonly rest: string;
}

function readDigits(text: string): Written | undefined {
	const found = DIGITS.exec(text);
	if (!found?.[2]) return undefined;
	const [all, sign, whole, , decimals] = found;
	const value = Number(`${whole.replace(/\D/g, '')}.${decimals ?? 0}`);
	return { value: sign === '' || sign === '+' ? value : -value, rest: text.slice(all.length) };
}

function readWords(text: string): Written | undefined {
	const words = text.replaceAll('-', ' ').split(' ');
	const end = words.findIndex((word) => !isWord(word));
	const value = valueOf(end < 0 ? words : words.slice(0, end));
	return value === undefined
		? undefined
		: { value, rest: end < 0 ? '' : words.slice(end).join(' ') };
}

/** A unit with or without its plural. */
const stemOf = (unit: string) => unit.normalize('NFKC').toLowerCase().trim().replace(/s$/, '');

/**
 * The number that was written in digits or in English words, with or without its unit.
 *
 * @returns undefined when there is none, or when it is of another unit
 */
export function readNumber(text: string, unit?: string): number | undefined {
	if (typeof text !== 'string' || text.length > MAX_ANSWER_LENGTH) return undefined;
	const clean = text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
	const written = readDigits(clean) ?? readWords(clean);
	if (!written) return undefined;
	// A point after it, or what makes a rank of it, says nothing else.
	const rest = written.rest.trim().replace(/^(?:st|nd|rd|th)\b|\.$/, '');
	const isUnit = rest === '' || (unit !== undefined && stemOf(rest) === stemOf(unit));
	return isUnit && Number.isFinite(written.value) ? written.value : undefined;
}
