/** The items of the app's own banks, as they were authored. */
import { fileURLToPath } from 'node:url';
import { itemOfCard } from '../../src/lib/core/item/card-key';
import { gapOf } from '../../src/lib/core/item/kinds/cloze/cloze';
import { partsOf } from '../../src/lib/core/item/registry';
import type { Item } from '../../src/lib/core/item/item';
import { bankFolders, compileFiles, readBankFiles } from '../../src/tools/bank/read-bank';

const QUESTIONS = fileURLToPath(new URL('../../questions', import.meta.url));

const items = new Map<string, Item>(
	bankFolders(QUESTIONS).flatMap((folder) => {
		const compiled = compileFiles(readBankFiles(folder));
		if (!compiled.ok) throw new Error('the banks do not compile');
		return compiled.value.items.map(({ key, item }) => [key, item] as const);
	})
);

/** The authored item behind a card. */
export function itemOf(card: string): Item {
	const item = items.get(itemOfCard(card));
	if (!item) throw new Error(`no item for ${card}`);
	return item;
}

/** The option that answers an item of options rightly or wrongly; undefined for other kinds. */
export function optionId(item: Item, right: boolean): string | undefined {
	if (item.kind === 'true-false') return String(item.key === right);
	if (item.kind !== 'choice') return undefined;
	return right ? item.key : item.options.find(({ id }) => id !== item.key)?.id;
}

/** Which response to give to which premise of a match, all rightly or as wrongly as can be. */
export function pairsOf(item: Item, right: boolean): readonly (readonly [string, string])[] {
	if (item.kind !== 'match') return [];
	const { premises, key } = item;
	return premises.map(({ id }, at) => {
		const from = right ? id : premises[(at + 1) % premises.length]?.id;
		return [id, key[from ?? ''] ?? ''];
	});
}

/** The steps of an order from first to last, rightly or the other way round. */
export function stepsOf(item: Item, right: boolean): readonly string[] {
	if (item.kind !== 'order') return [];
	const steps = item.steps.map(({ id }) => id);
	return right ? steps : steps.reverse();
}

/** The options to tick in an item of several answers, all right or all wrong. */
export function tickedIds(item: Item, right: boolean): readonly string[] | undefined {
	if (item.kind !== 'multiple') return undefined;
	const { options, keys } = item;
	if (right) return keys;
	const wrong = options.map(({ id }) => id).filter((id) => !keys.includes(id));
	return wrong.slice(0, keys.length);
}

/** What answers the card of a typed item rightly or wrongly; undefined for other kinds. */
export function typedText(item: Item, right: boolean, card = ''): string | undefined {
	switch (item.kind) {
		case 'text':
			return right ? item.key : 'something else entirely';
		case 'cloze':
			return right ? gapOf(item, card.split('#')[1] ?? '').key : 'something else entirely';
		case 'number': {
			const [least, greatest] = item.range;
			const far = item.key - least > greatest - item.key ? least : greatest;
			return String(right ? item.key : far);
		}
		default:
			return undefined;
	}
}

/** The first item of a kind that fits, with its key. */
export function someItem<K extends Item['kind']>(
	kind: K,
	fits: (item: Extract<Item, { kind: K }>) => boolean = () => true
) {
	for (const [key, item] of items) {
		const own = item as Extract<Item, { kind: K }>;
		if (item.kind === kind && fits(own)) return { key, item: own };
	}
	throw new Error(`no such ${kind} item in the banks`);
}

/** The key of the first item that fits. */
export function keyOfItem(fits: (item: Item) => boolean): string {
	for (const [key, item] of items) if (fits(item)) return key;
	throw new Error('no such item in the banks');
}

/** The cards of all items. */
export const allCards = (): readonly string[] =>
	[...items].flatMap(([key, item]) => partsOf(item).map((part) => `${key}#${part}`));

/** The keys of all items. */
export const allItems = (): readonly string[] => [...items.keys()];
