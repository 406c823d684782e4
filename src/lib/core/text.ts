/** A piece of a line of text. Text at rest is a small Markdown subset; HTML is never kept. */
export type Inline =
	| { readonly type: 'text'; readonly value: string }
	| { readonly type: 'break' }
	| { readonly type: 'emphasis'; readonly children: readonly Inline[] }
	| { readonly type: 'strong'; readonly children: readonly Inline[] }
	| { readonly type: 'span'; readonly lang: string; readonly children: readonly Inline[] };

/** A text is a list of paragraphs. */
export type TextTree = readonly (readonly Inline[])[];

/** Longest text of one field, in UTF-16 code units; longer ones are refused when parsed. */
export const MAX_TEXT_LENGTH = 2_000;

const MAX_DEPTH = 4;
const ESCAPED = /^\\([\\*[\]])/;
// Inside markup a backslash goes with the character after it, so that no escaped mark ends it.
const STRONG = /^\*\*(?=\S)((?:\\[\s\S]|[^\\])*?(?:\\\S|[^\s\\]))\*\*/;
const EMPHASIS = /^\*(?=[^\s*])((?:\\[\s\S]|[^\\])*?(?:\\\S|[^\s*\\]))\*(?!\*)/;
const SPAN = /^\[((?:\\[\s\S]|[^[\]\\])+)\]\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}/;
const PLAIN = /^[^\\*[\n]+/;

/**
 * Parses the Markdown subset: paragraphs, line breaks, `*emphasis*`, `**strong**`, a span in
 * another language `[광복절]{lang=ko}`, and a backslash before `\ * [ ]`. Every text is valid:
 * what is no markup stands for itself.
 */
export function parseText(source: string): TextTree {
	return source
		.slice(0, MAX_TEXT_LENGTH)
		.trim()
		.split(/\n[ \t]*\n\s*/)
		.filter((paragraph) => paragraph !== '')
		.map((paragraph) => parseInline(paragraph, 0));
}

function parseInline(source: string, depth: number): readonly Inline[] {
	const out: Inline[] = [];
	let rest = source;
	while (rest !== '') {
		const [node, length] = nextNode(rest, depth);
		const last = out.at(-1);
		if (node.type === 'text' && last?.type === 'text') {
			out[out.length - 1] = { type: 'text', value: last.value + node.value };
		} else {
			out.push(node);
		}
		rest = rest.slice(length);
	}
	return out;
}

function nextNode(rest: string, depth: number): readonly [Inline, number] {
	const literal = PLAIN.exec(rest) ?? ESCAPED.exec(rest);
	if (literal) return [{ type: 'text', value: literal[1] ?? literal[0] }, literal[0].length];
	if (rest.startsWith('\n')) return [{ type: 'break' }, 1];
	return (depth < MAX_DEPTH && markup(rest, depth)) || [{ type: 'text', value: rest[0] ?? '' }, 1];
}

function markup(rest: string, depth: number): readonly [Inline, number] | undefined {
	const span = SPAN.exec(rest);
	if (span?.[1] && span[2]) {
		const children = parseInline(span[1], depth + 1);
		return [{ type: 'span', lang: span[2], children }, span[0].length];
	}
	const strong = STRONG.exec(rest);
	const found = strong ?? EMPHASIS.exec(rest);
	if (!found?.[1]) return undefined;
	const type = strong ? 'strong' : 'emphasis';
	return [{ type, children: parseInline(found[1], depth + 1) }, found[0].length];
}

/** The words of a text without its markup; paragraphs are parted by a blank line. */
export function plainText(source: string): string {
	return parseText(source).map(inlineText).join('\n\n');
}

function inlineText(nodes: readonly Inline[]): string {
	return nodes
		.map((node) => {
			if (node.type === 'text') return node.value;
			return node.type === 'break' ? '\n' : inlineText(node.children);
		})
		.join('');
}

const LETTER = /[\p{Script=Latin}\p{N}]/u;

/**
 * Whether words stand in a text, whatever the case, quotes and dashes: “7 years” does not stand in
 * “17 years”. Scripts without spaces between words have no such edges.
 */
export function standsIn(words: string, text: string): boolean {
	const [wanted, whole] = [comparable(words), comparable(text)];
	const cuts = (edge: string, beside: string) => LETTER.test(edge) && LETTER.test(beside);
	for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
		const end = at + wanted.length;
		const before = cuts(wanted.charAt(0), whole.charAt(at - 1));
		if (!before && !cuts(wanted.charAt(wanted.length - 1), whole.charAt(end))) return true;
	}
	return false;
}

const MARKED_LATIN = /(\p{Script=Latin})\p{M}+/gu;

/**
 * A text taken apart (NFD), without the marks over Latin letters; those of kana, such as the voicing
 * of が, are letters.
 */
export const withoutLatinMarks = (text: string): string =>
	text.normalize('NFD').replace(MARKED_LATIN, '$1');

/**
 * The form in which texts are compared: NFKC, lower case, straight quotes and dashes, single
 * spaces. Articles are printed with both kinds of quotation marks.
 */
export function comparable(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[‘’ʼ]/g, "'")
		.replace(/[“”]/g, '"')
		.replace(/[‐‑–—]/g, '-')
		.replace(/\s+/g, ' ')
		.trim();
}
