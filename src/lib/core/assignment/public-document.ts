import type { Gap, Part } from '../item/card-key';
import type { Item } from '../item/item';
import { gapOf, stemFor } from '../item/kinds/cloze/cloze';
import type { FlashcardItem } from '../item/kinds/flashcard/flashcard';
import type { PublicFlashcardItem } from '../item/kinds/flashcard/flashcard';
import type { PublicItem } from '../item/public-item';
import { publicItem } from '../item/registry';
import { shuffled, type Random } from '../random';

/** An item that can be assigned: whoever rates their own answers cannot be marked. */
export type AssignableItem = Exclude<Item, FlashcardItem>;

/** An assigned item as it may be seen before the answer. */
export type Question = Exclude<PublicItem, PublicFlashcardItem>;

/** Where an item stands in a document, which is all that its ids there come from. */
export interface DocumentPlace {
	/** Six characters of the document's salt. */
	readonly tag: string;
	/** From 0. */
	readonly at: number;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TAG_LENGTH = 6;

/** Six characters of Crockford's base32 from the first 30 bits of a salt. */
export function documentTag(salt: Uint8Array): string {
	const bits = Array.from(salt.subarray(0, 4), (byte) => byte.toString(2).padStart(8, '0')).join(
		''
	);
	return Array.from({ length: TAG_LENGTH }, (_, at) =>
		ALPHABET.charAt(Number.parseInt(bits.slice(5 * at, 5 * at + 5), 2))
	).join('');
}

export const documentItemId = ({ tag, at }: DocumentPlace): string => `${tag}-${at + 1}`;

/** Ids of an item's entries: as random as the salt, in an order that is that of the positions. */
export const documentEntryId = ({ tag }: DocumentPlace, position: number): string =>
	`${tag}-${String(position).padStart(2, '0')}`;

interface Entry {
	readonly id: string;
}

const byId = (one: Entry, other: Entry) => (one.id < other.id ? -1 : 1);

/**
 * Entries under the document's ids. They are put in the order of the author's ids first, and then
 * shuffled: what is a key, and in which order it was written, decides nothing.
 */
function renamed<T extends Entry>(entries: readonly T[], place: DocumentPlace, random: Random) {
	const mixed = shuffled([...entries].sort(byId), random);
	const names = new Map(mixed.map(({ id }, at) => [id, documentEntryId(place, at)]));
	const nameOf = (id: string) => names.get(id) ?? '';
	return { entries: mixed.map((entry): T => ({ ...entry, id: nameOf(entry.id) })), nameOf };
}

/**
 * An item under the ids of a document, with its key: the copy that is frozen on the teacher's
 * device, and by which sheets are marked. Of a cloze one gap is asked; the others are filled in.
 *
 * @param random must be secret: from a public seed the author's order could be worked out
 */
export function documentItem(
	item: AssignableItem,
	part: Part,
	place: DocumentPlace,
	random: Random
): AssignableItem {
	const id = documentItemId(place);
	switch (item.kind) {
		case 'choice': {
			const { entries, nameOf } = renamed(item.options, place, random);
			return { ...item, id, options: entries, key: nameOf(item.key) };
		}
		case 'multiple': {
			const { entries, nameOf } = renamed(item.options, place, random);
			return { ...item, id, options: entries, keys: item.keys.map(nameOf).sort() };
		}
		case 'match': {
			const premises = renamed(item.premises, place, random);
			const responses = renamed(item.responses, place, random);
			const pairs = item.premises.map((premise): [string, string] => [
				premises.nameOf(premise.id),
				responses.nameOf(item.key[premise.id] ?? '')
			]);
			const key = Object.fromEntries(pairs.sort(([one], [other]) => (one < other ? -1 : 1)));
			return { ...item, id, premises: premises.entries, responses: responses.entries, key };
		}
		case 'order': {
			const { entries, nameOf } = renamed(item.steps, place, random);
			const steps = item.steps.map((step) => entries.find((each) => each.id === nameOf(step.id)));
			return { ...item, id, steps: steps.flatMap((step) => step ?? []) };
		}
		case 'cloze': {
			const gap = gapOf(item, part);
			return { ...item, id, stem: stemFor(item, gap.id), gaps: [gap] };
		}
		default:
			return { ...item, id };
	}
}

/** The part that is asked of a document's item. */
export const askedPart = (item: AssignableItem): Gap | '' =>
	item.kind === 'cloze' ? item.gaps[0].id : '';

/**
 * What of a document's item leaves the teacher's device before the answer.
 *
 * Law: changing only the key of an item changes no byte of this.
 */
export const questionOf = (item: AssignableItem): Question =>
	publicItem(item, askedPart(item)) as Question;
