import type { Part } from '../item/card-key';
import type { Kind } from '../item/item';
import type { BankIndex, IndexItem } from './bank';

/** A letter for each kind. Total: a kind that is forgotten here does not compile. */
const letters: { readonly [K in Kind]: string } = {
	choice: 'c',
	cloze: 'g',
	flashcard: 'f',
	match: 'm',
	multiple: 's',
	number: 'n',
	order: 'o',
	text: 't',
	'true-false': 'b'
};

/** An index whose items are columns of text, which is a quarter of their bytes on the wire. */
export interface PackedIndex extends Omit<BankIndex, 'items'> {
	/** Ids, a line for each topic, in the order of the topics. */
	readonly ids: string;
	/** Of each item the letter of its kind, its fact and after each `+` a part, as in `f3++reverse`. */
	readonly rest: string;
}

const packItem = ({ kind, fact, parts = [] }: IndexItem): string =>
	letters[kind] + String(fact ?? '') + parts.map((part) => `+${part}`).join('');

/** The items must stand in the order of their topics, as those of a compiled bank do. */
export function packIndex({ items, ...head }: BankIndex): PackedIndex {
	const lines = head.topics.map((topic) => items.filter((item) => item.topic === topic.id));
	return {
		...head,
		ids: lines.map((line) => line.map(({ id }) => id).join(' ')).join('\n'),
		rest: lines.flat().map(packItem).join(' ')
	};
}

const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as Kind]));

function unpackItem(id: string, topic: string, packed: string): IndexItem {
	const [first = '', ...parts] = packed.split('+');
	const [kind, fact] = [kinds.get(first.charAt(0)), first.slice(1)];
	if (!kind) throw new Error(`no kind ${first} of ${id}: the index and the app do not fit`);
	return {
		...{ id, topic, kind },
		...(parts.length === 0 ? {} : { parts: parts as readonly Part[] }),
		...(fact === '' ? {} : { fact: Number(fact) })
	};
}

export function unpackIndex({ ids, rest, ...head }: PackedIndex): BankIndex {
	const packed = rest.split(' ');
	const named = ids.split('\n').flatMap((line, at) => {
		const topic = head.topics[at]?.id ?? '';
		return line === '' ? [] : line.split(' ').map((id) => ({ id, topic }));
	});
	const items = named.map(({ id, topic }, at) => unpackItem(id, topic, packed[at] ?? ''));
	return { ...head, items };
}
