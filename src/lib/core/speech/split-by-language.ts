import { parseText, type Inline } from '../text';

/** A piece of a text with the language it is spoken in. */
export interface SpokenPart {
	readonly text: string;
	/** BCP 47, as the text says it or its script does. */
	readonly lang: string;
}

const HANGUL = /\p{Script=Hangul}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const HAN = /[\p{Script=Han}々〆]/u;
const LETTER = /\p{L}/u;
/** What is neither the script of the text nor spaces and signs, which go with what is before. */
const PIECES = /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々〆]+/gu;

/** Runs of Korean or Japanese script, and what is between them. */
function runsOf(text: string): readonly string[] {
	const runs: string[] = [];
	let from = 0;
	for (const found of text.matchAll(PIECES)) {
		runs.push(text.slice(from, found.index), found[0]);
		from = found.index + found[0].length;
	}
	return [...runs, text.slice(from)].filter((run) => run !== '');
}

/**
 * The language of a run by its script. Han letters alone are read as the text around them is, and
 * in a text without any of its own as Japanese, which writes words in them alone.
 */
function languageOf(run: string, lang: string): string {
	const isOf = (other: string) => lang === other || lang.startsWith(`${other}-`);
	if (KANA.test(run)) return isOf('ja') ? lang : 'ja';
	if (HANGUL.test(run)) return isOf('ko') ? lang : 'ko';
	if (HAN.test(run) && !['ja', 'ko', 'zh'].some(isOf)) return 'ja';
	return lang;
}

function add(parts: readonly SpokenPart[], part: SpokenPart): readonly SpokenPart[] {
	const last = parts.at(-1);
	const goesWith = last && (last.lang === part.lang || !/[\p{L}\p{N}]/u.test(part.text));
	if (!goesWith) return [...parts, part];
	return [...parts.slice(0, -1), { ...last, text: last.text + part.text }];
}

const textParts = (text: string, lang: string): readonly SpokenPart[] =>
	runsOf(text).map((run) => ({ text: run, lang: LETTER.test(run) ? languageOf(run, lang) : lang }));

function partsOf(nodes: readonly Inline[], lang: string): readonly SpokenPart[] {
	return nodes.flatMap((node) => {
		if (node.type === 'text') return textParts(node.value, lang);
		if (node.type === 'break') return { text: ' ', lang };
		return partsOf(node.children, node.type === 'span' ? node.lang : lang);
	});
}

/**
 * Splits a text (the Markdown subset) into what one voice can say after the other: spans by the
 * language they are marked with, the rest by script. Signs and spaces go with what is before them.
 *
 * Law: the parts in their order are the plain text, white space and signs without words aside.
 * @param lang language of the text
 */
export function splitByLanguage(source: string, lang: string): readonly SpokenPart[] {
	const parts = parseText(source)
		.flatMap((nodes, at) => [...(at > 0 ? [{ text: ' ', lang }] : []), ...partsOf(nodes, lang)])
		.reduce(add, [] as readonly SpokenPart[]);
	return parts
		.map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ').trim() }))
		.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}
