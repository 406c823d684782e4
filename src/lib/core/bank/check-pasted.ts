import type { Item } from '../item/item';
import { parseItem } from '../item/parse-item';
import type { RandomIds } from '../ports';
import type { Result } from '../result';
import { revisionOf, type Digest } from './compile-bank';
import {
	MAX_PASTED_BLOCKS,
	MAX_PASTED_ITEMS,
	type Lines,
	type PastedItem,
	type PasteProblem,
	type ReadBlock
} from './pasted';

/** Bits of an item's id: eight letters, of which millions hardly ever meet. */
const ID_BITS = 40;

/** A question that can be kept. */
export interface CheckedItem extends Lines {
	readonly is: 'item';
	readonly item: Item;
	readonly revision: string;
	/** As the rules of item writing look at it. */
	readonly written: Readonly<Record<string, unknown>>;
}

/** A block after the parser of every bank has looked at it. */
export type CheckedBlock =
	| CheckedItem
	/** The very same question stands in the bank, or above, already. */
	| (Lines & { readonly is: 'known'; readonly item: Item })
	| (Lines & { readonly is: 'problem'; readonly problem: PasteProblem })
	| (Lines & { readonly is: 'header' });

export interface CheckedPaste {
	readonly blocks: readonly CheckedBlock[];
	/** The line from which nothing was looked at, as there was too much. */
	readonly restFrom?: number;
}

export interface CheckPorts {
	readonly ids: RandomIds;
	readonly digest: Digest;
}

/** What an author owes and nobody owes of a bank of one's own; taken out again after parsing. */
const OWED = {
	explanation: '-',
	evidence: [{ source: 'own', paragraph: 1, terms: ['-'] }],
	claim: 'fact',
	difficulty: 'medium'
};

/**
 * Reads an item of one's own with the parser of every bank. It needs neither explanation nor
 * evidence, which for banks that come with the app stay owed.
 */
export function parseOwnItem(written: Readonly<Record<string, unknown>>): Result<Item> {
	const result = parseItem({ ...OWED, ...written });
	if (!result.ok) return result;
	const { explanation = '', evidence = [] } = written as Partial<Item>;
	return { ok: true, value: { ...result.value, explanation, evidence } };
}

const optionsOf = (options: readonly object[]) =>
	options.map((option, at) => ({ id: `o${at + 1}`, ...option }));

function written(pasted: PastedItem, id: string): Readonly<Record<string, unknown>> {
	if (pasted.kind !== 'choice') return { id, ...pasted };
	return { id, ...pasted, options: optionsOf(pasted.options) };
}

const isFull = (blocks: readonly CheckedBlock[], items: number) =>
	items >= MAX_PASTED_ITEMS || blocks.length >= MAX_PASTED_BLOCKS;

/**
 * Gives ids and revisions to what was read and holds it to the parser.
 *
 * @param known revisions of the bank that it is to be added to
 */
export function checkPasted(
	read: readonly ReadBlock[],
	known: ReadonlySet<string>,
	{ ids, digest }: CheckPorts
): CheckedPaste {
	const seen = new Set(known);
	const blocks: CheckedBlock[] = [];
	let items = 0;

	const check = (block: ReadBlock): CheckedBlock => {
		const { fromLine, toLine } = block;
		const lines = { fromLine, toLine };
		if ('header' in block) return { ...lines, is: 'header' };
		if ('problem' in block) return { ...lines, is: 'problem', problem: block.problem };
		const fields = written(block.item, ids.id(ID_BITS));
		const parsed = parseOwnItem(fields);
		if (!parsed.ok) return { ...lines, is: 'problem', problem: { what: 'other' } };
		const revision = revisionOf(parsed.value, digest);
		if (seen.has(revision)) return { ...lines, is: 'known', item: parsed.value };
		seen.add(revision);
		items += 1;
		return { ...lines, is: 'item', item: parsed.value, revision, written: fields };
	};

	for (const block of read) {
		if (isFull(blocks, items)) return { blocks, restFrom: block.fromLine };
		blocks.push(check(block));
	}
	return { blocks };
}

/** The language most letters of some texts are of; what is neither Korean nor Japanese is English. */
export function languageOf(texts: readonly string[]): 'en' | 'ko' | 'ja' {
	const count = (pattern: RegExp) =>
		texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
	const korean = count(/\p{Script=Hangul}/gu);
	const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
	// A Chinese character says more than a Latin letter, and a syllable does.
	const latin = count(/\p{Script=Latin}/gu) / 4;
	if (kana > 0 && kana >= korean && kana + count(/\p{Script=Han}/gu) > latin) return 'ja';
	return korean > latin ? 'ko' : 'en';
}
