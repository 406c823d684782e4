import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { ClozeItem } from '../../src/lib/core/item/kinds/cloze/cloze';
import type { MultipleItem } from '../../src/lib/core/item/kinds/multiple/multiple';
import { parseItem } from '../../src/lib/core/item/parse-item';
import {
	keyText,
	partsOf,
	publicItem,
	remarkOn,
	scoreResponse
} from '../../src/lib/core/item/registry';
import type { Response } from '../../src/lib/core/item/response';
import type { Item } from '../../src/lib/core/item/item';
import { law } from './law';

const base = {
	id: 'i',
	explanation: 'e',
	evidence: [{ source: 's', paragraph: 1, terms: ['t'] }],
	claim: 'fact',
	difficulty: 'easy'
};

function parsed<K extends Item['kind']>(kind: K, fields: object) {
	const result = parseItem({ ...base, kind, ...fields });
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value as Extract<Item, { kind: K }>;
}

/** Items of several answers as an author may write them: 5 to 7 options, 2 to 4 keys. */
const multiples: fc.Arbitrary<MultipleItem> = fc
	.tuple(
		fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,4}$/), { minLength: 5, maxLength: 7 }),
		fc.integer({ min: 2, max: 4 }),
		fc.array(fc.boolean(), { minLength: 7, maxLength: 7 })
	)
	.chain(([ids, count, reasons]) =>
		fc.shuffledSubarray(ids, { minLength: count, maxLength: count }).map((keys) =>
			parsed('multiple', {
				stem: 'Which are they?',
				options: ids.map((id, at) => ({
					...{ id, text: `the text of ${id}`, key: keys.includes(id) },
					...(reasons[at] ? { why: `the reason of ${id}` } : {})
				}))
			})
		)
	);

const chosenFrom = ({ options }: MultipleItem) =>
	fc.shuffledSubarray(
		options.map(({ id }) => id),
		{ minLength: 1 }
	);

const answered = multiples.chain((item) => fc.tuple(fc.constant(item), chosenFrom(item)));

const words = fc.stringMatching(/^[a-z]{3,9}$/);
const gapIds = fc.subarray(['c1', 'c2', 'c3', 'c4', 'c5', 'c9'] as const, { minLength: 1 });

/** Sentences with some gaps in any order, each filled by a word of its own. */
const clozes: fc.Arbitrary<ClozeItem> = gapIds
	.chain((ids) =>
		fc.tuple(
			fc.shuffledSubarray(ids, { minLength: ids.length }),
			fc.uniqueArray(words, { minLength: ids.length, maxLength: ids.length })
		)
	)
	.map(([ids, keys]) =>
		parsed('cloze', {
			stem: `So ${ids.map((id) => `it is {${id}}`).join(' and ')}.`,
			gaps: Object.fromEntries(ids.map((id, at) => [id, { key: keys[at] }]))
		})
	);

const anyKind: fc.Arbitrary<Item> = fc.oneof(
	multiples,
	clozes,
	fc.constantFrom<Item>(
		parsed('text', { stem: 'S', key: 'K' }),
		parsed('number', { stem: 'S', key: 7, range: [1, 9] }),
		parsed('true-false', { stem: 'S', key: true, why: 'W' }),
		parsed('flashcard', { front: 'F', back: 'B' })
	)
);

describe('any JSON for a response', () => {
	const members = ['options', 'option', 'gap', 'text', 'answer', 'rating', 'kind'];
	const anything = fc.oneof(
		fc.dictionary(fc.constantFrom(...members), fc.jsonValue()),
		fc.record({ gap: fc.constantFrom('c1', 'c2'), text: fc.jsonValue() }),
		fc.record({ options: fc.array(fc.jsonValue()) })
	);

	law(
		'has a score within 0..1 or is invalid, and is left as it was',
		fc.property(anyKind, anything, (item, members) => {
			const response = { ...members, kind: item.kind } as unknown as Response;
			const before = JSON.stringify(response);
			const score = scoreResponse(response, item);
			expect(score === 'invalid' || (score >= 0 && score <= 1)).toBe(true);
			expect(JSON.stringify(response)).toBe(before);
		})
	);
});

describe('several answers', () => {
	const scoreOf = (item: MultipleItem, options: readonly string[]) =>
		scoreResponse({ kind: 'multiple', options }, item);

	law(
		'score what is right less what is wrong, in whatever order they were chosen',
		fc.property(answered, ([item, chosen]) => {
			const right = item.keys.filter((key) => chosen.includes(key)).length;
			const wrong = chosen.length - right;
			const points = right > wrong ? (right - wrong) / item.keys.length : 0;
			expect(scoreOf(item, chosen)).toBeCloseTo(points, 12);
			expect(scoreOf(item, [...chosen].sort())).toBe(scoreOf(item, chosen));
		})
	);

	law(
		'are full for the keys and for nothing else',
		fc.property(answered, ([item, chosen]) => {
			expect(scoreOf(item, item.keys)).toBe(1);
			const isKey = [...chosen].sort().join() === [...item.keys].sort().join();
			expect(scoreOf(item, chosen) === 1).toBe(isKey);
		})
	);

	law(
		'gain by one more that is right and never by one that is wrong',
		fc.property(answered, ([item, chosen]) => {
			const score = scoreOf(item, chosen);
			for (const { id } of item.options.filter((option) => !chosen.includes(option.id))) {
				const more = scoreOf(item, [...chosen, id]);
				if (item.keys.includes(id)) expect(more).toBeGreaterThanOrEqual(score as number);
				else expect(more).toBeLessThanOrEqual(score as number);
			}
		})
	);

	law(
		'have a reason for each wrong one that has one, and for no other',
		fc.property(answered, ([item, chosen]) => {
			const remark = remarkOn({ kind: 'multiple', options: chosen }, item);
			const said = remark?.is === 'why-not' ? [remark, ...(remark.also ?? [])] : [];
			const wrong = item.options.filter(
				({ id, why }) => why !== undefined && chosen.includes(id) && !item.keys.includes(id)
			);
			expect(said.map(({ why }) => why)).toEqual(wrong.map(({ why }) => why));
		})
	);

	law(
		'are asked in the same bytes whichever of them are right, for as many keys',
		fc.property(multiples, fc.nat(), (item, turn) => {
			const ids = item.options.map(({ id }) => id);
			const keys = item.keys.map((_, at) => ids[(at + turn) % ids.length] ?? '');
			expect(JSON.stringify(publicItem({ ...item, keys }, ''))).toBe(
				JSON.stringify(publicItem(item, ''))
			);
		})
	);
});

describe('several gaps', () => {
	law(
		'are asked one by one: a card shows the words of the others and not its own',
		fc.property(clozes, (item) => {
			expect(partsOf(item)).toEqual(item.gaps.map(({ id }) => id));
			for (const { id } of item.gaps) {
				const shown = publicItem(item, id);
				if (shown.kind !== 'cloze') throw new Error('a cloze is shown as one');
				expect(shown.gap).toBe(id);
				const around: readonly string[] = shown.stem.match(/[a-z0-9{}]+/g) ?? [];
				for (const gap of item.gaps) {
					const isWord = `{${gap.id}}`;
					expect(around.includes(isWord)).toBe(gap.id === id);
					if (gap.id !== id) expect(around).toContain(gap.key);
				}
			}
		})
	);

	law(
		'are judged each by its own key',
		fc.property(clozes, (item) => {
			for (const part of partsOf(item)) {
				const text = String(keyText(item, part));
				expect(scoreResponse({ kind: 'cloze', gap: part, text }, item)).toBe(1);
			}
		})
	);
});
