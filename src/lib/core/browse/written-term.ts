import { FIELDS } from './search';

/** A part as it is written: minus, field, and what is sought, perhaps in quotation marks. */
export interface Written {
	readonly start: number;
	readonly end: number;
	readonly not: boolean;
	readonly field: string | undefined;
	readonly sign: string;
	readonly value: string;
	readonly quoted: boolean;
}

const MEASURED = /(-?)(stability|difficulty|lapses|due) *(<=|>=|[<>=:≤≥]) *([^ ]*)/iy;
/** A word that is compared with a number: a measure, or one that is mistyped. */
const COMPARED = /(-?)([a-z]+)(<=|>=|[<>=≤≥])(-?\d[\d.]*)(?= |$)/iy;
const NAMED = /(-?)([a-z]+)(:)(?:"((?:\\.|[^"\\])*)(?:"|\\?$)|([^ ]*))/iy;
const PHRASE = /(-?)"((?:\\.|[^"\\])*)(?:"|\\?$)/y;
const WORD = /(-(?=[^ ]))?([^ ]+)/y;
export const OR = /or(?= )/iy;

/** The letters a quotation stands for; the text is the one that was typed, not the plain one. */
function unquote(plain: string, typed: string): string {
	let out = '';
	for (let at = 0; at < plain.length; at++) {
		if (plain.charAt(at) === '\\') at += 1;
		out += typed.charAt(at);
	}
	return out;
}

/** Reads with a sticky pattern at a place. */
export function at(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
	pattern.lastIndex = start;
	return pattern.exec(text);
}

function measuredAt(plain: string, start: number): Written | undefined {
	const found = at(MEASURED, plain, start) ?? at(COMPARED, plain, start);
	if (!found) return undefined;
	const [whole, minus, field = '', sign = '', value = ''] = found;
	const place = { start, end: start + whole.trimEnd().length };
	return { ...place, not: minus === '-', field: field.toLowerCase(), sign, value, quoted: false };
}

function namedAt(plain: string, typed: string, start: number): Written | undefined {
	const found = at(NAMED, plain, start);
	if (!found) return undefined;
	const [whole, minus = '', field = '', sign = '', phrase, word = ''] = found;
	const begin = start + minus.length + field.length + 1;
	const value =
		phrase === undefined
			? typed.slice(begin, begin + word.length)
			: unquote(phrase, typed.slice(begin + 1));
	const place = { start, end: start + whole.length };
	const quoted = phrase !== undefined;
	return { ...place, not: minus === '-', field: field.toLowerCase(), sign, value, quoted };
}

function textAt(plain: string, typed: string, start: number): Written {
	const phrase = at(PHRASE, plain, start);
	const [whole = '', minus = '', inner = ''] = phrase ?? at(WORD, plain, start) ?? [];
	const begin = start + minus.length;
	const value = phrase
		? unquote(inner, typed.slice(begin + 1))
		: typed.slice(begin, begin + inner.length);
	const place = { start, end: start + Math.max(1, whole.length) };
	const common = { field: undefined, sign: '', quoted: phrase !== null };
	return { ...place, ...common, not: minus === '-', value };
}

/** A colon before nothing, digits or slashes is no unknown field: “Japan:”, “https://…”. */
const isField = ({ value, quoted }: Written) => quoted || /^[^\d/]/.test(value);

/**
 * The part that begins at a place, which is no space.
 *
 * @param plain the text in plain signs, as long as the one that was typed
 */
export function writtenAt(plain: string, typed: string, start: number): Written {
	const measured = measuredAt(plain, start);
	if (measured) return measured;
	const named = namedAt(plain, typed, start);
	if (!named) return textAt(plain, typed, start);
	const isKnown = FIELDS.some((field) => field === named.field);
	return isKnown || isField(named) ? named : textAt(plain, typed, start);
}
