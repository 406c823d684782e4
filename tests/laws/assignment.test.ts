import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	makeAssignment,
	openAssignment,
	releaseKeys,
	type PickedItem
} from '../../src/lib/core/assignment/assignment';
import { itemsCodec, unsignedBytes } from '../../src/lib/core/assignment/assignment-codec';
import { decodeAs, encodeAs } from '../../src/lib/core/assignment/codec';
import { keyCodec, portableItem } from '../../src/lib/core/assignment/key-codec';
import { nameCodec, readName } from '../../src/lib/core/assignment/names';
import {
	askedPart,
	documentItem,
	questionOf,
	type AssignableItem
} from '../../src/lib/core/assignment/public-document';
import { responseTo, sheetResponse } from '../../src/lib/core/assignment/responses';
import { sheetCodec } from '../../src/lib/core/assignment/sheet-codec';
import { seededRandom } from '../../src/lib/core/random';
import { scoreResponse } from '../../src/lib/core/item/registry';
import type { Response } from '../../src/lib/core/item/response';
import * as made from '../support/assignments';
import {
	bytesOf,
	itemPairs,
	items,
	names,
	policies,
	sheetBodies,
	texts,
	wildNames
} from './assignment-arbitraries';
import { law, lawOf } from './law';

const place = { tag: '0abcde', at: 0 };
const questionCodec = itemsCodec(place.tag, 4);
const sentItem = (item: AssignableItem) => [{ is: 'own', question: questionOf(item) }] as const;
const partOf = (item: AssignableItem) => (item.kind === 'cloze' ? 'c2' : '');
const frozen = (item: AssignableItem, seed: string) =>
	documentItem(item, partOf(item), place, seededRandom(seed));

describe('a question as it leaves the device', () => {
	for (const [kind, pairs] of Object.entries(itemPairs)) {
		law(
			`is the same to the byte whatever its key: ${kind}`,
			fc.property(pairs, fc.string(), ([one, two], seed) => {
				const bytes = (item: AssignableItem) =>
					encodeAs(questionCodec, sentItem(frozen(item, seed)));
				expect(bytes(two)).toEqual(bytes(one));
			})
		);

		law(
			`and its key come back as they were: ${kind}`,
			fc.property(pairs, fc.string(), ([item], seed) => {
				const copy = frozen(item, seed);
				const question = questionOf(copy);
				const sent = sentItem(copy);
				const bytes = encodeAs(questionCodec, sent);
				expect(made.valueOf(decodeAs(questionCodec, bytes))).toEqual(sent);
				const keys = keyCodec(question);
				const read = made.valueOf(decodeAs(keys, encodeAs(keys, copy)));
				expect(read).toEqual(portableItem(copy));
			})
		);
	}

	law(
		'has none of the author’s ids in it',
		fc.property(items, fc.string(), (item, seed) => {
			const shown = JSON.stringify(questionOf(frozen(item, seed)), (name, value) =>
				['stem', 'text', 'unit'].includes(name) ? undefined : value
			);
			const ids = [...shown.matchAll(/"id":"([^"]*)"/g)].map(([, id]) => id);
			expect(ids.every((id) => id?.startsWith('0abcde-'))).toBe(true);
		})
	);
});

/** Right and other responses to an item under the document's ids. */
function responsesTo(item: AssignableItem, seed: string): readonly Response[] {
	const random = seededRandom(seed);
	const some = <T>(list: readonly T[]) => list.filter(() => random() < 0.5);
	switch (item.kind) {
		case 'choice':
			return item.options.map(({ id }) => ({ kind: 'choice', option: id }));
		case 'multiple':
			return [item.keys, some(item.options).map(({ id }) => id)].map((options) => {
				return { kind: 'multiple', options };
			});
		case 'match':
			return [Object.entries(item.key), some(Object.entries(item.key))].map((pairs) => {
				return { kind: 'match', pairs };
			});
		case 'order':
			return [item.steps, [...item.steps].reverse()].map((steps) => {
				return { kind: 'order', steps: steps.map(({ id }) => id) };
			});
		case 'true-false':
			return [true, false].map((answer) => ({ kind: 'true-false', answer }));
		case 'cloze':
			return [item.gaps[0].key, seed].map((text) => {
				return { kind: 'cloze', gap: item.gaps[0].id, text };
			});
		default:
			return [String(item.key), seed].map((text) => ({ kind: item.kind, text }));
	}
}

