import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import { digestText } from '../../platform/digest';
import { revisionOf } from '../bank/compile-bank';
import type { CardKey, ItemKey } from '../item/card-key';
import type { Item } from '../item/item';
import { makeAssignment, openAssignment } from './assignment';
import { openAssignmentFile } from './assignment-file';
import { bundledCard, BundledCards, type BundledCard } from './bundled';
import type { Bytes } from './bytes';
import { makeCarried, writtenFile, type CarriedItem } from './carried-items';
import { splitFile } from './split-file';

const { crypto, valueOf, faultOf } = made;
const tools = { crypto, digest: digestText };
const NONE = new BundledCards([]);

const { choice, cloze, match } = made.ITEMS;
const CARRIED: readonly CarriedItem[] = [choice, cloze, match].map((item) => ({
	key: `japan-korea/${item.id}`,
	item
}));

const cardOf = (key: CardKey, item: Item): Promise<BundledCard> =>
	bundledCard(key, revisionOf(item, digestText), crypto);

const CARDS = await Promise.all([
	cardOf('japan-korea/one#', choice),
	cardOf('japan-korea/six#c2', cloze),
	cardOf('japan-korea/seven#', match)
]);

/** A quiz of three items of a bank and one of the teacher's own, and who made it. */
async function quiz(cards = CARDS) {
	const bundled = new BundledCards(cards);
	const picked = cards.map((card) => ({ is: 'bundled' as const, card }));
	const draft = await made.draftOf([...picked, made.own(made.ITEMS.text)]);
	return valueOf(await makeAssignment(draft, { ...(await made.toolsOf()), bundled }));
}

async function carriedFor(id: Bytes, items = CARRIED, seed = made.SEED): Promise<Bytes> {
	const carried = { id, lang: 'ko', items };
	return valueOf(await makeCarried(carried, await made.teacher(seed), crypto));
}

async function fileOf(items = CARRIED): Promise<Bytes> {
	const { payload, id } = await quiz();
	return writtenFile(payload, await carriedFor(id, items));
}

const open = (file: Bytes, bundled = NONE) => openAssignmentFile(file, tools, bundled);

describe('a file that carries items of a bank', () => {
	it('is opened by an app that has none of them, under the id that it has everywhere', async () => {
		const { payload, id } = await quiz();
		const opened = valueOf(await open(writtenFile(payload, await carriedFor(id))));
		expect(opened.id).toEqual(id);
		const cards = opened.items.flatMap((item) => (item.is === 'bundled' ? item.card : []));
		expect(cards.map(({ key, revision }) => ({ key, revision }))).toEqual(
			CARDS.map(({ key, revision }) => ({ key, revision }))
		);
		expect(cards.map(({ carried }) => carried)).toEqual(
			[choice, cloze, match].map((item) => ({ item, lang: 'ko' }))
		);
		expect(await openAssignment(payload, crypto, NONE)).toEqual({
			ok: false,
			error: { is: 'unknown-items', count: 3 }
		});
	});

	it('changes nothing for an app that has them: its own come first', async () => {
		const opened = valueOf(await open(await fileOf(), new BundledCards(CARDS)));
		expect(opened).toEqual(
			valueOf(await openAssignment((await quiz()).payload, crypto, new BundledCards(CARDS)))
		);
	});

	it('is a payload like any other where it carries none', async () => {
		const { payload } = await quiz();
		expect(splitFile(payload)).toEqual({ payload });
		expect(faultOf(await open(payload))).toBe('unknown-items');
		expect((await open(payload, new BundledCards(CARDS))).ok).toBe(true);
	});

	it('is refused where an item is another than the one that is asked', async () => {
		const other = { ...choice, stem: 'In which *town*?' };
		const items = CARRIED.map((each) => (each.item === choice ? { ...each, item: other } : each));
		expect(faultOf(await open(await fileOf(items)))).toBe('unknown-items');
		// Also where the app has the one that is asked, and would never look at the other.
		expect(faultOf(await open(await fileOf(items), new BundledCards(CARDS)))).toBe('altered');
	});

	it('is refused where it carries what is not asked, or lacks what is', async () => {
		const more = [...CARRIED, { key: 'japan-korea/two' as const, item: made.ITEMS.multiple }];
		expect(faultOf(await open(await fileOf(more)))).toBe('altered');
		expect(faultOf(await open(await fileOf(CARRIED.slice(1))))).toBe('unknown-items');
	});

	it('is refused from another teacher, and beside another quiz', async () => {
		const { payload, id } = await quiz();
		const others = await carriedFor(id, CARRIED, made.OTHER_SEED);
		expect(faultOf(await open(writtenFile(payload, others)))).toBe('other-teacher');
		const elsewhere = await carriedFor(made.bytesFrom(1, 32));
		expect(faultOf(await open(writtenFile(payload, elsewhere)))).toBe('other-assignment');
	});

	it.each<[string, ItemKey, Item]>([
		['a flashcard', 'app/card', { ...choice, kind: 'flashcard' } as unknown as Item],
		['an item of one’s own bank', 'own-bank/one', choice],
		['an item of a teacher’s bank', 't-00000000/one', choice],
		['an item under another id', 'app/two', choice],
		['a name that no bank has', 'A B/one', choice],
		['an item without a key', 'app/one', { ...choice, key: 'z' } as Item]
	])('is never made with %s', async (_, key, item) => {
		const items = [{ key, item } as CarriedItem];
		const carried = { id: made.bytesFrom(1, 32), lang: 'ko', items };
		expect(faultOf(await makeCarried(carried, await made.teacher(), crypto))).toBe('altered');
	});

	it('is never made with one item twice, with none, or with more than a document holds', async () => {
		const make = async (items: readonly CarriedItem[]) =>
			makeCarried({ id: made.bytesFrom(1, 32), lang: 'ko', items }, await made.teacher(), crypto);
		const [first] = CARRIED;
		expect(faultOf(await make(first ? [first, first] : []))).toBe('altered');
		expect(faultOf(await make([]))).toBe('altered');
		const long = Array.from({ length: 200 }, (_, at) => ({
			key: `app/i-${at}` as const,
			item: { ...choice, id: `i-${at}`, explanation: 'x'.repeat(1_900) }
		}));
		expect(faultOf(await make(long))).toBe('too-large');
	});

	it('is refused with any byte changed, cut off or put in', async () => {
		const file = await fileOf();
		const change = fc.record({
			at: fc.nat(file.length - 1),
			by: fc.integer({ min: 1, max: 255 }),
			how: fc.constantFrom('changed', 'cut', 'put in')
		});
		await fc.assert(
			fc.asyncProperty(change, async ({ at, by, how }) => {
				const bytes = how === 'cut' ? file.slice(0, at) : Uint8Array.from(file);
				if (how === 'changed') bytes[at] = (bytes[at] ?? 0) ^ by;
				const more =
					how === 'put in' ? Uint8Array.of(...bytes.slice(0, at), by, ...bytes.slice(at)) : bytes;
				expect((await open(more)).ok).toBe(false);
			})
		);
	});
});
