/** Banks of one's own: documents of the log, with neither articles nor anybody to check them. */
import { canonicalJson } from '../canonical';
import { hasShape, isListOf, isRecord, isText, type Guard } from '../guard';
import { itemKey } from '../item/card-key';
import { ID_PATTERN } from '../item/item';
import { isStoredItem } from '../item/stored-item';
import type { DocumentEntry } from '../log/entry';
import { compareEntries } from '../log/order';
import type { Bank, LoadedItem, Localized } from './bank';
import { isOwnBank } from './own-id';

/** The type of a document that holds a bank. */
export const OWN_BANK = 'bank';

/** The one topic of a bank that was pasted. */
export const PASTED_TOPIC = 'all';

/** The version that is written here; a newer one is left alone. */
const VERSION = 1;

export interface OwnItem extends LoadedItem {
	readonly topic: string;
}

/** One document: a bank, or a part of one. */
export interface OwnBank {
	/** `own-…` of what was pasted, `t-…` of what a teacher's answers brought. */
	readonly id: string;
	readonly part?: string;
	readonly lang: string;
	readonly title: string;
	readonly topics: readonly { readonly id: string; readonly title: string }[];
	readonly items: readonly OwnItem[];
	/** Items that cannot be asked here, byte for byte: another version may. */
	readonly unread?: readonly unknown[];
}

/** The text of a document; equal banks have equal texts. */
export function writeOwnBank({ unread = [], items, ...bank }: OwnBank): string {
	return canonicalJson({ v: VERSION, ...bank, items: [...items, ...unread] });
}

const isId: Guard = (value) => typeof value === 'string' && ID_PATTERN.test(value);
const isHead = hasShape({
	id: (value) => typeof value === 'string' && isOwnBank(value),
	part: (value) => value === undefined || isId(value),
	lang: (value) => typeof value === 'string' && /^[a-z]{2,3}$/.test(value),
	title: isText,
	topics: isListOf(hasShape({ id: isId, title: isText })),
	items: Array.isArray
});

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Reads a document; undefined when it holds no bank. Items that cannot be asked are kept aside. */
export function readOwnBank(text: string): OwnBank | undefined {
	const value = parsed(text);
	if (!isRecord(value) || value.v !== VERSION || !isHead(value)) return undefined;
	const { id, part, lang, title, topics, items } = value as unknown as OwnBank;
	const known = new Set(topics.map((topic) => topic.id));
	const seen = new Set<string>();
	const isAskable = (each: unknown): each is OwnItem => {
		if (!isRecord(each) || !isText(each.revision) || !isStoredItem(each.item)) return false;
		if (!known.has(each.topic as string) || seen.has(each.item.id)) return false;
		seen.add(each.item.id);
		return true;
	};
	const askable = items.filter(isAskable);
	const unread = items.filter((each) => !askable.includes(each));
	return {
		...{ id, lang, title, topics, items: askable },
		...(part === undefined ? {} : { part }),
		...(unread.length === 0 ? {} : { unread })
	};
}

/** A bank with the entry that holds it. */
export interface KeptBank {
	readonly entry: DocumentEntry;
	readonly bank: OwnBank;
}

/** Every document that holds a bank, in the order of the log. */
export const allOwnBanks = (documents: Iterable<DocumentEntry>): readonly KeptBank[] =>
	[...documents]
		.filter(({ type }) => type === OWN_BANK)
		.sort(compareEntries)
		.flatMap((entry) => {
			const bank = readOwnBank(entry.text ?? '');
			return bank ? [{ entry, bank }] : [];
		});

/** The documents that hold: of those with one id and part the newest, banks in the order they came. */
export function newestOwnBanks(kept: readonly KeptBank[]): readonly OwnBank[] {
	const newest = new Map<string, OwnBank>();
	for (const { bank } of kept) newest.set(`${bank.id}/${bank.part ?? ''}`, bank);
	return [...newest.values()];
}

const everywhere = (title: string): Localized => ({ en: title, ko: title, ja: title });

/** Of several with one id the first. */
const firstById = <T>(list: readonly T[], idOf: (each: T) => string): readonly T[] =>
	[...new Map(list.toReversed().map((each) => [idOf(each), each])).values()].reverse();

function unite(parts: readonly OwnBank[]): Bank | undefined {
	const last = parts.at(-1);
	if (!last) return undefined;
	const topics = firstById(
		parts.flatMap((part) => part.topics),
		({ id }) => id
	);
	const items = firstById(
		parts.flatMap((part) => part.items),
		({ item }) => item.id
	);
	// As those of a compiled bank, they stand in the order of their topics.
	const inOrder = topics.flatMap(({ id }) => items.filter(({ topic }) => topic === id));
	return {
		...{ id: last.id, lang: last.lang, title: everywhere(last.title), sources: [] },
		topics: topics.map(({ id, title }) => ({ id, title: everywhere(title) })),
		items: inOrder.map(({ item, topic, revision }) => ({
			...{ key: itemKey(last.id, item.id), topic, revision, item }
		}))
	};
}

/** Banks as the rest of the app knows them, each the union of its parts. */
export function uniteOwnBanks(banks: readonly OwnBank[]): readonly Bank[] {
	const ids = [...new Set(banks.map(({ id }) => id))];
	return ids.flatMap((id) => unite(banks.filter((bank) => bank.id === id)) ?? []);
}
