import type { Item } from '../item/item';
import { itemAnswers, itemText } from '../item/item-text';
import { partsOf } from '../item/registry';
import { SHELF_SIZE } from './bank';
import type {
	Bank,
	BankContent,
	BankIndex,
	CompiledItem,
	IndexItem,
	ItemWords,
	LoadedItem,
	SourceKey
} from './bank';
import { citedParagraphs } from './cited-paragraphs';

/** Facts that several items rest on. */
function sharedFacts(items: readonly CompiledItem[]): readonly string[] {
	const facts = items.flatMap(({ item }) => item.fact ?? []);
	return [...new Set(facts.filter((fact, at) => facts.indexOf(fact) !== at))];
}

/** The small part of a bank, for the first load: what compresses badly is left out or numbered. */
export function bankIndex({ id, lang, title, topics, items }: Bank): BankIndex {
	const shared = sharedFacts(items);
	const indexItem = ({ item, topic }: CompiledItem): IndexItem => {
		const parts = partsOf(item);
		const fact = item.fact === undefined ? -1 : shared.indexOf(item.fact);
		return {
			...{ id: item.id, topic, kind: item.kind },
			...(parts.length === 1 && parts[0] === '' ? {} : { parts }),
			...(fact < 0 ? {} : { fact })
		};
	};
	return { id, lang, title, topics, items: items.map(indexItem) };
}

function shelvesOf(topic: string, all: readonly CompiledItem[]): readonly LoadedItem[][] {
	const own = all.filter((compiled) => compiled.topic === topic);
	return Array.from({ length: Math.ceil(own.length / SHELF_SIZE) }, (_, at) =>
		own
			.slice(at * SHELF_SIZE, (at + 1) * SHELF_SIZE)
			.map(({ item, revision }) => ({ item, revision }))
	);
}

const wordsOf = (item: Item): ItemWords => ({
	asks: itemText(item),
	answers: itemAnswers(item),
	sources: [...new Set(item.evidence.map(({ source }) => source))]
});

const sourceKey = (bank: string, source: string): SourceKey => `${bank}/${source}`;

/** The lazy parts of a bank. The terms that no item cites stay behind. */
export const bankContent = ({ id: bank, sources, topics, items }: Bank): BankContent => ({
	sources: sources.map((source) => ({
		key: sourceKey(bank, source.id),
		id: source.id,
		title: source.title
	})),
	articles: sources.map((source) => ({
		...source,
		key: sourceKey(bank, source.id),
		paragraphs: citedParagraphs(source, items)
	})),
	texts: Object.fromEntries(items.map(({ item }) => [item.id, wordsOf(item)])),
	draws: Object.fromEntries(
		items.map(({ item: { id, difficulty, excludes } }) => [id, { difficulty, excludes }])
	),
	shelves: Object.fromEntries(topics.map(({ id }) => [id, shelvesOf(id, items)]))
});
