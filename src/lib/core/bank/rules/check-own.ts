import { readAsked, type Asked } from './asked';
import { rules } from './rules';

/** Rules that make sense without articles, an author's reasons and the names of one subject. */
const ANYWHERE = [9, 12, 13, 14, 15, 17, 18, 20, 22, 30] as const;

/** One that counts words, which only some languages part by spaces. */
const IN_ENGLISH = [11] as const;

/** A rule that what is pasted is held to. */
export type OwnRule = (typeof ANYWHERE)[number] | (typeof IN_ENGLISH)[number];

/** What the rules want to see of any item. */
const STANDING_IN = {
	explanation: '',
	evidence: [{ source: 'own', paragraph: 1, terms: ['-'] }],
	claim: 'fact',
	difficulty: 'medium'
};

function asked(written: Readonly<Record<string, unknown>>): Asked | undefined {
	const at = { topic: 'own', file: 'own', path: [] };
	return readAsked({ ...STANDING_IN, ...written }, at);
}

/**
 * The rules of item writing that an item of one's own breaks. They hinder nothing.
 *
 * @param written a parsed item in the notation it is written in
 */
export function brokenRules(
	written: Readonly<Record<string, unknown>>,
	lang: string
): readonly OwnRule[] {
	const item = asked(written);
	if (!item) return [];
	const bank = { items: [item], sources: [], accepts: [] };
	// What asks is clear, however short: only a bank that comes with the app is held to six words.
	const asks = typeof written.stem === 'string' && /[?？]\s*$/.test(written.stem);
	const held: readonly OwnRule[] = lang === 'en' && !asks ? [...ANYWHERE, ...IN_ENGLISH] : ANYWHERE;
	return held.filter((number) => {
		const rule = rules.find((each) => each.number === number);
		return (rule?.item?.(item, bank) ?? []).length > 0;
	});
}
