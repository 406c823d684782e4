import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankIndex, IndexItem } from './bank';
import { packIndex, unpackIndex } from './packed-index';

const title = { en: 'x', ko: 'x', ja: 'x' };
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const kind = fc.constantFrom(
	...(['choice', 'cloze', 'flashcard', 'match', 'multiple', 'number', 'order'] as const),
	...(['text', 'true-false'] as const)
);
const parts = fc.constantFrom(['', 'reverse'], ['c1'], ['c1', 'c2', 'c3']);
const fields = fc.record({ kind, parts, fact: fc.nat(99) }, { requiredKeys: ['kind'] });

const indexes = fc
	.uniqueArray(id, { maxLength: 4 })
	.chain((topics) => fc.tuple(fc.constant(topics), fc.array(fc.uniqueArray(id))))
	.chain(([topics, ids]) =>
		fc.tuple(fc.constant(topics), fc.constant(ids), fc.infiniteStream(fields))
	)
	.map(([topics, ids, stream]): BankIndex => ({
		...{ id: 'b', lang: 'en', title, topics: topics.map((topic) => ({ id: topic, title })) },
		items: topics.flatMap((topic, at) =>
			(ids[at] ?? []).map((item): IndexItem => {
				const { value } = stream.next();
				return { id: item, topic, ...(value as Pick<IndexItem, 'kind'>) };
			})
		)
	}));

describe('a packed index', () => {
	it('is what it was when it is unpacked', () => {
		fc.assert(
			fc.property(indexes, (index) => {
				expect(unpackIndex(packIndex(index))).toStrictEqual(index);
			})
		);
	});

	it('holds the ids by topic, and of each item its kind, fact and parts', () => {
		const topics = ['a', 'b', 'c'].map((topic) => ({ id: topic, title }));
		const items: readonly IndexItem[] = [
			{ id: 'one', topic: 'a', kind: 'choice', fact: 3 },
			{ id: 'two', topic: 'a', kind: 'flashcard', parts: ['', 'reverse'] },
			{ id: 'three', topic: 'c', kind: 'cloze', parts: ['c1', 'c2'] }
		];
		const packed = packIndex({ id: 'b', lang: 'en', title, topics, items });
		expect([packed.ids, packed.rest]).toEqual(['one two\n\nthree', 'c3 f++reverse g+c1+c2']);
	});
});