describe('a response on a sheet', () => {
	law(
		'scores what it scored on the phone',
		fc.property(items, texts, (item, seed) => {
			const copy = frozen(item, seed);
			const question = questionOf(copy);
			for (const given of responsesTo(copy, seed)) {
				const back = responseTo(sheetResponse(given, question), question);
				if (!back) throw new Error('it was answered');
				expect(scoreResponse(back, copy)).toBe(scoreResponse(given, copy));
			}
			expect(responseTo(sheetResponse(undefined, question), question)).toBeNull();
			expect(askedPart(copy)).toBe(partOf(item));
		})
	);

	law(
		'that no phone gives is a response to this question or none, and never throws',
		fc.property(sheetBodies, items, texts, ({ answers }, item, seed) => {
			const copy = frozen(item, seed);
			for (const given of answers) {
				const response = responseTo(given, questionOf(copy));
				if (!response) continue;
				expect(response.kind).toBe(copy.kind);
				const score = scoreResponse(response, copy);
				expect(score === 'invalid' || (score >= 0 && score <= 1)).toBe(true);
			}
		})
	);
});

describe('a name', () => {
	law(
		'is read as itself once it was read, and is refused by no document',
		fc.property(wildNames, (given) => {
			const read = readName(given);
			if (!read.ok) return;
			expect(readName(read.value)).toEqual(read);
			expect(decodeAs(nameCodec, encodeAs(nameCodec, read.value))).toEqual(read);
		})
	);

	law(
		'that is not as it is read is refused by every document',
		fc.property(wildNames, (given) => {
			const read = readName(given);
			if (read.ok && read.value === given) return;
			const back = decodeAs(nameCodec, encodeAs(nameCodec, given));
			expect(['bad-name', 'altered']).toContain(made.faultOf(back));
		})
	);
});

describe('a sheet inside its seal', () => {
	law(
		'comes back as it was',
		fc.property(sheetBodies, (body) => {
			expect(made.valueOf(decodeAs(sheetCodec, encodeAs(sheetCodec, body)))).toEqual(body);
		})
	);
});

const bundled = fc.constantFrom(...made.CARDS).map((card): PickedItem => ({ is: 'bundled', card }));
const ownItems = items.map((item): PickedItem => ({ is: 'own', item, part: partOf(item) }));

const modes = fc.constantFrom('at-once' as const, 'release' as const, 'device' as const);
const drafts = modes.chain((keyMode) => {
	const picked = keyMode === 'at-once' ? fc.oneof(bundled, ownItems) : ownItems;
	return fc.record(
		{
			...{ classId: bytesOf(16), title: names, teacher: names, salt: bytesOf(16) },
			...{ sealKey: bytesOf(33), policy: policies.map((policy) => ({ ...policy, keyMode })) },
			items: fc.array(picked, { minLength: 1, maxLength: 8 })
		},
		{ requiredKeys: ['title', 'teacher', 'salt', 'sealKey', 'policy', 'items'] }
	);
});

describe('an assignment', () => {
	lawOf(
		200,
		'comes back as it was sent, under the id it was sent with, keys and all when they are due',
		fc.asyncProperty(drafts, async (draft) => {
			const tools = await made.toolsOf();
			const { payload, id, frozen: copies } = made.valueOf(await makeAssignment(draft, tools));
			const opened = made.valueOf(await openAssignment(payload, made.crypto, made.BANK));
			expect(opened.id).toEqual(id);
			const { items: _, ...head } = draft;
			expect(opened.document).toMatchObject(head);
			expect(opened.items.flatMap((item) => (item.is === 'own' ? item.question : []))).toEqual(
				copies.map(questionOf)
			);
			const cards = draft.items.flatMap((item) => (item.is === 'bundled' ? item.card : []));
			expect(opened.items.flatMap((item) => (item.is === 'bundled' ? item.card : []))).toEqual(
				cards
			);
			const mode = draft.policy.keyMode;
			expect(opened.keyed).toEqual(
				mode === 'at-once' && copies.length > 0 ? copies.map(portableItem) : undefined
			);
			const released = await releaseKeys(opened, made.SECRET, made.crypto);
			expect(made.faultOf(released)).toBe(mode === 'release' ? 'none' : 'other-assignment');
			if (released.ok) expect(released.value).toEqual(copies.map(portableItem));
		})
	);

	it('that only its maker can mark is the same to the byte whatever its keys', async () => {
		const pairs = Object.values(itemPairs).map(
			(pair) => fc.sample(pair, { numRuns: 1, seed: 7 })[0]
		);
		const tools = { ...(await made.toolsOf()), random: seededRandom('secret') };
		const sent = async (at: 0 | 1) => {
			const picked = pairs.flatMap((pair): PickedItem[] => {
				const item = pair?.[at];
				return item ? [{ is: 'own', item, part: partOf(item) }] : [];
			});
			const random = seededRandom('secret');
			const draft = await made.draftOf(picked, 'device');
			const { payload, id } = made.valueOf(await makeAssignment(draft, { ...tools, random }));
			const opened = made.valueOf(await openAssignment(payload, made.crypto, made.BANK));
			return { id, bytes: unsignedBytes(opened.document, 4) };
		};
		expect(await sent(1)).toEqual(await sent(0));
	});
});
